package dev.followthrough.notifications.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.followthrough.events.ContactAdded;
import dev.followthrough.events.WebhookEndpointDisabled;
import dev.followthrough.notifications.testing.Client;
import dev.followthrough.notifications.testing.Client.Endpoint;
import dev.followthrough.notifications.testing.Receiver;
import dev.followthrough.notifications.testing.Receiver.Reply;
import dev.followthrough.notifications.testing.SettableTransportTime;
import dev.followthrough.platform.kafka.KafkaProbe;
import dev.followthrough.platform.testing.StackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notifications"))
class FaultyReceiverTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Inject KafkaProbe others;
  @Inject SettableTransportTime time;

  private final Client owner = Client.ofNewOwner();

  private UUID contactAdded() {
    return others
        .publish(
            "contacts",
            owner.owner(),
            new ContactAdded(UUID.randomUUID(), "Ada", false),
            Instant.now())
        .id();
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

  @Test
  void a_redirect_is_a_failure_and_is_not_followed() {
    try (var elsewhere = new Receiver();
        var receiver = new Receiver(_ -> Reply.of(308).with("Location", elsewhere.url()))) {
      var endpoint = owner.endpoint(receiver.url(), "*");

      contactAdded();

      awaitDelivery(endpoint, "waiting", 1);
      assertThat(owner.delivery(endpoint).getInt("attempts[0].statusCode")).isEqualTo(308);
      assertThat(elsewhere.received()).isEmpty();
    }
  }

  @Test
  void an_endpoint_that_asks_to_be_left_alone_is_left_alone() {
    try (var receiver = new Receiver(_ -> Reply.of(429).with("Retry-After", "120"))) {
      var endpoint = owner.endpoint(receiver.url(), "*");
      contactAdded();
      awaitDelivery(endpoint, "waiting", 1);
      receiver.answer(_ -> Reply.of(200));

      contactAdded();
      time.advance(Duration.ofSeconds(60));
      await().atMost(PATIENCE).until(() -> owner.deliveries(endpoint).getList("items").size() == 2);

      assertThat(receiver.received()).hasSize(1);
      time.advance(Duration.ofSeconds(60));
      receiver.await(3);
    }
  }

  @Test
  void gone_disables_at_once_and_the_others_hear_of_it() {
    try (var receiver = new Receiver(_ -> Reply.of(410));
        var healthy = new Receiver()) {
      var endpoint = owner.endpoint(receiver.url(), "contact.*");
      owner.endpoint(healthy.url(), "webhook_endpoint.*");

      var event = contactAdded();

      var disabled = healthy.await("webhook_endpoint.disabled");
      assertThat(disabled.json().path("data").path("reason").asText()).isEqualTo("gone");
      assertThat(disabled.json().path("data").path("endpointId").asText())
          .isEqualTo(endpoint.id().toString());
      assertThat(state(endpoint)).isEqualTo("disabled:gone");
      others.awaitEvent("notifications", owner.owner(), WebhookEndpointDisabled.class);

      receiver.answer(_ -> Reply.of(204));
      owner.post("/v1/webhook-endpoints/" + endpoint.id() + "/enable", null).statusCode(200);
      awaitDelivery(endpoint, "delivered", 2);
      assertThat(receiver.received())
          .extracting(Receiver.Received::id)
          .containsExactly(event.toString(), event.toString());
    }
  }

  @Test
  void five_days_without_success_disable_and_enabling_delivers_what_waited() {
    try (var receiver = new Receiver(_ -> Reply.of(500));
        var healthy = new Receiver()) {
      var endpoint = owner.endpoint(receiver.url(), "contact.*");
      owner.endpoint(healthy.url(), "webhook_endpoint.*");
      contactAdded();
      awaitDelivery(endpoint, "waiting", 1);
      time.advance(Duration.ofDays(4));
      awaitDelivery(endpoint, "waiting", 2);
      assertThat(state(endpoint)).startsWith("enabled");

      time.advance(Duration.ofDays(1));

      var disabled = healthy.await("webhook_endpoint.disabled");
      assertThat(disabled.json().path("data").path("reason").asText()).isEqualTo("failing");
      assertThat(state(endpoint)).isEqualTo("disabled:failing");
      assertThat(healthy.received()).hasSize(1);
      var tries = receiver.received().size();
      receiver.answer(_ -> Reply.of(204));
      var later = contactAdded();
      await().atMost(PATIENCE).until(() -> owner.deliveries(endpoint).getList("items").size() == 2);
      assertThat(receiver.received()).hasSize(tries);

      owner.post("/v1/webhook-endpoints/" + endpoint.id() + "/enable", null).statusCode(200);

      receiver.await(tries + 2);
      assertThat(receiver.received().stream().map(Receiver.Received::id))
          .contains(later.toString());
    }
  }

  @Test
  void a_weekly_failure_of_an_endpoint_that_is_idle_otherwise_disables_nothing() {
    try (var receiver = new Receiver()) {
      var endpoint = owner.endpoint(receiver.url(), "*");
      contactAdded();
      awaitDelivery(endpoint, "delivered", 1);
      time.advance(Duration.ofDays(10));
      receiver.answer(_ -> Reply.of(500));

      contactAdded();

      awaitDelivery(endpoint, "waiting", 1);
      assertThat(state(endpoint)).startsWith("enabled");
    }
  }

  @Test
  void a_delivery_whose_sender_was_lost_is_made_again_and_the_late_result_decides_nothing() {
    var release = new CountDownLatch(1);
    try (var receiver = hangingOnce(release)) {
      var endpoint = owner.endpoint(receiver.url(), "*");
      var event = contactAdded();
      receiver.await(1);

      // the first sender is as good as dead once its lease has ended
      time.advance(Duration.ofSeconds(21));

      awaitDelivery(endpoint, "delivered", 1);
      release.countDown();
      awaitDelivery(endpoint, "delivered", 2);
      assertThat(owner.delivery(endpoint).getList("attempts.outcome"))
          .containsExactly("delivered", "failed");
      assertThat(receiver.received())
          .extracting(Receiver.Received::id)
          .containsOnly(event.toString());
    }
  }

  @Test
  void a_claim_that_a_crash_of_the_database_forgot_decides_nothing_though_its_fence_is_used_again()
      throws Exception {
    var first = new CountDownLatch(1);
    var second = new CountDownLatch(1);
    var requests = new AtomicInteger();
    try (var receiver =
        new Receiver(
            _ -> {
              var isFirst = requests.incrementAndGet() == 1;
              (isFirst ? first : second).await();
              return Reply.of(isFirst ? 410 : 204);
            })) {
      var endpoint = owner.endpoint(receiver.url(), "*");
      contactAdded();
      receiver.await(1);

      forgetTheClaim(endpoint);
      receiver.await(2);
      first.countDown();

      awaitDelivery(endpoint, "waiting", 1);
      assertThat(state(endpoint)).startsWith("enabled");
      second.countDown();
      awaitDelivery(endpoint, "delivered", 2);
      assertThat(owner.delivery(endpoint).getList("attempts.outcome"))
          .containsExactly("failed", "delivered");
    }
  }

  /** As a database does that crashed before it had written the claim to its disk. */
  private static void forgetTheClaim(Endpoint endpoint) throws SQLException {
    var superuser =
        ConfigProvider.getConfig().getValue("followthrough.test.superuser-url", String.class);
    try (var connection = DriverManager.getConnection(superuser);
        var forget =
            connection.prepareStatement(
                "update notifications.delivery set fence = fence - 1, lease_until = null,"
                    + " next_attempt_at = created_at where endpoint_id = ?");
        var look =
            connection.prepareStatement(
                "update notifications.endpoint_lane set next_due = now() - interval '1 day'"
                    + " where endpoint_id = ?")) {
      forget.setObject(1, endpoint.id());
      assertThat(forget.executeUpdate()).isEqualTo(1);
      look.setObject(1, endpoint.id());
      look.executeUpdate();
    }
  }

  /** Its first request hangs until it is let go, and then fails; the others succeed. */
  private static Receiver hangingOnce(CountDownLatch release) {
    var requests = new AtomicInteger();
    return new Receiver(
        _ -> {
          if (requests.incrementAndGet() == 1) {
            release.await();
            return Reply.of(500);
          }
          return Reply.of(204);
        });
  }

  /** What was asked for comes while the try before it hangs, and its result stands. */
  private void awaitTheTryThatWasAskedFor(
      Receiver receiver, Endpoint endpoint, CountDownLatch release) {
    await().atMost(Duration.ofSeconds(8)).until(() -> receiver.received().size() == 2);
    awaitDelivery(endpoint, "delivered", 1);
    release.countDown();
    awaitDelivery(endpoint, "delivered", 2);
    assertThat(owner.delivery(endpoint).getList("attempts.outcome"))
        .containsExactly("delivered", "failed");
  }

  @Test
  void a_resend_during_a_try_is_made_and_the_result_of_that_try_decides_nothing() {
    var release = new CountDownLatch(1);
    try (var receiver = hangingOnce(release)) {
      var endpoint = owner.endpoint(receiver.url(), "*");
      contactAdded();
      receiver.await(1);

      var id = owner.deliveries(endpoint).getString("items[0].id");
      owner.post("/v1/deliveries/" + id + "/resend", null).statusCode(202);

      awaitTheTryThatWasAskedFor(receiver, endpoint, release);
    }
  }

  @Test
  void enabling_an_endpoint_during_a_try_makes_another() {
    var release = new CountDownLatch(1);
    try (var receiver = hangingOnce(release)) {
      var endpoint = owner.endpoint(receiver.url(), "*");
      contactAdded();
      receiver.await(1);

      var path = "/v1/webhook-endpoints/" + endpoint.id();
      owner.post(path + "/disable", null).statusCode(200);
      owner.post(path + "/enable", null).statusCode(200);

      awaitTheTryThatWasAskedFor(receiver, endpoint, release);
    }
  }

  @Test
  void endpoints_that_hang_do_not_hold_up_another() {
    var release = new CountDownLatch(1);
    try (var hanging =
            new Receiver(
                _ -> {
                  release.await();
                  return Reply.of(204);
                });
        var healthy = new Receiver()) {
      for (var i = 0; i < 40; i++) {
        owner.endpoint(hanging.url(), "contact.*");
      }
      owner.endpoint(healthy.url(), "contact.*");

      var sent = new ArrayList<UUID>();
      for (var i = 0; i < 5; i++) {
        sent.add(contactAdded());
      }

      await().atMost(Duration.ofSeconds(10)).until(() -> healthy.received().size() == 5);
      assertThat(healthy.received())
          .extracting(Receiver.Received::id)
          .containsExactlyInAnyOrderElementsOf(sent.stream().map(UUID::toString).toList());
      release.countDown();
      hanging.await(200);
    }
  }

  @Test
  void a_burst_that_fails_together_does_not_pause_the_endpoint() {
    var release = new CountDownLatch(1);
    try (var receiver = new Receiver()) {
      var endpoint = owner.endpointWith("\"concurrency\": 8", receiver.url(), "*");
      for (var i = 0; i < 3; i++) {
        contactAdded();
        receiver.await(i + 1);
        awaitDelivery(endpoint, "delivered", 1);
      }
      receiver.answer(
          _ -> {
            release.await();
            return Reply.of(500);
          });
      for (var i = 0; i < 8; i++) {
        contactAdded();
      }
      receiver.await(3 + 8);
      release.countDown();
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  owner.deliveries(endpoint).getList("items.attempts").stream()
                      .allMatch(Integer.valueOf(1)::equals));

      receiver.answer(_ -> Reply.of(204));
      var next = contactAdded().toString();

      // a pause would last 10 s at least
      await()
          .atMost(Duration.ofSeconds(6))
          .until(() -> receiver.received().stream().anyMatch(one -> one.id().equals(next)));
    }
  }

  @Test
  void more_than_one_place_can_hold_arrives_once_each() {
    try (var receiver = new Receiver()) {
      var endpoint = owner.endpointWith("\"concurrency\": 3", receiver.url(), "*");

      var sent = new ArrayList<String>();
      for (var i = 0; i < 60; i++) {
        sent.add(contactAdded().toString());
      }

      receiver.await(60);
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  owner
                          .get(
                              "/v1/webhook-endpoints/"
                                  + endpoint.id()
                                  + "/deliveries?status=delivered&limit=100")
                          .extract()
                          .jsonPath()
                          .getList("items")
                          .size()
                      == 60);
      assertThat(receiver.received())
          .extracting(Receiver.Received::id)
          .containsExactlyInAnyOrderElementsOf(sent);
    }
  }

  @Test
  void a_name_that_cannot_be_resolved_counts_as_a_failure() {
    // a name is looked up with each try, so it can be stored; this one never resolves
    var endpoint = owner.endpoint("https://no-such-host.invalid/x", "*");

    contactAdded();

    awaitDelivery(endpoint, "waiting", 1);
    var delivery = owner.delivery(endpoint);
    assertThat(delivery.getString("attempts[0].outcome")).isEqualTo("failed");
    assertThat(delivery.getString("attempts[0].excerpt")).isNull();
    assertThat(delivery.getString("attempts[0].detail")).isNotEmpty();
  }

  @Test
  void an_address_that_is_refused_when_sending_is_said_to_be_and_shows_nothing() throws Exception {
    try (var receiver = new Receiver()) {
      var endpoint = owner.endpoint(receiver.url(), "*");
      var superuser =
          ConfigProvider.getConfig().getValue("followthrough.test.superuser-url", String.class);
      // as if the guard had been configured otherwise when it was made
      try (var connection = DriverManager.getConnection(superuser);
          var statement =
              connection.prepareStatement(
                  "update notifications.webhook_endpoint set url = ? where id = ?")) {
        statement.setString(1, "http://169.254.169.254/latest/meta-data");
        statement.setObject(2, endpoint.id());
        statement.executeUpdate();
      }

      contactAdded();

      awaitDelivery(endpoint, "waiting", 1);
      var delivery = owner.delivery(endpoint);
      assertThat(delivery.getString("attempts[0].outcome")).isEqualTo("refused");
      assertThat(delivery.getString("attempts[0].excerpt")).isNull();
      assertThat(delivery.<Integer>get("attempts[0].statusCode")).isNull();
      assertThat(delivery.getString("attempts[0].detail")).contains("public addresses only");
    }
  }

  @Test
  void an_endpoint_can_be_removed_during_a_try_with_all_that_waits_for_it() {
    var release = new CountDownLatch(1);
    try (var receiver = hangingOnce(release);
        var healthy = new Receiver()) {
      var endpoint = owner.endpointWith("\"concurrency\": 1", receiver.url(), "*");
      owner.endpoint(healthy.url(), "*");
      contactAdded();
      receiver.await(1);
      contactAdded();
      healthy.await(2);
      var delivery = owner.deliveries(endpoint).getString("items[0].id");

      owner.delete("/v1/webhook-endpoints/" + endpoint.id()).statusCode(204);
      release.countDown();
      contactAdded();
      healthy.await(3);

      owner.get("/v1/deliveries/" + delivery).statusCode(404);
      assertThat(receiver.received()).hasSize(1);
    }
  }
}
