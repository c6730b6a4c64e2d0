package dev.followthrough.contacts.meeting;

import dev.followthrough.platform.http.Answers;
import dev.followthrough.platform.idempotency.Idempotency;
import dev.followthrough.platform.openapi.Refuses;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What became of a planned or held meeting, over HTTP. */
@Path("/v1/meetings")
@Tag(name = "meetings", description = "Live conversations with contacts, planned and held.")
@RunOnVirtualThread
@Produces("application/json")
public class MeetingOutcomeResource {

  private final Meetings meetings;
  private final MeetingViews views;
  private final Answers answers;
  private final Idempotency idempotency;

  MeetingOutcomeResource(
      Meetings meetings, MeetingViews views, Answers answers, Idempotency idempotency) {
    this.meetings = meetings;
    this.views = views;
    this.answers = answers;
    this.idempotency = idempotency;
  }

  @POST
  @Path("/{id}/hold")
  @Operation(
      operationId = "holdMeeting",
      summary = "Say that a scheduled meeting took place",
      description = "Only once its end is past. Opens the 1:1:1 of a one-on-one or group meeting.")
  @SecurityRequirement(name = "bearer", scopes = "contacts:write")
  @APIResponseSchema(value = MeetingView.class, responseCode = "200")
  @Refuses(
      status = 409,
      types = {
        "meeting-not-over",
        "contact-removed",
        "meeting-already-held",
        "meeting-already-cancelled",
        "meeting-already-voided"
      })
  @Refuses(status = 412, types = "precondition-failed")
  public Response hold(@PathParam("id") UUID id) {
    return once(() -> meetings.hold(id));
  }

  @POST
  @Path("/{id}/cancel")
  @Operation(operationId = "cancelMeeting", summary = "Cancel a scheduled meeting")
  @SecurityRequirement(name = "bearer", scopes = "contacts:write")
  @APIResponseSchema(value = MeetingView.class, responseCode = "200")
  @Refuses(
      status = 409,
      types = {"meeting-already-held", "meeting-already-cancelled", "meeting-already-voided"})
  @Refuses(status = 412, types = "precondition-failed")
  public Response cancel(@PathParam("id") UUID id) {
    return once(() -> meetings.cancel(id));
  }

  @POST
  @Path("/{id}/void")
  @Operation(
      operationId = "voidMeeting",
      summary = "Void a held meeting that was recorded in error",
      description =
          "Only while nothing is promised. If a promise was made at the same moment, the meeting"
              + " counts as held again and `meeting.void_reverted` says so.")
  @SecurityRequirement(name = "bearer", scopes = "contacts:write")
  @APIResponseSchema(value = MeetingView.class, responseCode = "200")
  @Refuses(
      status = 409,
      types = {
        "meeting-not-held",
        "meeting-promised",
        "meeting-already-cancelled",
        "meeting-already-voided"
      })
  @Refuses(status = 412, types = "precondition-failed")
  public Response voidMeeting(@PathParam("id") UUID id) {
    return once(() -> meetings.voidMeeting(id));
  }

  private Response once(Supplier<RecordedMeeting> change) {
    return idempotency.run(
        () -> {
          var recorded = change.get();
          return answers.ok(views.of(recorded), views.etag(recorded));
        });
  }
}
