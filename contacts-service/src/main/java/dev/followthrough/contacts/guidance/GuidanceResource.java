package dev.followthrough.contacts.guidance;

import dev.followthrough.contacts.contact.MergedRefusal;
import dev.followthrough.contacts.guidance.GuidanceView.Intent;
import dev.followthrough.platform.http.Answers;
import dev.followthrough.platform.openapi.Refuses;
import dev.followthrough.platform.owner.Credential;
import dev.followthrough.platform.problem.ProblemDocument;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Guidance before reaching out, over HTTP. */
@Path("/v1/contacts/{id}/guidance")
@Tag(name = "guidance", description = "What to know before reaching out. It advises, never blocks.")
@RunOnVirtualThread
@Produces("application/json")
public class GuidanceResource {

  private final Guidances guidances;
  private final Credential credential;
  private final Answers answers;

  GuidanceResource(Guidances guidances, Credential credential, Answers answers) {
    this.guidances = guidances;
    this.credential = credential;
    this.answers = answers;
  }

  @GET
  @Operation(
      operationId = "getGuidance",
      summary = "Read what objects to a touch or an ask, and until when",
      description =
          "Nothing is refused by it. Days are those of the owner's zone. What rests on the"
              + " contact's standing is left out, and named in `unknown`, until that is known and"
              + " without the scope standing:read; it is as it was last told, and what is owed in"
              + " value has faded since. With"
              + " `at` it says what will object then if nothing more happens until then.")
  @SecurityRequirement(name = "bearer", scopes = "contacts:read")
  @APIResponseSchema(GuidanceView.class)
  @APIResponse(
      responseCode = "410",
      content =
          @Content(
              mediaType = ProblemDocument.MEDIA_TYPE,
              schema = @Schema(implementation = MergedRefusal.class)))
  @Refuses(status = 410, types = "merged-into")
  public Response get(
      @PathParam("id") UUID id,
      @Parameter(description = "What the owner is about to do; absent: either.") @QueryParam("for")
          Intent intent,
      @Parameter(description = "For when it is said: from now to 366 days ahead; absent: now.")
          @QueryParam("at")
          Instant at) {
    var withStanding = credential.scopes().contains("standing:read");
    return answers.ok(GuidanceView.of(guidances.about(id, at, withStanding), intent));
  }
}
