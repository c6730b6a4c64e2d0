package dev.followthrough.commitments.delivery;

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

/** What came of a promise. */
@Path("/v1/commitments")
@Tag(name = "commitments")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class DeliveryResource {

  private final Deliveries deliveries;
  private final Answers answers;
  private final Idempotency idempotency;

  DeliveryResource(Deliveries deliveries, Answers answers, Idempotency idempotency) {
    this.deliveries = deliveries;
    this.answers = answers;
    this.idempotency = idempotency;
  }

  @POST
  @Path("/{id}/delivery")
  @Operation(
      operationId = "deliverCommitment",
      summary = "Record a delivery",
      description =
          "In time when it is recorded by the deadline. After it the promise is missed, and a"
              + " delivery is recorded as late whatever moment it names; the miss stays.")
  @SecurityRequirement(name = "bearer", scopes = "commitments:write")
  @APIResponseSchema(CommitmentView.class)
  @Refuses(
      status = 409,
      types = {"not-promised", "already-delivered", "commitment-ended"})
  @Refuses(
      status = 422,
      types = {"not-a-participant", "happened-in-the-future", "happened-too-early"})
  public Response deliver(@PathParam("id") UUID id, @OptionalBody NewDelivery delivery) {
    var done = Objects.requireNonNullElse(delivery, NewDelivery.PLAIN);
    return idempotency.run(() -> answers.ok(deliveries.deliver(id, Party.OWNER, done)));
  }

  @POST
  @Path("/{id}/attestation")
  @Operation(
      operationId = "attestDelivery",
      summary = "Attest, as the receiver, that it arrived in time",
      description =
          "Corrects a miss within seven days after the deadline; the miss and its correction both"
              + " stay in the history. What the owner promised is attested by the contact, through"
              + " a share link.")
  @SecurityRequirement(name = "bearer", scopes = "commitments:write")
  @APIResponseSchema(CommitmentView.class)
  @Refuses(
      status = 409,
      types = {"not-missed", "already-attested", "window-closed"})
  @Refuses(
      status = 422,
      types = {
        "not-a-participant",
        "happened-in-the-future",
        "happened-too-early",
        "only-receiver-attests",
        "not-in-time"
      })
  public Response attest(@PathParam("id") UUID id, NewAttestation attestation) {
    return idempotency.run(() -> answers.ok(deliveries.attest(id, Party.OWNER, attestation)));
  }

  @POST
  @Path("/{id}/denial")
  @Operation(
      operationId = "denyDelivery",
      summary = "Deny a delivery that the other side claims",
      description =
          "Within seven days after it was recorded: of what a contact said through a share link to"
              + " have delivered. A delivery in time is then disputed, which is no evidence; a late"
              + " one was missed and stays so. What the owner delivered is denied by the contact,"
              + " through a share link.")
  @SecurityRequirement(name = "bearer", scopes = "commitments:write")
  @APIResponseSchema(CommitmentView.class)
  @Refuses(
      status = 409,
      types = {"nothing-to-deny", "already-attested", "window-closed"})
  @Refuses(
      status = 422,
      types = {
        "not-a-participant",
        "happened-in-the-future",
        "happened-too-early",
        "other-side-denies",
        "denied-through-share-link",
        "name-one"
      })
  public Response deny(@PathParam("id") UUID id, @OptionalBody NewDenial denial) {
    var said = Objects.requireNonNullElse(denial, NewDenial.PLAIN);
    return idempotency.run(() -> answers.ok(deliveries.deny(id, Party.OWNER, said)));
  }

  @POST
  @Path("/{id}/apology")
  @Operation(operationId = "apologise", summary = "Record an apology for a missed promise")
  @SecurityRequirement(name = "bearer", scopes = "commitments:write")
  @APIResponseSchema(CommitmentView.class)
  @Refuses(
      status = 409,
      types = {"not-missed", "already-apologised"})
  @Refuses(
      status = 422,
      types = {"not-a-participant", "happened-in-the-future", "happened-too-early", "name-one"})
  public Response apologise(@PathParam("id") UUID id, NewApology apology) {
    return idempotency.run(() -> answers.ok(deliveries.apologise(id, Party.OWNER, apology)));
  }
}
