package dev.followthrough.commitments.deadline;

import dev.followthrough.commitments.agreement.AgreementView;
import dev.followthrough.platform.http.Answers;
import dev.followthrough.platform.json.JsonBodyReader;
import dev.followthrough.platform.json.MergePatch;
import dev.followthrough.platform.openapi.Refuses;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The one thing of an agreement that can be changed: when it is due. */
@Path("/v1/agreements")
@Tag(name = "agreements")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class DeadlineResource {

  private final Deadlines deadlines;
  private final Answers answers;

  DeadlineResource(Deadlines deadlines, Answers answers) {
    this.deadlines = deadlines;
    this.answers = answers;
  }

  @PATCH
  @Path("/{id}")
  @Consumes(JsonBodyReader.MERGE_PATCH)
  @Operation(
      operationId = "changeAgreement",
      summary = "Make an agreement due earlier",
      description =
          "Possible while nothing of it is promised. No call makes it due later, or before now or"
              + " the meeting's end.")
  @SecurityRequirement(name = "bearer", scopes = "commitments:write")
  @APIResponseSchema(AgreementView.class)
  @Refuses(
      status = 409,
      types = {"deadline-never-later", "deadline-fixed-by-promise", "agreement-ended"})
  @Refuses(
      status = 422,
      types = {"due-too-early"})
  public Response change(@PathParam("id") UUID id, MergePatch<DeadlineFields> patch) {
    return answers.ok(deadlines.change(id, patch));
  }
}
