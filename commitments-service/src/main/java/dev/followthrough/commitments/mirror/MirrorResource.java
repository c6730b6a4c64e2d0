package dev.followthrough.commitments.mirror;

import dev.followthrough.commitments.reading.AsOf;
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

/** The owner, as the network would see them. */
@Path("/v1/mirror")
@Tag(name = "standing")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class MirrorResource {

  private final Mirrors mirrors;
  private final Answers answers;

  MirrorResource(Mirrors mirrors, Answers answers) {
    this.mirrors = mirrors;
    this.answers = answers;
  }

  @GET
  @Operation(
      operationId = "getMirror",
      summary = "Read the owner's own standing, as the network would see it",
      description =
          "Promises kept, value returned, follow-up, introductions made, asks against gives, and"
              + " apologies owed. By the same formulas as a contact's standing.")
  @SecurityRequirement(name = "bearer", scopes = "standing:read")
  @APIResponseSchema(MirrorView.class)
  public Response get(@QueryParam("asOf") @Parameter(description = AsOf.DESCRIPTION) Instant asOf) {
    return answers.ok(mirrors.of(asOf));
  }
}
