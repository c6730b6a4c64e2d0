package dev.followthrough.commitments.shared;

import dev.followthrough.commitments.shared.SharedBodies.SharedPromise;
import dev.followthrough.commitments.shared.SharedBodies.SharedWord;
import dev.followthrough.commitments.shared.SharedBodies.SharedWording;
import dev.followthrough.commitments.sharelink.Entrance;
import dev.followthrough.commitments.sharelink.OpenLink;
import dev.followthrough.platform.http.Answers;
import dev.followthrough.platform.http.PublicOperation;
import dev.followthrough.platform.idempotency.Idempotency;
import dev.followthrough.platform.json.OptionalBody;
import dev.followthrough.platform.openapi.Refuses;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a contact without an account says before it is done. */
@Path("/v1/shared/{token}/commitments/{id}")
@Tag(name = "shared")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class SharedPromiseResource {

  private final Entrance entrance;
  private final SharedAgreements agreements;
  private final SharedActs acts;
  private final Answers answers;
  private final Idempotency idempotency;

  SharedPromiseResource(
      Entrance entrance,
      SharedAgreements agreements,
      SharedActs acts,
      Answers answers,
      Idempotency idempotency) {
    this.entrance = entrance;
    this.agreements = agreements;
    this.acts = acts;
    this.answers = answers;
    this.idempotency = idempotency;
  }

  @POST
  @Path("/promise")
  @PublicOperation
  @Operation(
      operationId = "promiseThroughLink",
      summary = "Promise, through a share link",
      description = "The reader's own individual commitment, or their part of the shared one.")
  @APIResponseSchema(SharedAgreementView.class)
  @Refuses(
      status = 409,
      types = {
        "already-promised",
        "commitment-ended",
        "words-needed",
        "wording-not-in-force",
        "said-no-thanks"
      })
  @Refuses(
      status = 422,
      types = {"not-a-participant"})
  public Response promise(
      @PathParam("token") String token,
      @PathParam("id") UUID id,
      @OptionalBody SharedPromise said,
      @Context RoutingContext request) {
    var given = Objects.requireNonNullElse(said, SharedPromise.PLAIN);
    return act(token, request, link -> acts.promise(link, id, given));
  }

  @POST
  @Path("/decline")
  @PublicOperation
  @Operation(
      operationId = "declineThroughLink",
      summary = "Decline, through a share link",
      description = "Possible until it is promised.")
  @APIResponseSchema(SharedAgreementView.class)
  @Refuses(
      status = 409,
      types = {"already-promised", "commitment-ended", "said-no-thanks"})
  @Refuses(
      status = 422,
      types = {"not-a-participant"})
  public Response decline(
      @PathParam("token") String token,
      @PathParam("id") UUID id,
      @OptionalBody SharedWord said,
      @Context RoutingContext request) {
    var given = Objects.requireNonNullElse(said, SharedWord.NONE);
    return act(token, request, link -> acts.decline(link, id, given));
  }

  @POST
  @Path("/wordings")
  @PublicOperation
  @Operation(
      operationId = "proposeThroughLink",
      summary = "Make a counter-proposal, through a share link",
      description = "It binds when the owner accepts it before the deadline.")
  @APIResponseSchema(SharedAgreementView.class)
  @Refuses(
      status = 409,
      types = {"commitment-ended", "receiver-needed", "too-many-wordings", "said-no-thanks"})
  @Refuses(
      status = 422,
      types = {"not-a-participant"})
  public Response propose(
      @PathParam("token") String token,
      @PathParam("id") UUID id,
      SharedWording said,
      @Context RoutingContext request) {
    return act(token, request, link -> acts.propose(link, id, said));
  }

  @POST
  @Path("/wordings/{number}/acceptance")
  @PublicOperation
  @Operation(
      operationId = "acceptThroughLink",
      summary = "Accept the owner's counter-proposal, through a share link")
  @APIResponseSchema(SharedAgreementView.class)
  @Refuses(
      status = 409,
      types = {"commitment-ended", "wording-not-waiting", "said-no-thanks"})
  @Refuses(
      status = 422,
      types = {"other-side-accepts"})
  public Response accept(
      @PathParam("token") String token,
      @PathParam("id") UUID id,
      @PathParam("number") @Min(1) @Max(100) Integer number,
      @Context RoutingContext request) {
    return act(token, request, link -> acts.accept(link, id, number));
  }

  private Response act(String token, RoutingContext request, Consumer<OpenLink> what) {
    return entrance.act(
        CallerOf.request(token, request),
        link ->
            idempotency.run(
                () -> {
                  what.accept(link);
                  return answers.ok(agreements.read(link));
                }));
  }
}
