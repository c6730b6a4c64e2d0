package dev.followthrough.contacts.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.followthrough.contacts.testing.ContactsApi;
import dev.followthrough.platform.outbox.EventRecord;
import dev.followthrough.platform.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A1: tags, circle and cadence of many contacts in one call. */
@QuarkusTest
class BulkChangeTest extends ContactsApi {

  @Test
  void tags_circle_and_cadence_of_many_change_together() {
    var ada = tagged("a", "b");
    var bob = contact("Bob");

    change(
            "\"addTags\": [\"b\", \"c\"], \"removeTags\": [\"a\"], \"circle\": \"active\","
                + " \"cadenceDays\": 45",
            ada,
            bob)
        .statusCode(200)
        .body("changed", contains(ada, bob))
        .body("unchanged", empty());

    get("/v1/contacts/" + ada)
        .body("tags", contains("b", "c"))
        .body("circle", equalTo("active"))
        .body("cadenceDays", equalTo(45));
    get("/v1/contacts/" + bob).body("tags", contains("b", "c"));
    change("\"resetCadence\": true", ada).statusCode(200);
    get("/v1/contacts/" + ada)
        .body("cadenceDays", nullValue())
        .body("effectiveCadenceDays", equalTo(90));
  }

  @Test
  void each_contact_that_is_changed_tells_of_it_once_and_who_is_not_tells_nothing() {
    var ada = contact("Ada");
    var bob = tagged("x");
    var cid = contact("Cid");

    change("\"addTags\": [\"x\"]", ada, bob, cid)
        .body("changed", contains(ada, cid))
        .body("unchanged", contains(bob));
    change("\"circle\": \"inner\"", ada).body("changed", contains(ada));
    change("\"circle\": \"inner\"", ada).body("changed", empty());

    var events = published(6);
    assertThat(events)
        .extracting(EventRecord::type)
        .endsWith("contact.changed", "contact.changed", "circle.changed")
        .hasSize(6);
    assertThat(new JsonPath(events.get(3).body()).getList("changed", String.class))
        .containsExactly("tags");
    assertThat(new JsonPath(events.getLast().body()).getString("to")).isEqualTo("inner");
  }

  @Test
  void a_fault_of_one_contact_leaves_every_contact_as_it_was() {
    var ada = contact("Ada");
    var gone = contact("Gone");
    api().delete("/v1/contacts/" + gone).then().statusCode(204);
    var full = tagged(IntStream.range(0, 50).mapToObj(i -> "t" + i).toArray(String[]::new));

    change("\"addTags\": [\"x\"]", ada, gone, UUID.randomUUID().toString(), full)
        .statusCode(422)
        .body("type", equalTo("/problems/unknown-contact"))
        .body("errors.pointer", contains("/contactIds/1", "/contactIds/2", "/contactIds/3"))
        .body("errors.rule", contains("unknown-contact", "unknown-contact", "most-tags"));
    change("\"addTags\": [\"x\"]", ada, full)
        .statusCode(400)
        .body("errors.pointer", contains("/contactIds/1"));

    get("/v1/contacts/" + ada).body("tags", empty());
  }

  @Test
  void two_hundred_contacts_change_in_one_call_and_one_more_is_refused() {
    var ids = new ArrayList<String>();
    for (var i = 0; i < 200; i++) {
      ids.add(contact("Contact " + i));
    }

    change("\"circle\": \"dormant\", \"addTags\": [\"many\"]", ids.toArray(String[]::new))
        .statusCode(200)
        .body("changed", hasSize(200));
    ids.add(UUID.randomUUID().toString());
    change("\"circle\": \"active\"", ids.toArray(String[]::new))
        .statusCode(400)
        .body("errors.pointer", contains("/contactIds"));
    get("/v1/contacts?circle=dormant&limit=200").body("items", hasSize(200));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"addTags\": []",
        "\"addTags\": [\"a\"], \"removeTags\": [\"a\"]",
        "\"cadenceDays\": -1",
        "\"cadenceDays\": 731",
        "\"resetCadence\": false",
        "\"cadenceDays\": 5, \"resetCadence\": true",
        "\"circle\": \"outer\"",
        "\"name\": \"Everybody\"",
      })
  void what_cannot_be_meant_is_refused(String wanted) {
    change(wanted, contact("Ada")).statusCode(400);
  }

  @Test
  void nobody_is_named_twice_and_nobody_of_another_owner() {
    var ada = contact("Ada");
    change("\"circle\": \"inner\"", ada, ada)
        .statusCode(400)
        .body("errors.pointer", contains("/contactIds/1"));

    as("stranger-" + UUID.randomUUID(), Tokens.ALL_SCOPES)
        .body(body("\"circle\": \"inner\"", ada))
        .post("/v1/contacts/bulk-change")
        .then()
        .statusCode(422);
  }

  private String tagged(String... tags) {
    var list = Arrays.stream(tags).map(t -> '"' + t + '"').collect(Collectors.joining(","));
    return post("/v1/contacts", "{\"name\": \"Tagged\", \"tags\": [%s]}".formatted(list))
        .statusCode(201)
        .extract()
        .path("id");
  }

  private ValidatableResponse change(String wanted, String... ids) {
    return post("/v1/contacts/bulk-change", body(wanted, ids));
  }

  private static String body(String wanted, String... ids) {
    var list = List.of(ids).stream().map(id -> '"' + id + '"').collect(Collectors.joining(","));
    return "{\"contactIds\": [%s], %s}".formatted(list, wanted);
  }
}
