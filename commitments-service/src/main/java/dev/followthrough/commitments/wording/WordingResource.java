package dev.followthrough.commitments.wording;

import dev.followthrough.commitments.agreement.CommitmentView;
import dev.followthrough.events.Party;
import dev.followthrough.platform.http.Answers;
import dev.followthrough.platform.idempotency.Idempotency;
import dev.followthrough.platform.json.JsonBodyReader;
import dev.followthrough.platform.json.MergePatch;
import dev.followthrough.platform.json.OptionalBody;
import dev.followthrough.platform.openapi.Refuses;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
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

/** The words of a commitment. */
@Path("/v1/commitments")
@Tag(name = "commitments")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class WordingResource {

  private final Wordings wordings;
  private final Answers answers;
  private final Idempotency idempotency;

  WordingResource(Wordings wordings, Answers answers, Idempotency idempotency) {
    this.wordings = wordings;
    this.answers = answers;
    this.idempotency = idempotency;
  }

  @PATCH
  @Path("/{id}")
  @Consumes(JsonBodyReader.MERGE_PATCH)
  @Operation(
      operationId = "changeCommitment",
      summary = "Reword a proposed commitment",
      description =
          "Free while it is proposed; each change of the words is a new numbered wording. Once"
              + " promised, its words change by a counter-proposal only.")
  @SecurityRequirement(name = "bearer", scopes = "commitments:write")
  @APIResponseSchema(CommitmentView.class)
  @Refuses(
      status = 409,
      types = {"already-promised", "commitment-ended", "too-many-wordings"})
  @Refuses(
      status = 422,
      types = {"receiver-fixed", "not-a-participant", "unknown-action-idea", "unknown-area"})
  public Response change(@PathParam("id") UUID id, MergePatch<CommitmentFields> patch) {
    return answers.ok(wordings.reword(id, patch));
  }

  @POST
  @Path("/{id}/wordings")
  @Operation(
      operationId = "proposeWording",
      summary = "Make a counter-proposal",
      description =
          "A new numbered wording that waits. It is in force, also for who has promised, once the"
              + " other side accepts it before the deadline.")
  @SecurityRequirement(name = "bearer", scopes = "commitments:write")
  @APIResponseSchema(CommitmentView.class)
  @Refuses(
      status = 409,
      types = {"commitment-ended", "receiver-needed", "too-many-wordings"})
  @Refuses(
      status = 422,
      types = {"not-a-participant", "unknown-action-idea", "unknown-area"})
  public Response propose(@PathParam("id") UUID id, NewWording wording) {
    return idempotency.run(() -> answers.ok(wordings.propose(id, Party.OWNER, wording)));
  }

  @POST
  @Path("/{id}/wordings/{number}/acceptance")
  @Operation(
      operationId = "acceptWording",
      summary = "Accept a counter-proposal",
      description =
          "By the other side: the receiver or the promiser of an individual commitment, everybody"
              + " else with a part in the shared one.")
  @SecurityRequirement(name = "bearer", scopes = "commitments:write")
  @APIResponseSchema(CommitmentView.class)
  @Refuses(
      status = 409,
      types = {"commitment-ended", "wording-not-waiting"})
  @Refuses(
      status = 422,
      types = {"not-a-participant", "other-side-accepts"})
  public Response accept(
      @PathParam("id") UUID id,
      @PathParam("number") @Min(1) @Max(100) Integer number,
      @OptionalBody Acceptance acceptance) {
    return idempotency.run(() -> answers.ok(wordings.accept(id, Party.OWNER, number, acceptance)));
  }
}
