package dev.followthrough.notifications.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.followthrough.events.ContactChanged;
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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notifications"))
class OrderedDeliveryTest {

  /** Shorter than a lease: nothing here may have to wait for one to end. */
  private static final Duration SOON = Duration.ofSeconds(8);

  private static final String IN_ORDER = "\"order\": \"perSubject\"";

  @Inject KafkaProbe others;
  @Inject SettableTransportTime time;

  private final Client owner = Client.ofNewOwner();
  private final UUID ada = UUID.randomUUID();
  private final UUID charles = UUID.randomUUID();

  private String changed(UUID contact) {
    return others
        .publish(
            "contacts",
            owner.owner(),
            new ContactChanged(contact, "Ada", false, List.of("role")),
            Instant.now())
        .id()
        .toString();
  }

  private static List<String> ids(Receiver receiver) {
    return receiver.received().stream().map(Receiver.Received::id).toList();
  }

  private static void awaitIds(Receiver receiver, String... ids) {
    await().atMost(SOON).until(() -> ids(receiver).containsAll(List.of(ids)));
  }

  private void awaitFirst(Endpoint endpoint, String status, int attempts) {
    await()
        .atMost(SOON)
        .until(
            () -> {
              List<Map<String, Object>> all = owner.deliveries(endpoint).getList("items");
              return !all.isEmpty()
                  && status.equals(all.getLast().get("status"))
                  && Integer.valueOf(attempts).equals(all.getLast().get("attempts"));
            });
  }

  @Test
  void a_failed_delivery_holds_back_what_is_about_the_same_thing_and_nothing_else() {
    try (var receiver = new Receiver(_ -> Reply.of(500))) {
      var endpoint = owner.endpointWith(IN_ORDER, receiver.url(), "*");
      var first = changed(ada);
      awaitFirst(endpoint, "waiting", 1);
      receiver.answer(request -> Reply.of(request.id().equals(first) ? 500 : 204));

      var second = changed(ada);
      var other = changed(charles);
      awaitIds(receiver, other);
      awaitIds(receiver, changed(charles));

      assertThat(ids(receiver)).doesNotContain(second);

      receiver.answer(_ -> Reply.of(204));
      time.advance(Duration.ofSeconds(7));
      awaitIds(receiver, second);
      assertThat(ids(receiver).indexOf(second)).isGreaterThan(ids(receiver).lastIndexOf(first));
    }
  }

  @Test
  void without_an_order_nothing_waits_for_another() {
    try (var receiver = new Receiver(_ -> Reply.of(500))) {
      var endpoint = owner.endpoint(receiver.url(), "*");
      var first = changed(ada);
      awaitFirst(endpoint, "waiting", 1);
      receiver.answer(request -> Reply.of(request.id().equals(first) ? 500 : 204));

      awaitIds(receiver, changed(ada));
    }
  }

  @Test
  void giving_the_order_up_lets_go_what_waited() {
    try (var receiver = new Receiver(_ -> Reply.of(500))) {
      var endpoint = owner.endpointWith(IN_ORDER, receiver.url(), "*");
      var first = changed(ada);
      awaitFirst(endpoint, "waiting", 1);
      receiver.answer(request -> Reply.of(request.id().equals(first) ? 500 : 204));
      var second = changed(ada);
      awaitIds(receiver, changed(charles));
      assertThat(ids(receiver)).doesNotContain(second);

      owner
          .patch("/v1/webhook-endpoints/" + endpoint.id(), "{\"order\": \"none\"}")
          .statusCode(200);

      awaitIds(receiver, second);
    }
  }

  @Test
  void what_has_failed_its_last_try_holds_nothing_back_any_more() {
    try (var receiver = new Receiver(_ -> Reply.of(500))) {
      var endpoint = owner.endpointWith(IN_ORDER, receiver.url(), "*");
      var first = changed(ada);
      awaitFirst(endpoint, "waiting", 1);
      receiver.answer(request -> Reply.of(request.id().equals(first) ? 500 : 204));
      var second = changed(ada);
      for (var tries = 1; tries < 10; tries++) {
        awaitFirst(endpoint, "waiting", tries);
        assertThat(ids(receiver)).doesNotContain(second);
        time.advance(RetrySchedule.DELAYS.get(tries).multipliedBy(6).dividedBy(5));
      }

      awaitFirst(endpoint, "failed", 10);
      // so many failures in a row have paused the endpoint
      time.advance(Duration.ofMinutes(6));
      awaitIds(receiver, second);
    }
  }

  @Test
  void a_burst_about_two_things_arrives_in_the_order_of_each() {
    try (var receiver =
        new Receiver(
            request -> {
              Thread.sleep(Math.floorMod(request.id().hashCode(), 15));
              return Reply.of(204);
            })) {
      owner.endpointWith(IN_ORDER, receiver.url(), "*");
      var ofAda = new ArrayList<String>();
      var ofCharles = new ArrayList<String>();
      for (var i = 0; i < 20; i++) {
        ofAda.add(changed(ada));
        ofCharles.add(changed(charles));
      }

      await().atMost(Duration.ofSeconds(15)).until(() -> receiver.received().size() >= 40);

      assertThat(ids(receiver)).hasSize(40);
      assertThat(ids(receiver).stream().filter(ofAda::contains)).containsExactlyElementsOf(ofAda);
      assertThat(ids(receiver).stream().filter(ofCharles::contains))
          .containsExactlyElementsOf(ofCharles);
    }
  }
}
