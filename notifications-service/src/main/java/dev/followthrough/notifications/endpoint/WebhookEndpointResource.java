package dev.followthrough.notifications.endpoint;

import dev.followthrough.notifications.endpoint.SecretRotation.RotatedSecret;
import dev.followthrough.notifications.endpoint.WebhookEndpointView.CreatedWebhookEndpoint;
import dev.followthrough.notifications.endpoint.WebhookEndpointView.WebhookEndpointPage;
import dev.followthrough.platform.http.Answers;
import dev.followthrough.platform.idempotency.Idempotency;
import dev.followthrough.platform.json.JsonBodyReader;
import dev.followthrough.platform.json.MergePatch;
import dev.followthrough.platform.json.OptionalBody;
import dev.followthrough.platform.openapi.Refuses;
import dev.followthrough.platform.paging.PageRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /v1/webhook-endpoints}: where an owner's events go. */
@Path("/v1/webhook-endpoints")
@Tag(name = "webhook-endpoints", description = "Where your events are sent.")
@Produces("application/json")
@RunOnVirtualThread
public class WebhookEndpointResource {

  private static final String PATH = "/v1/webhook-endpoints/";

  private final WebhookEndpoints endpoints;
  private final Answers answers;
  private final Idempotency idempotency;

  WebhookEndpointResource(WebhookEndpoints endpoints, Answers answers, Idempotency idempotency) {
    this.endpoints = endpoints;
    this.answers = answers;
    this.idempotency = idempotency;
  }

  @POST
  @Operation(
      operationId = "createWebhookEndpoint",
      summary = "Make a webhook endpoint",
      description =
          "The answer holds the signing secret, this once. `standing.changed` goes only to endpoints"
              + " made by a client with the scope `standing:read`: without it, a type that means"
              + " nothing else is refused, and `*` means all others (`receivesStanding`).")
  @SecurityRequirement(name = "bearer", scopes = "notifications:write")
  @Refuses(status = 409, types = "too-many-webhook-endpoints")
  @APIResponseSchema(value = CreatedWebhookEndpoint.class, responseCode = "201")
  public Response create(WebhookEndpointFields fields) {
    return idempotency.runSealed(
        () -> {
          var made = endpoints.create(fields);
          return answers.created(
              PATH + made.endpoint().id, CreatedWebhookEndpoint.of(made), made.endpoint().version);
        });
  }

  @GET
  @Operation(operationId = "listWebhookEndpoints", summary = "List the webhook endpoints")
  @SecurityRequirement(name = "bearer", scopes = "notifications:read")
  @APIResponseSchema(WebhookEndpointPage.class)
  public Response list(@BeanParam PageRequest page) {
    var after = page.after(key -> UUID.fromString(key.getFirst()));
    var rows = endpoints.list(after, page.fetch());
    return answers.ok(page.of(rows, WebhookEndpointView::of, e -> List.of(e.id.toString())));
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getWebhookEndpoint", summary = "Read a webhook endpoint")
  @SecurityRequirement(name = "bearer", scopes = "notifications:read")
  @APIResponseSchema(WebhookEndpointView.class)
  public Response get(@PathParam("id") UUID id) {
    return ok(endpoints.get(id));
  }

  @PATCH
  @Path("/{id}")
  @Consumes(JsonBodyReader.MERGE_PATCH)
  @Operation(
      operationId = "changeWebhookEndpoint",
      summary = "Change a webhook endpoint",
      description =
          "Any change by a client with the scope `standing:read`, an empty one too, lets"
              + " `standing.changed` go there; a change of the URL by one without it ends that.")
  @SecurityRequirement(name = "bearer", scopes = "notifications:write")
  @APIResponseSchema(WebhookEndpointView.class)
  public Response change(@PathParam("id") UUID id, MergePatch<WebhookEndpointFields> patch) {
    return ok(endpoints.change(id, patch));
  }

  @DELETE
  @Path("/{id}")
  @Operation(
      operationId = "removeWebhookEndpoint",
      summary = "Remove a webhook endpoint, with all that waits for it")
  @SecurityRequirement(name = "bearer", scopes = "notifications:write")
  @APIResponse(responseCode = "204", description = "It is removed.")
  public Response remove(@PathParam("id") UUID id) {
    endpoints.remove(id);
    return answers.noContent();
  }

  @POST
  @Path("/{id}/secret-rotation")
  @Operation(
      operationId = "rotateWebhookSecret",
      summary = "Replace the signing secret",
      description =
          "For the overlap, deliveries carry a signature by each. The answer holds the new secret,"
              + " this once.")
  @SecurityRequirement(name = "bearer", scopes = "notifications:write")
  @APIResponseSchema(value = RotatedSecret.class, responseCode = "200")
  public Response rotate(@PathParam("id") UUID id, @OptionalBody SecretRotation rotation) {
    return idempotency.runSealed(
        () ->
            answers.ok(RotatedSecret.of(endpoints.rotate(id, SecretRotation.overlapOf(rotation)))));
  }

  @POST
  @Path("/{id}/enable")
  @Operation(
      operationId = "enableWebhookEndpoint",
      summary = "Enable a disabled webhook endpoint",
      description = "What has waited for it is sent.")
  @SecurityRequirement(name = "bearer", scopes = "notifications:write")
  @APIResponseSchema(value = WebhookEndpointView.class, responseCode = "200")
  public Response enable(@PathParam("id") UUID id) {
    return idempotency.run(() -> ok(endpoints.enable(id)));
  }

  @POST
  @Path("/{id}/disable")
  @Operation(
      operationId = "disableWebhookEndpoint",
      summary = "Disable a webhook endpoint",
      description = "What is meant for it waits until it is enabled.")
  @SecurityRequirement(name = "bearer", scopes = "notifications:write")
  @APIResponseSchema(value = WebhookEndpointView.class, responseCode = "200")
  public Response disable(@PathParam("id") UUID id) {
    return idempotency.run(() -> ok(endpoints.disable(id)));
  }

  private Response ok(WebhookEndpoint endpoint) {
    return answers.ok(WebhookEndpointView.of(endpoint), endpoint.version);
  }
}
