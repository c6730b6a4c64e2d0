package dev.followthrough.notifications.delivery;

import dev.followthrough.platform.http.Answers;
import dev.followthrough.platform.idempotency.Idempotency;
import dev.followthrough.platform.openapi.Refuses;
import io.smallrye.common.annotation.RunOnVirtualThread;
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

/** Trying an endpoint out. */
@Path("/v1/webhook-endpoints/{id}/test")
@Tag(name = "deliveries", description = "What was sent to your endpoints, and how it went.")
@Produces("application/json")
@RunOnVirtualThread
public class EndpointTestResource {

  private final Deliveries deliveries;
  private final Answers answers;
  private final Idempotency idempotency;

  EndpointTestResource(Deliveries deliveries, Answers answers, Idempotency idempotency) {
    this.deliveries = deliveries;
    this.answers = answers;
    this.idempotency = idempotency;
  }

  @POST
  @Operation(
      operationId = "testWebhookEndpoint",
      summary = "Send a test event to an endpoint",
      description = "A `webhook_endpoint.test`, by the same way as every other event.")
  @SecurityRequirement(name = "bearer", scopes = "notifications:write")
  @Refuses(status = 409, types = "webhook-endpoint-disabled")
  @APIResponseSchema(value = DeliveryView.class, responseCode = "202")
  public Response test(@PathParam("id") UUID id) {
    return idempotency.run(() -> accepted(deliveries.test(id)));
  }

  private Response accepted(Delivery delivery) {
    return answers.accepted("/v1/deliveries/" + delivery.id, DeliveryView.of(delivery));
  }
}
