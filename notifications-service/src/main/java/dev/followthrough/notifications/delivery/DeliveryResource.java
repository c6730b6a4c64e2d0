package dev.followthrough.notifications.delivery;

import dev.followthrough.notifications.delivery.DeliveryView.DeliveryWithAttempts;
import dev.followthrough.platform.http.Answers;
import dev.followthrough.platform.idempotency.Idempotency;
import dev.followthrough.platform.openapi.Refuses;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One delivery, how each try of it went, and sending it again. */
@Path("/v1/deliveries")
@Tag(name = "deliveries", description = "What was sent to your endpoints, and how it went.")
@Produces("application/json")
@RunOnVirtualThread
public class DeliveryResource {

  private final Deliveries deliveries;
  private final Answers answers;
  private final Idempotency idempotency;

  DeliveryResource(Deliveries deliveries, Answers answers, Idempotency idempotency) {
    this.deliveries = deliveries;
    this.answers = answers;
    this.idempotency = idempotency;
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getDelivery", summary = "Read a delivery with its attempts")
  @SecurityRequirement(name = "bearer", scopes = "notifications:read")
  @APIResponseSchema(DeliveryWithAttempts.class)
  public Response get(@PathParam("id") UUID id) {
    return answers.ok(DeliveryWithAttempts.of(deliveries.get(id)));
  }

  @POST
  @Path("/{id}/resend")
  @Operation(
      operationId = "resendDelivery",
      summary = "Send a delivery again",
      description = "Under the same `webhook-id`, with the whole schedule of tries before it.")
  @SecurityRequirement(name = "bearer", scopes = "notifications:write")
  @Refuses(
      status = 409,
      types = {"webhook-endpoint-disabled", "webhook-endpoint-without-standing"})
  @APIResponseSchema(value = DeliveryView.class, responseCode = "202")
  public Response resend(@PathParam("id") UUID id) {
    return idempotency.run(() -> accepted(deliveries.resend(id)));
  }

  private Response accepted(Delivery delivery) {
    return answers.accepted("/v1/deliveries/" + delivery.id, DeliveryView.of(delivery));
  }
}
