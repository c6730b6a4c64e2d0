package dev.followthrough.contacts.quicklog;

import dev.followthrough.contacts.contact.PrivateParts;
import dev.followthrough.contacts.quicklog.QuickLogs.Made;
import dev.followthrough.contacts.quicklog.QuickLogs.MadeMeeting;
import dev.followthrough.contacts.quicklog.QuickLogs.MadeTouch;
import dev.followthrough.platform.http.Answers;
import dev.followthrough.platform.http.Etag;
import dev.followthrough.platform.idempotency.Idempotency;
import dev.followthrough.platform.openapi.Refuses;
import dev.followthrough.platform.problem.ProblemDocument;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A few words that become a touch or a meeting, over HTTP. */
@Path("/v1/quick-log")
@Tag(name = "quick-log", description = "A few words become a touch or a meeting.")
@RunOnVirtualThread
@Produces("application/json")
public class QuickLogResource {

  private final QuickLogs logs;
  private final PrivateParts privateParts;
  private final Answers answers;
  private final Idempotency idempotency;

  QuickLogResource(
      QuickLogs logs, PrivateParts privateParts, Answers answers, Idempotency idempotency) {
    this.logs = logs;
    this.privateParts = privateParts;
    this.answers = answers;
    this.idempotency = idempotency;
  }

  @POST
  @Operation(
      operationId = "quickLog",
      summary = "Make a touch or a meeting of a few words, or say what is ambiguous",
      description =
          "A name means whoever has each of its words in theirs. What the words leave open is refused"
              + " with what is missing, and nothing is made; fields that are given go before the words."
              + " A meeting that is over is held and opens its 1:1:1, one to come is scheduled. It"
              + " lasts an hour unless its end is given, and has just ended if the words do not say"
              + " when. A meal or a time of day means when that usually begins in the owner's zone; of"
              + " a touch yesterday, and of a meeting tomorrow, the day alone means noon. The words"
              + " are kept as notes with"
              + " the scope contacts:private, else nowhere. "
              + Vocabulary.EXPLAINED)
  @SecurityRequirement(
      name = "bearer",
      scopes = {"contacts:read", "contacts:write"})
  @APIResponseSchema(value = QuickLogView.class, responseCode = "201")
  @APIResponse(
      responseCode = "409",
      content =
          @Content(
              mediaType = ProblemDocument.MEDIA_TYPE,
              schema = @Schema(implementation = QuickLogRefusal.class)))
  @APIResponse(
      responseCode = "422",
      content =
          @Content(
              mediaType = ProblemDocument.MEDIA_TYPE,
              schema = @Schema(implementation = QuickLogRefusal.class)))
  @Refuses(status = 409, types = "quick-log-several-contacts")
  @Refuses(
      status = 422,
      types = {
        "quick-log-unknown-contact",
        "quick-log-ambiguous",
        "unknown-contact",
        "happened-in-the-future"
      })
  public Response log(NewQuickLog said) {
    return idempotency.run(() -> answer(logs.log(said, privateParts.mayBeRead())));
  }

  private Response answer(Made made) {
    return switch (made) {
      case MadeTouch(var touch) ->
          answers.created(
              "/v1/touches/" + touch.view().id(),
              new QuickLogView(touch.view(), null),
              etag(touch.version()));
      case MadeMeeting(var meeting) ->
          answers.created(
              "/v1/meetings/" + meeting.view().id(),
              new QuickLogView(null, meeting.view()),
              etag(meeting.version()));
    };
  }

  /** What is read without the notes is another representation of the same version. */
  private Etag etag(long version) {
    return privateParts.mayBeRead() ? Etag.of(version) : Etag.of(version, "shared");
  }
}
