package dev.followthrough.commitments.favour;

import dev.followthrough.commitments.person.MergedRefusal;
import dev.followthrough.commitments.reading.Arrivals;
import dev.followthrough.commitments.reading.AsOf;
import dev.followthrough.platform.http.Answers;
import dev.followthrough.platform.openapi.Refuses;
import dev.followthrough.platform.problem.ProblemDocument;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
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

/** Who gave more to whom, over HTTP. */
@Path("/v1/contacts/{contactId}/reciprocity")
@Tag(name = "standing")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ReciprocityResource {

  private final Reciprocities reciprocities;
  private final Arrivals arrivals;
  private final Answers answers;

  ReciprocityResource(Reciprocities reciprocities, Arrivals arrivals, Answers answers) {
    this.reciprocities = reciprocities;
    this.arrivals = arrivals;
    this.answers = answers;
  }

  @GET
  @Operation(
      operationId = "getReciprocity",
      summary = "Read who gave more: the owner or a contact",
      description =
          "Favours weigh 1, 3 or 9, delivered individual commitments 1 (simple) or 3 (complex). Each"
              + " counts half as much after every 365 days; the same deed counts once.")
  @SecurityRequirement(name = "bearer", scopes = "standing:read")
  @APIResponseSchema(ReciprocityView.class)
  @APIResponse(
      responseCode = "410",
      content =
          @Content(
              mediaType = ProblemDocument.MEDIA_TYPE,
              schema = @Schema(implementation = MergedRefusal.class)))
  @Refuses(status = 410, types = "merged-into")
  public Response get(
      @PathParam("contactId") UUID contactId,
      @QueryParam("asOf") @Parameter(description = AsOf.DESCRIPTION) Instant asOf) {
    arrivals.ofContact(contactId);
    return answers.ok(reciprocities.of(contactId, asOf));
  }
}
