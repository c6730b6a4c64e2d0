package dev.followthrough.notifications.reminder;

import dev.followthrough.notifications.reminder.ReminderSearch.Place;
import dev.followthrough.notifications.reminder.ReminderView.ReminderPage;
import dev.followthrough.platform.http.Answers;
import dev.followthrough.platform.idempotency.Idempotency;
import dev.followthrough.platform.openapi.Refuses;
import dev.followthrough.platform.paging.PageRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
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
  private final Idempotency idempotency;

  ReminderResource(Reminders reminders, Answers answers, Idempotency idempotency) {
    this.reminders = reminders;
    this.answers = answers;
    this.idempotency = idempotency;
  }

  @GET
  @Operation(
      operationId = "listReminders",
      summary = "List reminders",
      description =
          "By the time at which they remind, the earliest first. With `status=planned`: what is"
              + " coming. `from` and `to` are about that time; `to` itself is not in it. What was sent or"
              + " not needed is listed for 90 days.")
  @SecurityRequirement(name = "bearer", scopes = "notifications:read")
  @APIResponseSchema(ReminderPage.class)
  public Response list(
      @BeanParam PageRequest page,
      @QueryParam("status") ReminderStatus status,
      @QueryParam("kind") ReminderKind kind,
      @QueryParam("agreementId") UUID agreementId,
      @QueryParam("contactId") UUID contactId,
      @QueryParam("from") Instant from,
      @QueryParam("to") Instant to) {
    var search = new ReminderSearch(status, kind, agreementId, contactId, from, to);
    var rows = reminders.list(search, Place.of(page));
    return answers.ok(
        page.of(rows, ReminderView::of, r -> List.of(r.remindAt.toString(), r.id.toString())));
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getReminder", summary = "Read a reminder")
  @SecurityRequirement(name = "bearer", scopes = "notifications:read")
  @APIResponseSchema(ReminderView.class)
  public Response get(@PathParam("id") UUID id) {
    return ok(reminders.get(id));
  }

  @POST
  @Path("/{id}/snooze")
  @Operation(
      operationId = "snoozeReminder",
      summary = "Be reminded later",
      description =
          "A planned reminder moves. Of one that was sent, the answer is its next occurrence, which"
              + " goes out as an event of its own. Quiet hours hold for it too.")
  @SecurityRequirement(name = "bearer", scopes = "notifications:write")
  @APIResponseSchema(value = ReminderView.class, responseCode = "200")
  @Refuses(status = 409, types = "reminder-settled")
  @Refuses(status = 412, types = "precondition-failed")
  public Response snooze(@PathParam("id") UUID id, Snooze snooze) {
    return idempotency.run(() -> ok(reminders.snooze(id, snooze)));
  }

  @POST
  @Path("/{id}/skip")
  @Operation(
      operationId = "skipReminder",
      summary = "Leave out one reminder",
      description = "Others of the same deadline still come.")
  @SecurityRequirement(name = "bearer", scopes = "notifications:write")
  @APIResponseSchema(value = ReminderView.class, responseCode = "200")
  @Refuses(status = 409, types = "reminder-settled")
  @Refuses(status = 412, types = "precondition-failed")
  public Response skip(@PathParam("id") UUID id) {
    return idempotency.run(() -> ok(reminders.skip(id)));
  }

  @POST
  @Path("/{id}/acknowledgement")
  @Operation(
      operationId = "acknowledgeReminder",
      summary = "Say that a reminder was seen",
      description = "With it, all that went out as the same event.")
  @SecurityRequirement(name = "bearer", scopes = "notifications:write")
  @APIResponseSchema(value = ReminderView.class, responseCode = "200")
  @Refuses(status = 409, types = "reminder-not-sent")
  @Refuses(status = 412, types = "precondition-failed")
  public Response acknowledge(@PathParam("id") UUID id) {
    return idempotency.run(() -> ok(reminders.acknowledge(id)));
  }

  private Response ok(Reminder reminder) {
    return answers.ok(ReminderView.of(reminder), reminder.version);
  }
}
