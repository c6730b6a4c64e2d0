package dev.followthrough.commitments.promise;

import dev.followthrough.commitments.agreement.CommitmentView;
import dev.followthrough.events.Party;
import dev.followthrough.platform.http.Answers;
import dev.followthrough.platform.idempotency.Idempotency;
import dev.followthrough.platform.json.OptionalBody;
import dev.followthrough.platform.openapi.Refuses;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Promising, and declining to. */
@Path("/v1/commitments")
@Tag(name = "commitments")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class PromiseResource {

  private final Promises promises;
  private final Answers answers;
  private final Idempotency idempotency;

  PromiseResource(Promises promises, Answers answers, Idempotency idempotency) {
    this.promises = promises;
    this.answers = answers;
    this.idempotency = idempotency;
  }

  @POST
  @Path("/{id}/promise")
  @Operation(
      operationId = "promiseCommitment",
      summary = "Promise a commitment, or a part of the shared one",
      description = "It needs words, and before its deadline.")
  @SecurityRequirement(name = "bearer", scopes = "commitments:write")
  @APIResponseSchema(CommitmentView.class)
  @Refuses(
      status = 409,
      types = {
        "already-promised",
        "commitment-ended",
        "words-needed",
        "receiver-needed",
        "wording-not-in-force"
      })
  @Refuses(
      status = 422,
      types = {"not-a-participant", "happened-in-the-future", "happened-too-early"})
  public Response promise(@PathParam("id") UUID id, @OptionalBody NewPromise promise) {
    var made = Objects.requireNonNullElse(promise, NewPromise.PLAIN);
    return idempotency.run(() -> answers.ok(promises.promise(id, Party.OWNER, made)));
  }

  @POST
  @Path("/{id}/decline")
  @Operation(
      operationId = "declineCommitment",
      summary = "Decline a commitment, or a part of the shared one",
      description = "Possible until it is promised. A declined commitment is no evidence.")
  @SecurityRequirement(name = "bearer", scopes = "commitments:write")
  @APIResponseSchema(CommitmentView.class)
  @Refuses(
      status = 409,
      types = {"already-promised", "commitment-ended"})
  @Refuses(
      status = 422,
      types = {"not-a-participant", "happened-in-the-future", "happened-too-early"})
  public Response decline(@PathParam("id") UUID id, @OptionalBody NewDecline decline) {
    var said = Objects.requireNonNullElse(decline, NewDecline.PLAIN);
    return idempotency.run(() -> answers.ok(promises.decline(id, Party.OWNER, said)));
  }
}
