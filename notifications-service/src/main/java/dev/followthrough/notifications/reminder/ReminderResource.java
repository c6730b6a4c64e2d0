package dev.followthrough.notifications.reminder;

import dev.followthrough.notifications.reminder.ReminderView.ReminderPage;
import dev.followthrough.platform.http.Answers;
import dev.followthrough.platform.paging.PageRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /v1/reminders}: what is coming, what was sent, and what was not needed. */
@Path("/v1/reminders")
@Tag(name = "reminders", description = "When you are reminded of what is due.")
@Produces("application/json")
@RunOnVirtualThread
public class ReminderResource {

  private final Reminders reminders;
  private final Answers answers;

  ReminderResource(Reminders reminders, Answers answers) {
    this.reminders = reminders;
    this.answers = answers;
  }

  @GET
  @Operation(
      operationId = "listReminders",
      summary = "List reminders",
      description = "By the time at which they remind, the earliest first.")
  @SecurityRequirement(name = "bearer", scopes = "notifications:read")
  @APIResponseSchema(ReminderPage.class)
  public Response list(@BeanParam PageRequest page, @QueryParam("status") ReminderStatus status) {
    var rows =
        reminders.list(
            status,
            page.after(key -> PageRequest.instant(key.get(0))),
            page.after(key -> UUID.fromString(key.get(1))),
            page.fetch());
    return answers.ok(
        page.of(rows, ReminderView::of, r -> List.of(r.remindAt.toString(), r.id.toString())));
  }
}
