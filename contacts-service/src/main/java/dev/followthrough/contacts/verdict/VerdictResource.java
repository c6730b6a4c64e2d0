package dev.followthrough.contacts.verdict;

import dev.followthrough.contacts.contact.MergedRefusal;
import dev.followthrough.contacts.verdict.VerdictView.VerdictList;
import dev.followthrough.platform.http.Answers;
import dev.followthrough.platform.openapi.Refuses;
import dev.followthrough.platform.problem.ProblemDocument;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The verdicts of one event, over HTTP. */
@Path("/v1/meetings/{id}/verdicts")
@Tag(name = "verdicts", description = "What is to come of the people met at an event.")
@RunOnVirtualThread
@Produces("application/json")
public class VerdictResource {

  private final Verdicts verdicts;
  private final Answers answers;

  VerdictResource(Verdicts verdicts, Answers answers) {
    this.verdicts = verdicts;
    this.answers = answers;
  }

  @GET
  @Operation(
      operationId = "listVerdicts",
      summary = "List everybody met at an event, with their verdicts")
  @SecurityRequirement(name = "bearer", scopes = "contacts:read")
  @APIResponseSchema(VerdictList.class)
  @Refuses(
      status = 409,
      types = {"verdict-only-for-events", "verdict-before-event-held"})
  public Response list(@PathParam("id") UUID id) {
    return answers.ok(new VerdictList(verdicts.at(id).stream().map(VerdictView::of).toList()));
  }

  @PUT
  @Path("/{contactId}")
  @Operation(
      operationId = "giveVerdict",
      summary = "Say what is to come of somebody met at an event",
      description =
          "The last verdict counts. To meet again needs what each would have of it, and proposes a"
              + " one-on-one. Letting go keeps the contact and proposes the circle released; nobody is"
              + " moved by it.")
  @SecurityRequirement(name = "bearer", scopes = "contacts:write")
  @APIResponseSchema(value = VerdictView.class, responseCode = "200")
  @Refuses(
      status = 409,
      types = {"verdict-only-for-events", "verdict-before-event-held", "verdict-not-met"})
  @APIResponse(
      responseCode = "410",
      content =
          @Content(
              mediaType = ProblemDocument.MEDIA_TYPE,
              schema = @Schema(implementation = MergedRefusal.class)))
  @Refuses(status = 410, types = "merged-into")
  public Response give(
      @PathParam("id") UUID id, @PathParam("contactId") UUID contactId, VerdictFields verdict) {
    return answers.ok(VerdictView.of(verdicts.give(id, contactId, verdict)));
  }
}
