package dev.followthrough.notifications.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.followthrough.events.ContactAdded;
import dev.followthrough.notifications.dispatch.EndpointJudge.NeedsLog;
import dev.followthrough.notifications.message.EventLog;
import dev.followthrough.notifications.testing.Client;
import dev.followthrough.notifications.testing.Client.Endpoint;
import dev.followthrough.notifications.testing.Receiver;
import dev.followthrough.notifications.testing.Receiver.Reply;
import dev.followthrough.notifications.testing.SettableTransportTime;
import dev.followthrough.platform.kafka.KafkaProbe;
import dev.followthrough.platform.owner.Owners;
import dev.followthrough.platform.sql.Sql;
import dev.followthrough.platform.testing.StackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * What an owner is told of how their endpoints fare, and a receiver's word that ends its endpoint.
 */
@QuarkusTest
@WithTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notifications"))
class EndpointNewsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  @Inject KafkaProbe others;
  @Inject SettableTransportTime time;
  @Inject EndpointJudge judge;
  @Inject EventLog log;
  @Inject Owners owners;
  @Inject Sql sql;

  private final Client owner = Client.ofNewOwner();

  private String contactAdded() {
    return others
        .publish(
            "contacts",
            owner.owner(),
            new ContactAdded(UUID.randomUUID(), "Ada", false),
            Instant.now())
        .id()
        .toString();
  }

  private void awaitDelivery(Endpoint endpoint, String status, int attempts) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              var deliveries = owner.deliveries(endpoint);
              assertThat(deliveries.getString("items[0].status")).isEqualTo(status);
              assertThat(deliveries.<Integer>get("items[0].attempts")).isEqualTo(attempts);
            });
  }

  private String state(Endpoint endpoint) {
    var shown = owner.get("/v1/webhook-endpoints/" + endpoint.id()).extract().jsonPath();
    return shown.getString("state") + ":" + shown.getString("disabledReason");
  }

  private List<String> logged(String pattern) {
    return owner
        .get("/v1/events?type=" + pattern)
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("items.type");
  }

  @Test
  void the_others_and_the_log_hear_once_that_an_endpoint_fails_and_that_it_has_recovered() {
    try (var receiver = new Receiver(_ -> Reply.of(500));
        var healthy = new Receiver()) {
      var endpoint = owner.endpoint(receiver.url(), "*");
      owner.endpoint(healthy.url(), "delivery.*");
      contactAdded();
      for (var tries = 1; tries < 5; tries++) {
        awaitDelivery(endpoint, "waiting", tries);
        assertThat(logged("delivery.*")).isEmpty();
        time.advance(RetrySchedule.DELAYS.get(tries).multipliedBy(6).dividedBy(5));
      }

      var failing = healthy.await("delivery.failing").json().path("data");
      assertThat(failing.path("endpointId").asText()).isEqualTo(endpoint.id().toString());
      assertThat(failing.path("failures").asInt()).isEqualTo(5);
      assertThat(failing.path("failingSince").asText()).isNotEmpty();
      time.advance(Duration.ofHours(6));
      awaitDelivery(endpoint, "waiting", 6);
      assertThat(logged("delivery.*")).containsExactly("delivery.failing");

      receiver.answer(_ -> Reply.of(204));
      time.advance(Duration.ofHours(12));

      var recovered = healthy.await("delivery.recovered").json().path("data");
      assertThat(recovered.path("failingSince")).isEqualTo(failing.path("failingSince"));
      awaitDelivery(endpoint, "delivered", 7);
      contactAdded();
      await().atMost(PATIENCE).until(() -> owner.deliveries(endpoint).getList("items").size() == 2);
      assertThat(logged("delivery.*")).containsExactly("delivery.failing", "delivery.recovered");
      // a jump of the clock between a try and its result makes the delivery again, under its id
      assertThat(healthy.received().stream().map(Receiver.Received::id).distinct()).hasSize(2);
      assertThat(owner.deliveries(endpoint).getList("items.eventType"))
          .containsOnly((Object) "contact.added");
    }
  }

  @Test
  void news_that_was_not_foreseen_is_told_by_who_holds_the_log_alone() {
    try (var receiver = new Receiver()) {
      var endpoint = owner.endpoint(receiver.url(), "contact.*").id();
      owners.act(
          owner.owner(),
          () ->
              sql.update(
                  "update endpoint_lane set failures = 4, failing_since = ? where endpoint_id = ?",
                  time.now(),
                  endpoint));

      assertThatThrownBy(() -> owners.act(owner.owner(), () -> failed(endpoint)))
          .isInstanceOf(NeedsLog.class);
      assertThat(logged("delivery.*")).isEmpty();

      owners.act(
          owner.owner(),
          () -> {
            log.lock();
            failed(endpoint);
          });
      assertThat(logged("delivery.*")).containsExactly("delivery.failing");
    }
  }

  private void failed(UUID endpoint) {
    judge.judge(endpoint, Optional.empty(), new DeliveryOutcome.GaveUp("it fails"), time.now());
  }

  @Test
  void a_receiver_that_says_so_in_whatever_answer_gets_no_more() {
    try (var receiver = new Receiver(_ -> Reply.of(200).with("webhook-delivery", "disable"));
        var healthy = new Receiver()) {
      var endpoint = owner.endpoint(receiver.url(), "*");
      owner.endpoint(healthy.url(), "webhook_endpoint.*");

      contactAdded();

      var disabled = healthy.await("webhook_endpoint.disabled").json().path("data");
      assertThat(disabled.path("endpointId").asText()).isEqualTo(endpoint.id().toString());
      assertThat(disabled.path("reason").asText()).isEqualTo("byReceiver");
      assertThat(state(endpoint)).isEqualTo("disabled:byReceiver");
      awaitDelivery(endpoint, "delivered", 1);
      contactAdded();
      awaitDelivery(endpoint, "waiting", 0);
      assertThat(receiver.received()).hasSize(1);
      assertThat(logged("webhook_endpoint.*")).containsExactly("webhook_endpoint.disabled");
    }
  }

  @Test
  void what_such_a_receiver_refused_waits_until_the_endpoint_is_enabled() {
    try (var receiver = new Receiver(_ -> Reply.of(500).with("webhook-delivery", "disable"))) {
      var endpoint = owner.endpoint(receiver.url(), "*");
      var event = contactAdded();
      await().atMost(PATIENCE).until(() -> state(endpoint).equals("disabled:byReceiver"));
      awaitDelivery(endpoint, "waiting", 1);
      receiver.answer(_ -> Reply.of(204));

      owner.post("/v1/webhook-endpoints/" + endpoint.id() + "/enable", null).statusCode(200);

      awaitDelivery(endpoint, "delivered", 2);
      assertThat(receiver.received()).extracting(Receiver.Received::id).containsOnly(event);
    }
  }

  @Test
  void another_word_in_that_header_changes_nothing() {
    try (var receiver = new Receiver(_ -> Reply.of(200).with("webhook-delivery", "enable"))) {
      var endpoint = owner.endpoint(receiver.url(), "*");

      contactAdded();

      awaitDelivery(endpoint, "delivered", 1);
      assertThat(state(endpoint)).startsWith("enabled");
    }
  }
}
