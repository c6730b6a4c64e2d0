package dev.followthrough.commitments.loss;

import dev.followthrough.platform.http.Answers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Why asks were lost, over HTTP. */
@Path("/v1/asks/losses")
@Tag(name = "asks")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class LossResource {

  private final Losses losses;
  private final Answers answers;

  LossResource(Losses losses, Answers answers) {
    this.losses = losses;
    this.answers = answers;
  }

  @GET
  @Operation(
      operationId = "getAskLosses",
      summary = "Total the reasons for which asks were lost",
      description =
          "Of the owner's own asks that stand as lost now, by circle, origin and offer. Those of"
              + " removed contacts are left out.")
  @SecurityRequirement(name = "bearer", scopes = "commitments:read")
  @APIResponseSchema(LossesView.class)
  public Response get(
      @QueryParam("since")
          @Parameter(description = "Those that were lost at this instant or later.")
          Instant since,
      @QueryParam("until") @Parameter(description = "Those that were lost before this instant.")
          Instant until) {
    return answers.ok(losses.between(since, until));
  }
}
