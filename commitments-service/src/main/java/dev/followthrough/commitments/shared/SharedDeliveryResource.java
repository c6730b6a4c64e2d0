package dev.followthrough.commitments.shared;

import dev.followthrough.commitments.shared.SharedBodies.SharedApology;
import dev.followthrough.commitments.shared.SharedBodies.SharedAssessment;
import dev.followthrough.commitments.shared.SharedBodies.SharedConfirmation;
import dev.followthrough.commitments.shared.SharedBodies.SharedDelivery;
import dev.followthrough.commitments.shared.SharedBodies.SharedWord;
import dev.followthrough.commitments.sharelink.Entrance;
import dev.followthrough.commitments.sharelink.OpenLink;
import dev.followthrough.platform.http.Answers;
import dev.followthrough.platform.http.PublicOperation;
import dev.followthrough.platform.idempotency.Idempotency;
import dev.followthrough.platform.json.OptionalBody;
import dev.followthrough.platform.openapi.Refuses;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
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

/** What a contact without an account says of what came of it. */
@Path("/v1/shared/{token}/commitments/{id}")
@Tag(name = "shared")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class SharedDeliveryResource {

  private final Entrance entrance;
  private final SharedAgreements agreements;
  private final SharedActs acts;
  private final Answers answers;
  private final Idempotency idempotency;

  SharedDeliveryResource(
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
  @Path("/delivery")
  @PublicOperation
  @Operation(
      operationId = "deliverThroughLink",
      summary = "Report an own delivery, through a share link",
      description = "After the deadline it is recorded as late, and the miss stays.")
  @APIResponseSchema(SharedAgreementView.class)
  @Refuses(
      status = 409,
      types = {"not-promised", "already-delivered", "commitment-ended", "said-no-thanks"})
  @Refuses(
      status = 422,
      types = {"not-a-participant", "happened-in-the-future", "happened-too-early"})
  public Response deliver(
      @PathParam("token") String token,
      @PathParam("id") UUID id,
      @OptionalBody SharedDelivery said,
      @Context RoutingContext request) {
    var given = Objects.requireNonNullElse(said, SharedDelivery.PLAIN);
    return act(token, request, link -> acts.deliver(link, id, given));
  }

  @POST
  @Path("/confirmation")
  @PublicOperation
  @Operation(
      operationId = "confirmThroughLink",
      summary = "Confirm what the owner delivered, through a share link",
      description =
          "What arrived by the deadline corrects a miss, within seven days after it; what arrived later is recorded as a late delivery.")
  @APIResponseSchema(SharedAgreementView.class)
  @Refuses(
      status = 409,
      types = {
        "already-delivered",
        "not-missed",
        "already-attested",
        "window-closed",
        "said-no-thanks"
      })
  @Refuses(
      status = 422,
      types = {"not-a-participant", "happened-in-the-future", "happened-too-early", "not-in-time"})
  public Response confirm(
      @PathParam("token") String token,
      @PathParam("id") UUID id,
      @OptionalBody SharedConfirmation said,
      @Context RoutingContext request) {
    var given = Objects.requireNonNullElse(said, SharedConfirmation.PLAIN);
    return act(token, request, link -> acts.confirm(link, id, given));
  }

  @POST
  @Path("/denial")
  @PublicOperation
  @Operation(
      operationId = "denyThroughLink",
      summary = "Deny what the owner claims to have delivered, through a share link",
      description = "Within seven days after it was recorded.")
  @APIResponseSchema(SharedAgreementView.class)
  @Refuses(
      status = 409,
      types = {"nothing-to-deny", "already-attested", "window-closed", "said-no-thanks"})
  @Refuses(
      status = 422,
      types = {"not-a-participant", "other-side-denies"})
  public Response deny(
      @PathParam("token") String token,
      @PathParam("id") UUID id,
      @OptionalBody SharedWord said,
      @Context RoutingContext request) {
    var given = Objects.requireNonNullElse(said, SharedWord.NONE);
    return act(token, request, link -> acts.deny(link, id, given));
  }

  @POST
  @Path("/apology")
  @PublicOperation
  @Operation(
      operationId = "apologiseThroughLink",
      summary = "Apologise for an own miss, through a share link")
  @APIResponseSchema(SharedAgreementView.class)
  @Refuses(
      status = 409,
      types = {"not-missed", "already-apologised", "said-no-thanks"})
  @Refuses(
      status = 422,
      types = {"not-a-participant"})
  public Response apologise(
      @PathParam("token") String token,
      @PathParam("id") UUID id,
      SharedApology said,
      @Context RoutingContext request) {
    return act(token, request, link -> acts.apologise(link, id, said));
  }

  @POST
  @Path("/assessment")
  @PublicOperation
  @Operation(
      operationId = "assessThroughLink",
      summary = "Assess, through a share link",
      description =
          "The quality of what the owner delivered, or how the two worked together on the shared one. The owner does not see it before giving theirs, or before 14 days from when it was due.")
  @APIResponseSchema(SharedAgreementView.class)
  @Refuses(
      status = 409,
      types = {
        "nothing-to-assess",
        "assessment-final",
        "assessment-closed",
        "assessment-changed-too-often",
        "said-no-thanks"
      })
  @Refuses(
      status = 422,
      types = {"only-receiver-assesses"})
  public Response assess(
      @PathParam("token") String token,
      @PathParam("id") UUID id,
      SharedAssessment said,
      @Context RoutingContext request) {
    return act(token, request, link -> acts.assess(link, id, said));
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
