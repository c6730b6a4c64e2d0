package dev.followthrough.notifications;

import dev.followthrough.notifications.testing.Receiver;
import dev.followthrough.platform.conformance.ConformanceSuite;
import dev.followthrough.platform.conformance.Example;
import dev.followthrough.platform.testing.StackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;

@QuarkusTest
@WithTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notifications"))
class NotificationsConformanceTest extends ConformanceSuite {

  private static final Receiver RECEIVER = new Receiver();

  @AfterAll
  static void close() {
    RECEIVER.close();
  }

  @Override
  protected Map<String, Supplier<Example>> examples() {
    return Map.ofEntries(
        Map.entry("createWebhookEndpoint", Example::of),
        Map.entry("listWebhookEndpoints", Example::of),
        Map.entry("getWebhookEndpoint", this::endpoint),
        Map.entry("changeWebhookEndpoint", this::endpoint),
        Map.entry("removeWebhookEndpoint", this::endpoint),
        Map.entry("rotateWebhookSecret", this::endpoint),
        Map.entry("enableWebhookEndpoint", this::endpoint),
        Map.entry("disableWebhookEndpoint", this::endpoint),
        Map.entry("testWebhookEndpoint", this::endpoint),
        Map.entry("listDeliveries", this::endpoint),
        Map.entry("recoverDeliveries", this::endpoint),
        Map.entry("getDelivery", this::delivery),
        Map.entry("resendDelivery", this::delivery),
        Map.entry("listEvents", Example::of),
        Map.entry("getEvent", this::event),
        Map.entry("followEvents", Example::of),
        Map.entry("listReminders", Example::of));
  }

  private String endpointId() {
    return post(
            "/v1/webhook-endpoints",
            "{\"url\": \"%s\", \"eventTypes\": [\"agreement.voided\"]}".formatted(RECEIVER.url()))
        .get("id")
        .asText();
  }

  private Example endpoint() {
    return Example.of().path("id", endpointId());
  }

  private Example event() {
    var delivery = post("/v1/webhook-endpoints/" + endpointId() + "/test", "");
    return Example.of().path("id", delivery.get("eventId").asText());
  }

  private Example delivery() {
    var delivery = post("/v1/webhook-endpoints/" + endpointId() + "/test", "");
    var id = delivery.get("id").asText();
    Awaitility.await()
        .until(
            () ->
                get("/v1/deliveries/" + id)
                    .path("delivery")
                    .path("status")
                    .asText()
                    .equals("delivered"));
    return Example.of().path("id", id);
  }
}
