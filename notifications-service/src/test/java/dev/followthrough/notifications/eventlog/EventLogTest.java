package dev.followthrough.notifications.eventlog;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.followthrough.events.ContactAdded;
import dev.followthrough.events.ContactErased;
import dev.followthrough.events.ContactRemoved;
import dev.followthrough.events.ErasureCompleted;
import dev.followthrough.notifications.testing.Client;
import dev.followthrough.notifications.testing.LogRows;
import dev.followthrough.notifications.testing.Receiver;
import dev.followthrough.platform.kafka.KafkaProbe;
import dev.followthrough.platform.testing.StackResource;
import dev.followthrough.platform.testing.Tokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notifications"))
class EventLogTest {

  @Inject KafkaProbe others;

  private final Client owner = Client.ofNewOwner();

  private JsonPath events(String query) {
    return owner.get("/v1/events" + query).statusCode(200).extract().jsonPath();
  }

  private List<Integer> sequences(String query) {
    return events(query).getList("items.data.sequence");
  }

  private String rule(String query) {
    return owner
        .get("/v1/events" + query)
        .statusCode(400)
        .extract()
        .jsonPath()
        .getString("errors[0].rule");
  }

  @Test
  void an_event_in_the_log_is_what_a_webhook_tells_and_its_id() throws Exception {
    try (var receiver = new Receiver()) {
      owner.endpoint(receiver.url(), "*");
      others.publish(
          "contacts",
          owner.owner(),
          new ContactAdded(UUID.randomUUID(), "Ada Lovelace", false),
          Instant.now());
      var delivered = receiver.await("contact.added");

      var items = new ObjectMapper().readTree(owner.get("/v1/events").extract().asString());

      assertThat(items.path("items")).hasSize(1);
      var item = items.path("items").get(0);
      assertThat(item.path("id").asText()).isEqualTo(delivered.id());
      for (var field : List.of("type", "timestamp", "data")) {
        assertThat(item.path(field)).isEqualTo(delivered.json().path(field));
      }
      var one = owner.get("/v1/events/" + delivered.id()).statusCode(200).extract().asString();
      assertThat(new ObjectMapper().readTree(one)).isEqualTo(item);
    }
  }

  @Test
  void the_log_is_read_page_by_page_and_goes_on_after_its_end() {
    LogRows.add(owner.owner(), "contact.added", "contact/1", 5, 0);

    var seen = new ArrayList<Integer>();
    var page = events("?limit=2");
    seen.addAll(page.getList("items.data.sequence"));
    while (page.getString("nextCursor") != null) {
      page = events("?limit=2&cursor=" + page.getString("nextCursor"));
      seen.addAll(page.getList("items.data.sequence"));
    }

    assertThat(seen).containsExactly(1, 2, 3, 4, 5);
    assertThat(sequences("?after=5")).isEmpty();
    LogRows.add(owner.owner(), "contact.added", "contact/1", 1, 0);
    assertThat(sequences("?after=5")).containsExactly(6);
  }

  @Test
  void the_log_is_filtered_by_type_subject_and_time() {
    LogRows.add(owner.owner(), "keep_in_touch.due", "contact/1", 1, 0);
    LogRows.add(owner.owner(), "contact.added", "contact/1", 1, 0);
    LogRows.add(owner.owner(), "contact.changed", "contact/2", 1, 0);
    LogRows.age(owner.owner(), "1 hour");
    LogRows.add(owner.owner(), "keepXinXtouch.due", "contact/2", 1, 0);

    assertThat(sequences("?type=contact.*")).containsExactly(2, 3);
    assertThat(sequences("?type=contact.added&type=keep_in_touch.*")).containsExactly(1, 2);
    assertThat(sequences("?type=*")).containsExactly(1, 2, 3, 4);
    assertThat(sequences("?subject=contact/1")).containsExactly(1, 2);
    assertThat(sequences("?subject=contact/2&type=contact.*")).containsExactly(3);
    assertThat(sequences("?since=" + Instant.now().minusSeconds(600))).containsExactly(4);
  }

  @Test
  void a_filter_that_means_nothing_is_refused_by_name() {
    assertThat(rule("?type=contact.**")).isEqualTo("pattern");
    assertThat(rule("?type=nothing.*")).isEqualTo("known-event-type");
    assertThat(rule("?type=" + "a".repeat(101))).isEqualTo("size");
    assertThat(rule("?subject=" + "a".repeat(201))).isEqualTo("size");
    assertThat(rule("?since=yesterday")).isEqualTo("date-time");
  }

  @Test
  void a_place_that_the_log_does_not_reach_is_refused_rather_than_leaving_a_gap() {
    LogRows.add(owner.owner(), "contact.added", "contact/1", 2, 0);

    var problem = owner.get("/v1/events?after=3").statusCode(409).extract().jsonPath();

    assertThat(problem.getString("type")).isEqualTo("/problems/events-forgotten");
  }

  @Test
  void figures_are_in_the_log_for_those_alone_who_may_read_standing() {
    LogRows.add(owner.owner(), "standing.changed", "contact/1", 1, 0);
    LogRows.add(owner.owner(), "contact.added", "contact/1", 1, 0);
    var id = events("").getString("items[0].id");

    var without = given().auth().oauth2(Tokens.of(owner.name(), "notifications:read"));

    assertThat(sequences("")).containsExactly(1, 2);
    assertThat(without.get("/v1/events").then().extract().jsonPath().getList("items.data.sequence"))
        .isEqualTo(List.of(2));
    given()
        .auth()
        .oauth2(Tokens.of(owner.name(), "notifications:read"))
        .get("/v1/events/" + id)
        .then()
        .statusCode(404);
  }

  @Test
  void what_the_services_say_to_each_other_and_whom_an_erasure_names_is_not_in_the_log() {
    var erased = UUID.randomUUID();
    var other = UUID.randomUUID();
    for (var event :
        List.of(
            new ContactAdded(erased, "Ada", false),
            new ContactAdded(other, "Charles", false),
            new ContactErased(erased, UUID.randomUUID()),
            new ContactRemoved(other))) {
      others.publish("contacts", owner.owner(), event, Instant.now());
    }
    others.awaitEvent("notifications", owner.owner(), ErasureCompleted.class);

    Awaitility.await().until(() -> sequences("").size() == 2);

    assertThat(events("").getList("items.type"))
        .isEqualTo(List.of("contact.added", "contact.removed"));
    assertThat(owner.get("/v1/events").extract().asString()).doesNotContain(erased.toString());
  }

  @Test
  void nobody_sees_the_log_of_another() {
    LogRows.add(owner.owner(), "contact.added", "contact/1", 1, 0);
    var id = events("").getString("items[0].id");
    var stranger = Client.ofNewOwner();

    assertThat(stranger.get("/v1/events").extract().jsonPath().getList("items")).isEmpty();
    stranger.get("/v1/events/" + id).statusCode(404);
  }
}
