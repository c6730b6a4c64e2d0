package dev.followthrough.commitments.shared;

import dev.followthrough.commitments.shared.SharedBodies.ForgetMe;
import dev.followthrough.commitments.sharelink.Entrance;
import dev.followthrough.platform.http.Answers;
import dev.followthrough.platform.http.PublicOperation;
import dev.followthrough.platform.idempotency.Idempotency;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** An agreement as a contact without an account meets it. */
@Path("/v1/shared/{token}")
@Tag(
    name = "shared",
    description =
        "The other side, without an account: the token of a share link is the only credential.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class SharedResource {

  private final Entrance entrance;
  private final SharedAgreements agreements;
  private final SharedActs acts;
  private final Answers answers;
  private final Idempotency idempotency;

  SharedResource(
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

  @GET
  @PublicOperation
  @Operation(
      operationId = "getSharedAgreement",
      summary = "Read an agreement through a share link",
      description =
          "The shared action, what the reader promised and what is owed to them. A link that is"
              + " unknown, expired or revoked, or of an agreement that is void, is answered 404, all"
              + " alike. At most 60 requests a minute through one link and 120 from one address, unless"
              + " the operator sets it otherwise.")
  @APIResponseSchema(SharedAgreementView.class)
  public Response get(@PathParam("token") String token, @Context RoutingContext request) {
    return entrance.read(
        CallerOf.request(token, request), link -> answers.ok(agreements.read(link)));
  }

  @POST
  @Path("/no-thanks")
  @PublicOperation
  @Operation(
      operationId = "sayNoThanks",
      summary = "Say \"no thanks\"",
      description =
          "Declines all that the reader has not promised yet, and ends what can be done through"
              + " their links of this agreement; they can still be read, and say \"forget me\"."
              + " What is promised already stays so.")
  @APIResponseSchema(SharedAgreementView.class)
  public Response noThanks(@PathParam("token") String token, @Context RoutingContext request) {
    return entrance.read(
        CallerOf.request(token, request),
        link ->
            idempotency.run(
                () -> {
                  acts.noThanks(link);
                  return answers.ok(agreements.read(link));
                }));
  }

  @POST
  @Path("/forget-me")
  @PublicOperation
  @Operation(
      operationId = "askToBeForgotten",
      summary = "Say \"forget me\"",
      description =
          "All the reader's links end at once, and they are removed from the owner's network: what is"
              + " open is void. The owner can undo that for 30 days; then everything about the reader"
              + " is erased, in every service. Saying it again changes nothing, unless the owner has undone it:"
              + " then it is passed on again.")
  @APIResponse(responseCode = "204", description = "It is done, and passed on.")
  public Response forget(
      @PathParam("token") String token, ForgetMe said, @Context RoutingContext request) {
    return entrance.leave(
        CallerOf.request(token, request),
        link ->
            idempotency.run(
                () -> {
                  acts.forget(link);
                  return answers.noContent();
                }));
  }
}
