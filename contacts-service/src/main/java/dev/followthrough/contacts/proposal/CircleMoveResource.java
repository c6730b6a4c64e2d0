package dev.followthrough.contacts.proposal;

import dev.followthrough.contacts.circle.CircleMoveView.CircleMovePage;
import dev.followthrough.contacts.contact.MergedRefusal;
import dev.followthrough.platform.http.Answers;
import dev.followthrough.platform.openapi.Refuses;
import dev.followthrough.platform.paging.PageRequest;
import dev.followthrough.platform.problem.ProblemDocument;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The moves of a contact between circles, over HTTP. */
@Path("/v1/contacts/{id}/circle-moves")
@Tag(name = "circles", description = "How near contacts stand, and who should move.")
@RunOnVirtualThread
@Produces("application/json")
public class CircleMoveResource {

  private final CircleProposals circles;
  private final Answers answers;

  CircleMoveResource(CircleProposals circles, Answers answers) {
    this.circles = circles;
    this.answers = answers;
  }

  @GET
  @Operation(
      operationId = "listCircleMoves",
      summary = "List a contact's moves between circles, the latest first")
  @SecurityRequirement(name = "bearer", scopes = "contacts:read")
  @APIResponseSchema(CircleMovePage.class)
  @APIResponse(
      responseCode = "410",
      content =
          @Content(
              mediaType = ProblemDocument.MEDIA_TYPE,
              schema = @Schema(implementation = MergedRefusal.class)))
  @Refuses(status = 410, types = "merged-into")
  public Response list(@PathParam("id") UUID id, @BeanParam PageRequest page) {
    var after = page.after(key -> UUID.fromString(key.getFirst()));
    var moves = circles.moves(id, after, page.fetch());
    return answers.ok(page.of(moves, Function.identity(), move -> List.of(move.id().toString())));
  }
}
