package dev.followthrough.notifications.delivery;

import dev.followthrough.notifications.delivery.DeliveryView.DeliveryPage;
import dev.followthrough.platform.http.Answers;
import dev.followthrough.platform.paging.PageRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What was sent to one endpoint. */
@Path("/v1/webhook-endpoints/{id}/deliveries")
@Tag(name = "deliveries", description = "What was sent to your endpoints, and how it went.")
@Produces("application/json")
@RunOnVirtualThread
public class EndpointDeliveriesResource {

  private final Deliveries deliveries;
  private final Answers answers;

  EndpointDeliveriesResource(Deliveries deliveries, Answers answers) {
    this.deliveries = deliveries;
    this.answers = answers;
  }

  @GET
  @Operation(operationId = "listDeliveries", summary = "List an endpoint's deliveries")
  @SecurityRequirement(name = "bearer", scopes = "notifications:read")
  @APIResponseSchema(DeliveryPage.class)
  public Response list(
      @PathParam("id") UUID id,
      @BeanParam PageRequest page,
      @QueryParam("status") DeliveryStatus status) {
    var before = page.after(key -> UUID.fromString(key.getFirst()));
    var rows = deliveries.list(id, status, before, page.fetch());
    return answers.ok(page.of(rows, DeliveryView::of, d -> List.of(d.id.toString())));
  }
}
