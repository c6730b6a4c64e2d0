package dev.followthrough.notifications.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.followthrough.events.ContactAdded;
import dev.followthrough.events.ContactChanged;
import dev.followthrough.events.ContactRemoved;
import dev.followthrough.notifications.testing.Client;
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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notifications"))
class DeliveryTest {

  @Inject KafkaProbe others;
  @Inject SettableTransportTime time;
  @Inject Owners owners;
  @Inject Sql sql;

  private final Client owner = Client.ofNewOwner();

  private UUID contactAdded() {
    var contact = UUID.randomUUID();
    return others
        .publish("contacts", owner.owner(), new ContactAdded(contact, "Ada", false), Instant.now())
        .id();
  }

  private String status(Client.Endpoint endpoint) {
    return owner.deliveries(endpoint).getString("items[0].status");
  }

  private void awaitStatus(Client.Endpoint endpoint, String status) {
    await().atMost(Duration.ofSeconds(20)).until(() -> status.equals(status(endpoint)));
  }

  private void awaitAttempts(Client.Endpoint endpoint, int attempts) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                Integer.valueOf(attempts)
                    .equals(owner.deliveries(endpoint).get("items[0].attempts")));
  }

  @Test
  void an_event_arrives_signed_under_its_own_id() {
    try (var receiver = new Receiver()) {
      var endpoint = owner.endpoint(receiver.url(), "contact.*");

      var event = contactAdded();

      var request = receiver.await("contact.added");
      assertThat(request.id()).isEqualTo(event.toString());
      assertThat(request.isSignedBy(endpoint.secret())).isTrue();
      assertThat(request.json().path("data").path("name").asText()).isEqualTo("Ada");
      assertThat(request.json().path("data").path("sequence").asLong()).isEqualTo(1);
      assertThat(request.json().path("timestamp").asText()).isNotEmpty();
      assertThat(request.header("content-type")).isEqualTo("application/json");
      assertThat(request.header("user-agent")).startsWith("Followthrough");
      awaitStatus(endpoint, "delivered");
      var delivery = owner.delivery(endpoint);
      assertThat(delivery.getInt("attempts[0].statusCode")).isEqualTo(204);
      assertThat(delivery.getString("attempts[0].outcome")).isEqualTo("delivered");
    }
  }

  @Test
  void who_is_alone_for_one_owner_holds_up_no_others_deliveries() throws Exception {
    var gate = new CountDownLatch(1);
    var other = Client.ofNewOwner();
    try (var slow =
            new Receiver(
                _ -> {
                  gate.await();
                  return Reply.of(500);
                });
        var receiver = new Receiver()) {
      var mine = new ArrayList<Client.Endpoint>();
      for (var i = 0; i < 8; i++) {
        mine.add(owner.endpoint(slow.url(), "*"));
      }
      var others = other.endpoint(receiver.url(), "*");
      contactAdded();
      slow.await(8);

      owners.alone(
          owner.owner(),
          () -> {
            // eight results cannot be written
            gate.countDown();
            addedFor(other);
            receiver.await(1);
            await()
                .atMost(Duration.ofSeconds(20))
                .until(
                    () ->
                        "delivered".equals(other.deliveries(others).getString("items[0].status")));
            return true;
          });

      mine.forEach(one -> awaitAttempts(one, 1));
      owners.alone(
          owner.owner(),
          () -> {
            // eight lanes cannot be claimed from
            time.advance(Duration.ofSeconds(15));
            addedFor(other);
            return receiver.await(2);
          });
      mine.forEach(one -> awaitAttempts(one, 2));
    }
  }

  private void addedFor(Client somebody) {
    others.publish(
        "contacts",
        somebody.owner(),
        new ContactAdded(UUID.randomUUID(), "Ada", false),
        Instant.now());
  }

  @Test
  void a_delivery_whose_event_is_forgotten_is_given_up_with_a_reason_and_stops_no_other() {
    try (var receiver = new Receiver()) {
      var endpoint = owner.endpoint(receiver.url(), "*");
      contactAdded();
      awaitStatus(endpoint, "delivered");
      var id = owner.deliveries(endpoint).getString("items[0].id");
      owners.act(owner.owner(), () -> sql.update("delete from message"));

      owner.post("/v1/deliveries/" + id + "/resend", null).statusCode(202);
      contactAdded();

      receiver.await(2);
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> "failed".equals(detail(id).getString("delivery.status")));
      assertThat(detail(id).getString("attempts[1].outcome")).isEqualTo("refused");
      assertThat(detail(id).getString("attempts[1].detail")).contains("no longer in the log");
    }
  }

  private io.restassured.path.json.JsonPath detail(String delivery) {
    return owner.get("/v1/deliveries/" + delivery).statusCode(200).extract().jsonPath();
  }

  @Test
  void only_what_an_endpoint_wants_reaches_it() {
    try (var receiver = new Receiver();
        var other = new Receiver()) {
      owner.endpoint(receiver.url(), "contact.removed", "commitment.*");
      owner.endpoint(other.url(), "*");
      var contact = UUID.randomUUID();

      for (var event :
          List.of(
              new ContactAdded(contact, "Ada", false),
              new ContactChanged(contact, "Ada", false, List.of("role")),
              new ContactRemoved(contact))) {
        others.publish("contacts", owner.owner(), event, Instant.now());
      }

      other.await(3);
      receiver.await("contact.removed");
      assertThat(receiver.received()).hasSize(1);
      assertThat(other.received())
          .extracting(one -> one.json().path("data").path("sequence").asLong())
          .containsExactlyInAnyOrder(1L, 2L, 3L);
    }
  }

  @Test
  void a_failed_delivery_is_tried_by_the_whole_schedule_under_one_id() {
    try (var receiver = new Receiver(_ -> Reply.of(500).saying("out of order"))) {
      var endpoint = owner.endpoint(receiver.url(), "*");

      contactAdded();

      awaitAttempts(endpoint, 1);
      for (var tries = 1; tries < 10; tries++) {
        var delivery = owner.delivery(endpoint);
        var last = Instant.parse(delivery.getString("attempts[%d].startedAt".formatted(tries - 1)));
        var pause =
            Duration.between(last, Instant.parse(delivery.getString("delivery.nextAttemptAt")));
        var planned = RetrySchedule.DELAYS.get(tries);
        assertThat(pause.toMillis())
            .isBetween(planned.toMillis() * 8 / 10, planned.toMillis() * 12 / 10 + 5_000);
        time.advance(pause);
        awaitAttempts(endpoint, tries + 1);
      }
      awaitStatus(endpoint, "failed");
      assertThat(receiver.received()).hasSize(10);
      assertThat(receiver.received())
          .extracting(one -> one.id())
          .containsOnly(receiver.received().getFirst().id());
      var delivery = owner.delivery(endpoint);
      assertThat(delivery.getList("attempts")).hasSize(10);
      assertThat(delivery.getString("attempts[3].excerpt")).isEqualTo("out of order");
      assertThat(delivery.getInt("attempts[3].statusCode")).isEqualTo(500);
      assertThat(delivery.getString("delivery.nextAttemptAt")).isNull();
    }
  }

  private void failEveryTry(Client.Endpoint endpoint) {
    for (var tries = 1; tries < 10; tries++) {
      awaitAttempts(endpoint, tries);
      time.advance(RetrySchedule.DELAYS.get(tries).multipliedBy(6).dividedBy(5));
    }
    awaitStatus(endpoint, "failed");
  }

  @Test
  void what_failed_is_resent_under_its_id() {
    try (var receiver = new Receiver(_ -> Reply.of(500))) {
      var endpoint = owner.endpoint(receiver.url(), "*");
      contactAdded();
      failEveryTry(endpoint);
      receiver.answer(_ -> Reply.of(200));

      owner
          .post(
              "/v1/deliveries/" + owner.deliveries(endpoint).getString("items[0].id") + "/resend",
              null)
          .statusCode(202);

      awaitStatus(endpoint, "delivered");
      assertThat(receiver.received()).hasSize(11);
      assertThat(receiver.received())
          .extracting(one -> one.id())
          .containsOnly(receiver.received().getFirst().id());
    }
  }

  @Test
  void all_that_failed_since_a_time_is_recovered() {
    try (var receiver = new Receiver(_ -> Reply.of(500))) {
      var endpoint = owner.endpoint(receiver.url(), "*");
      var since = time.now().minusSeconds(1);
      contactAdded();
      failEveryTry(endpoint);
      receiver.answer(_ -> Reply.of(200));
      var path = "/v1/webhook-endpoints/" + endpoint.id() + "/recovery";

      var later = owner.post(path, "{\"since\": \"%s\"}".formatted(time.now()));
      var all = owner.post(path, "{\"since\": \"%s\"}".formatted(since));

      assertThat(later.statusCode(202).extract().jsonPath().getInt("recovered")).isZero();
      assertThat(all.statusCode(202).extract().jsonPath().getInt("recovered")).isEqualTo(1);
      awaitStatus(endpoint, "delivered");
    }
  }

  @Test
  void all_that_failed_after_a_place_in_the_log_is_recovered() {
    try (var receiver = new Receiver(_ -> Reply.of(500))) {
      var endpoint = owner.endpoint(receiver.url(), "*");
      contactAdded();
      failEveryTry(endpoint);
      receiver.answer(_ -> Reply.of(200));
      var path = "/v1/webhook-endpoints/" + endpoint.id() + "/recovery";

      owner.post(path, "{}").statusCode(400);
      owner.post(path, "{\"after\": 0, \"since\": \"2026-03-01T00:00:00Z\"}").statusCode(400);
      var later = owner.post(path, "{\"after\": 1}").statusCode(202);
      var all = owner.post(path, "{\"after\": 0}").statusCode(202);

      assertThat(later.extract().jsonPath().getInt("recovered")).isZero();
      assertThat(all.extract().jsonPath().getInt("recovered")).isEqualTo(1);
      awaitStatus(endpoint, "delivered");
    }
  }

  @Test
  void what_an_endpoint_missed_is_sent_once_when_it_is_asked_for() {
    try (var receiver = new Receiver()) {
      var before = contactAdded().toString();
      contactAdded();
      await()
          .until(() -> owner.get("/v1/events").extract().jsonPath().getList("items").size() == 2);
      var endpoint = owner.endpoint(receiver.url(), "contact.*");
      var path = "/v1/webhook-endpoints/" + endpoint.id() + "/recovery";
      owner.post("/v1/webhook-endpoints/" + endpoint.id() + "/test", null).statusCode(202);

      var without = owner.post(path, "{\"after\": 0}").statusCode(202);
      var second = owner.post(path, "{\"after\": 1, \"missed\": true}").statusCode(202);
      var all = owner.post(path, "{\"after\": 0, \"missed\": true}").statusCode(202);
      var again = owner.post(path, "{\"after\": 0, \"missed\": true}").statusCode(202);

      assertThat(without.extract().jsonPath().getInt("replayed")).isZero();
      assertThat(second.extract().jsonPath().getInt("replayed")).isEqualTo(1);
      assertThat(all.extract().jsonPath().getInt("replayed")).isEqualTo(1);
      assertThat(again.extract().jsonPath().getInt("replayed")).isZero();
      receiver.await("contact.added", 2);
      assertThat(receiver.of("contact.added"))
          .extracting(Receiver.Received::id)
          .contains(before)
          .doesNotHaveDuplicates();
    }
  }
}
