package dev.followthrough.contacts.meeting;

import dev.followthrough.contacts.contact.PrivateParts;
import dev.followthrough.contacts.meeting.MeetingView.MeetingPage;
import dev.followthrough.platform.http.Answers;
import dev.followthrough.platform.idempotency.Idempotency;
import dev.followthrough.platform.json.JsonBodyReader;
import dev.followthrough.platform.json.MergePatch;
import dev.followthrough.platform.openapi.Refuses;
import dev.followthrough.platform.paging.PageRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Meetings, over HTTP. */
@Path("/v1/meetings")
@Tag(name = "meetings", description = "Live conversations with contacts, planned and held.")
@RunOnVirtualThread
@Produces("application/json")
public class MeetingResource {

  private final Meetings meetings;
  private final MeetingViews views;
  private final PrivateParts privateParts;
  private final Answers answers;
  private final Idempotency idempotency;

  MeetingResource(
      Meetings meetings,
      MeetingViews views,
      PrivateParts privateParts,
      Answers answers,
      Idempotency idempotency) {
    this.meetings = meetings;
    this.views = views;
    this.privateParts = privateParts;
    this.answers = answers;
    this.idempotency = idempotency;
  }

  @POST
  @Operation(
      operationId = "createMeeting",
      summary = "Schedule a meeting, or record one that was held",
      description = "A held one-on-one or group meeting opens its 1:1:1, and the answer says so.")
  @SecurityRequirement(name = "bearer", scopes = "contacts:write")
  @APIResponseSchema(value = MeetingView.class, responseCode = "201")
  @Refuses(status = 409, types = "meeting-not-over")
  @Refuses(
      status = 422,
      types = {"unknown-contact", "unknown-goal", "meeting-cannot-answer"})
  public Response create(NewMeeting recorded) {
    privateParts.requireScope(recorded.notes() != null);
    return idempotency.run(
        () -> {
          var made = meetings.create(recorded);
          return answers.created(
              "/v1/meetings/" + made.meeting().id, views.of(made), views.etag(made));
        });
  }

  @GET
  @Operation(
      operationId = "listMeetings",
      summary = "List meetings",
      description =
          "The last recorded first, or in the order of time. A part that begins with what is still to"
              + " come: `from` now and `sort=startsAt`.")
  @SecurityRequirement(name = "bearer", scopes = "contacts:read")
  @APIResponseSchema(MeetingPage.class)
  public Response list(
      @BeanParam PageRequest page,
      @QueryParam("status") MeetingStatus status,
      @QueryParam("contactId") UUID contactId,
      @Parameter(description = "Those that start at this instant or later.") @QueryParam("from")
          Instant from,
      @Parameter(description = "Those that start before this instant.") @QueryParam("to")
          Instant to,
      @Parameter(
              description =
                  "True for those that are still scheduled although their end is past: did they take"
                      + " place? False for all others.")
          @QueryParam("unconfirmed")
          Boolean unconfirmed,
      @Parameter(
              description =
                  "recorded: the last recorded first, as unless said. startsAt: the first to start"
                      + " first.")
          @QueryParam("sort")
          MeetingOrder sort) {
    var order = sort == null ? MeetingOrder.RECORDED : sort;
    var after = page.after(key -> MeetingSearch.read(key, order)).orElse(null);
    var search =
        new MeetingSearch(status, contactId, from, to, unconfirmed, order, after, page.fetch());
    return answers.ok(
        page.of(
            meetings.list(search), views::of, recorded -> search.place(recorded.meeting()).key()));
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getMeeting", summary = "Read a meeting")
  @SecurityRequirement(name = "bearer", scopes = "contacts:read")
  @APIResponseSchema(MeetingView.class)
  public Response get(@PathParam("id") UUID id) {
    return answer(meetings.get(id));
  }

  @PATCH
  @Path("/{id}")
  @Consumes(JsonBodyReader.MERGE_PATCH)
  @Operation(
      operationId = "changeMeeting",
      summary = "Change a meeting",
      description =
          "Kind, times, people and practice only while it is scheduled; the rest later too. `answers`"
              + " only once it is held: it names questions, thanks and what awaits a reply that were"
              + " answered in it, for a meeting answers nothing by itself.")
  @SecurityRequirement(name = "bearer", scopes = "contacts:write")
  @APIResponseSchema(MeetingView.class)
  @Refuses(
      status = 409,
      types = {
        "meeting-fixed",
        "meeting-not-held",
        "meeting-already-cancelled",
        "meeting-already-voided"
      })
  @Refuses(
      status = 422,
      types = {"unknown-contact", "unknown-goal", "meeting-cannot-answer"})
  public Response change(@PathParam("id") UUID id, MergePatch<MeetingFields> patch) {
    privateParts.requireScope(patch.names("notes"));
    return answer(meetings.change(id, patch));
  }

  private Response answer(RecordedMeeting recorded) {
    return answers.ok(views.of(recorded), views.etag(recorded));
  }
}
