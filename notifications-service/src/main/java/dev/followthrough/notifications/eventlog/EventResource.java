package dev.followthrough.notifications.eventlog;

import dev.followthrough.notifications.eventlog.EventView.EventPage;
import dev.followthrough.notifications.message.LogReader;
import dev.followthrough.notifications.message.Selection;
import dev.followthrough.platform.http.Answers;
import dev.followthrough.platform.openapi.Refuses;
import dev.followthrough.platform.owner.Credential;
import dev.followthrough.platform.paging.PageRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /v1/events}: every event of the last 30 days, for who cannot receive webhooks. */
@Path("/v1/events")
@Tag(name = "events", description = "Every event of the last 30 days, to read or to follow.")
@Produces("application/json")
@RunOnVirtualThread
public class EventResource {

  private final LogReader log;
  private final Credential credential;
  private final Answers answers;

  EventResource(LogReader log, Credential credential, Answers answers) {
    this.log = log;
    this.credential = credential;
    this.answers = answers;
  }

  @GET
  @Operation(
      operationId = "listEvents",
      summary = "List events",
      description =
          "In the order in which they came, the oldest first. To look for new ones again and again,"
              + " give the `data.sequence` of the last one you saw as `after`.")
  @SecurityRequirement(name = "bearer", scopes = "notifications:read")
  @Refuses(status = 409, types = "events-forgotten")
  @APIResponseSchema(EventPage.class)
  public Response list(
      @BeanParam PageRequest page,
      @QueryParam("type")
          @Parameter(
              description =
                  "Names of events or patterns such as `commitment.*`; one that fits is enough.",
              schema =
                  @Schema(type = SchemaType.ARRAY, implementation = String.class, maxItems = 50))
          List<String> types,
      @QueryParam("subject")
          @Parameter(
              description = "What they are about, such as `contact/{id}` or `meeting/{id}`.",
              schema = @Schema(type = SchemaType.STRING, maxLength = 200))
          String subject,
      @QueryParam("since")
          @Parameter(description = "Only those that came into the log then or later.")
          Instant since,
      @QueryParam("after")
          @Min(0)
          @Parameter(description = "Only those after this `sequence`, nothing left out.")
          Long after) {
    var wanted = Selection.of(types, subject, since, credential.scopes());
    var place =
        page.after(key -> Long.valueOf(key.getFirst())).or(() -> Optional.ofNullable(after));
    place.ifPresent(log::requireKept);
    var rows = log.after(place.orElse(0L), wanted, page.fetch());
    return answers.ok(
        page.of(rows, EventView::of, event -> List.of(Long.toString(event.sequence()))));
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getEvent", summary = "Read an event")
  @SecurityRequirement(name = "bearer", scopes = "notifications:read")
  @APIResponseSchema(EventView.class)
  public Response get(@PathParam("id") UUID id) {
    return answers.ok(EventView.of(log.get(id, Selection.all(credential.scopes()))));
  }
}
