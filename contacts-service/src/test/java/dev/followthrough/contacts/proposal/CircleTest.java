package dev.followthrough.contacts.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.followthrough.contacts.testing.ContactsApi;
import dev.followthrough.events.CircleChanged;
import dev.followthrough.platform.outbox.EventRecord;
import dev.followthrough.platform.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A2: circles, cadences, moves and proposals. */
@QuarkusTest
class CircleTest extends ContactsApi {

  @Test
  void a_new_contact_is_an_acquaintance_and_nothing_is_said_of_it() {
    var path = "/v1/contacts/" + contact("Ada");

    get(path)
        .body("circle", equalTo("acquaintance"))
        .body("cadenceDays", nullValue())
        .body("effectiveCadenceDays", equalTo(180));
    get(path + "/circle-moves").statusCode(200).body("items", empty());
    patch(path, "{\"circle\": \"acquaintance\"}").statusCode(200);
    assertThat(published(1)).extracting(EventRecord::type).containsExactly("contact.added");
  }

  @ParameterizedTest
  @CsvSource({"inner, 30", "active, 90", "acquaintance, 180", "dormant, 365", "released,"})
  void each_circle_has_its_cadence_which_a_contact_can_override(String circle, Integer days) {
    var path = "/v1/contacts/" + contact("Ada");

    patch(path, "{\"circle\": \"%s\"}".formatted(circle))
        .statusCode(200)
        .body("effectiveCadenceDays", equalTo(days));
    patch(path, "{\"cadenceDays\": 14}")
        .body("cadenceDays", equalTo(14))
        .body("effectiveCadenceDays", equalTo(days == null ? null : 14));
    patch(path, "{\"cadenceDays\": null}")
        .body("cadenceDays", nullValue())
        .body("effectiveCadenceDays", equalTo(days));
  }

  @Test
  void a_contact_added_to_another_circle_is_moved_there_at_once() {
    post("/v1/contacts", "{\"name\": \"Ada\", \"circle\": \"inner\"}").statusCode(201);

    var events = published(2);

    assertThat(events)
        .extracting(EventRecord::type)
        .containsExactly("contact.added", "circle.changed");
    assertThat(new JsonPath(events.get(1).body()).getString("from")).isEqualTo("acquaintance");
  }

  @Test
  void every_move_is_kept_with_its_date_and_told() {
    var ada = contact("Ada");
    var path = "/v1/contacts/" + ada;
    for (var circle : List.of("active", "inner", "released", "dormant")) {
      patch(path, "{\"circle\": \"%s\"}".formatted(circle)).statusCode(200);
    }

    var first = get(path + "/circle-moves?limit=3").statusCode(200);

    first
        .body("items.to", contains("dormant", "released", "inner"))
        .body("items.from", contains("released", "inner", "active"));
    get(path + "/circle-moves?limit=3&cursor=" + first.extract().path("nextCursor"))
        .body("items.to", contains("active"))
        .body("nextCursor", nullValue());
    var told = published(5);
    assertThat(told).extracting(EventRecord::type).endsWith("circle.changed").hasSize(5);
    assertThat(probe.awaitEvent("contacts", ownerId(), CircleChanged.class).contactId())
        .isEqualTo(UUID.fromString(ada));
  }

  @Test
  void a_contact_is_always_in_a_circle() {
    patch("/v1/contacts/" + contact("Ada"), "{\"circle\": null}")
        .statusCode(400)
        .body("errors.pointer", contains("/circle"));
  }

  @Test
  void moves_of_another_owners_or_a_removed_contact_are_not_found() {
    var path = "/v1/contacts/" + contact("Ada") + "/circle-moves";

    as("stranger-" + UUID.randomUUID(), Tokens.ALL_SCOPES).get(path).then().statusCode(404);
    api().delete(path.replace("/circle-moves", "")).then().statusCode(204);
    get(path).statusCode(404);
  }

  @Test
  void who_was_silent_for_twice_the_cadence_is_proposed_as_dormant_and_moves_only_by_the_owner() {
    var ada = contact("Ada");
    contact("Bob");
    patch("/v1/contacts/" + ada, "{\"circle\": \"inner\"}").statusCode(200);
    get("/v1/circle-proposals").statusCode(200).body("items", empty());

    time.advance(Duration.ofDays(60));

    get("/v1/circle-proposals")
        .body("items.contactId", contains(ada))
        .body("items[0].name", equalTo("Ada"))
        .body("items[0].from", equalTo("inner"))
        .body("items[0].to", equalTo("dormant"))
        .body("items[0].reason.code", equalTo("silent"))
        .body("items[0].reason.words", containsString("60 days"))
        .body("items[0].reason.numbers.silentDays", equalTo(60))
        .body("items[0].reason.numbers.cadenceDays", equalTo(30));
    get("/v1/contacts/" + ada).body("circle", equalTo("inner"));
    patch("/v1/contacts/" + ada, "{\"circle\": \"dormant\"}").statusCode(200);
    get("/v1/circle-proposals").body("items", empty());
  }

  @Test
  void a_meeting_ends_the_silence_and_a_shorter_cadence_shortens_it() {
    var ada = contact("Ada");
    patch("/v1/contacts/" + ada, "{\"circle\": \"inner\"}").statusCode(200);
    time.advance(Duration.ofDays(61));
    post("/v1/meetings", meeting("oneOnOne", "held", Duration.ofDays(-1), ada)).statusCode(201);
    get("/v1/circle-proposals").body("items", empty());

    time.advance(Duration.ofDays(10));
    patch("/v1/contacts/" + ada, "{\"cadenceDays\": 5}").statusCode(200);

    get("/v1/circle-proposals").body("items.contactId", contains(ada));
  }

  @Test
  void proposals_are_listed_in_parts_the_longest_silent_first() {
    var made = new ArrayList<String>();
    for (var i = 0; i < 5; i++) {
      made.add(contact("Contact " + i));
    }
    api().delete("/v1/contacts/" + made.removeLast()).then().statusCode(204);
    time.advance(Duration.ofDays(361));

    var listed = new ArrayList<String>();
    var cursor = "";
    do {
      var part = get("/v1/circle-proposals?limit=2" + cursor).statusCode(200).extract().jsonPath();
      listed.addAll(part.getList("items.contactId"));
      cursor =
          part.getString("nextCursor") == null ? null : "&cursor=" + part.getString("nextCursor");
    } while (cursor != null);

    assertThat(listed).isEqualTo(made);
  }
}
