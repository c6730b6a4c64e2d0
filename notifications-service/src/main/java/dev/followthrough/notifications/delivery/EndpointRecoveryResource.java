package dev.followthrough.notifications.delivery;

import dev.followthrough.notifications.delivery.DeliveryView.Recovery;
import dev.followthrough.notifications.delivery.DeliveryView.RecoveryRequest;
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

/** Sending again what an endpoint has missed. */
@Path("/v1/webhook-endpoints/{id}/recovery")
@Tag(name = "deliveries", description = "What was sent to your endpoints, and how it went.")
@Produces("application/json")
@RunOnVirtualThread
public class EndpointRecoveryResource {

  private final Deliveries deliveries;
  private final Answers answers;
  private final Idempotency idempotency;

  EndpointRecoveryResource(Deliveries deliveries, Answers answers, Idempotency idempotency) {
    this.deliveries = deliveries;
    this.answers = answers;
    this.idempotency = idempotency;
  }

  @POST
  @Operation(
      operationId = "recoverDeliveries",
      summary = "Send again all that failed since a time or a place in the event log",
      description = "With `missed` also what the endpoint wants by now and was never sent.")
  @SecurityRequirement(name = "bearer", scopes = "notifications:write")
  @Refuses(status = 409, types = "webhook-endpoint-disabled")
  @APIResponseSchema(value = Recovery.class, responseCode = "202")
  public Response recover(@PathParam("id") UUID id, RecoveryRequest request) {
    return idempotency.run(
        () ->
            answers.accepted(
                "/v1/webhook-endpoints/" + id + "/deliveries", deliveries.recover(id, request)));
  }
}
