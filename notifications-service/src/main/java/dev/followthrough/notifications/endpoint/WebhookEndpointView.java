package dev.followthrough.notifications.endpoint;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An endpoint as the API shows it: without secret, and of its headers the names alone. */
record WebhookEndpointView(
    @NotNull UUID id,
    @NotNull String url,
    @NotNull List<String> eventTypes,
    String description,
    @NotNull List<String> customHeaderNames,
    @NotNull Integer concurrency,
    @NotNull Integer ratePerSecond,
    @NotNull DeliveryOrder order,
    @NotNull Map<String, String> metadata,
    @NotNull @Schema(description = STANDING) Boolean receivesStanding,
    @NotNull EndpointState state,
    DisabledReason disabledReason,
    Instant disabledAt,
    @NotNull Instant createdAt) {

  private static final String STANDING =
      "Whether `standing.changed` is sent to it, if its types include it: a client with the scope"
          + " `standing:read` made it or changed it since, and no other has changed its URL. Of one that"
          + " an earlier version made nobody knows: it gets none until such a client changes it.";

  static WebhookEndpointView of(WebhookEndpoint endpoint) {
    return new WebhookEndpointView(
        endpoint.id,
        endpoint.url,
        endpoint.eventTypes,
        endpoint.description,
        endpoint.headerNames,
        endpoint.concurrency,
        endpoint.ratePerSecond,
        endpoint.deliveryOrder,
        endpoint.metadata,
        endpoint.receivesStanding,
        endpoint.state,
        endpoint.disabledReason,
        endpoint.disabledAt,
        endpoint.createdAt);
  }

  /** A new endpoint: the one time that its secret is shown. */
  record CreatedWebhookEndpoint(
      @NotNull UUID id,
      @NotNull String url,
      @NotNull List<String> eventTypes,
      String description,
      @NotNull List<String> customHeaderNames,
      @NotNull Integer concurrency,
      @NotNull Integer ratePerSecond,
      @NotNull DeliveryOrder order,
      @NotNull Map<String, String> metadata,
      @NotNull @Schema(description = STANDING) Boolean receivesStanding,
      @NotNull EndpointState state,
      @NotNull Instant createdAt,
      @NotNull
          @Schema(
              description = "`whsec_` and base64. Keep it: it is shown this once.",
              examples = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=")
          String secret) {

    static CreatedWebhookEndpoint of(WebhookEndpoints.WithSecret made) {
      var endpoint = made.endpoint();
      return new CreatedWebhookEndpoint(
          endpoint.id,
          endpoint.url,
          endpoint.eventTypes,
          endpoint.description,
          endpoint.headerNames,
          endpoint.concurrency,
          endpoint.ratePerSecond,
          endpoint.deliveryOrder,
          endpoint.metadata,
          endpoint.receivesStanding,
          endpoint.state,
          endpoint.createdAt,
          made.secret().text());
    }
  }

  /** A part of the list of endpoints. */
  record WebhookEndpointPage(@NotNull List<WebhookEndpointView> items, String nextCursor) {}
}
