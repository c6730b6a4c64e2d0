package dev.followthrough.contacts.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.followthrough.contacts.testing.ContactsApi;
import dev.followthrough.platform.outbox.EventRecord;
import dev.followthrough.platform.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A1: the contact. */
@QuarkusTest
class ContactTest extends ContactsApi {

  private static final String WITHOUT_PRIVATE = "contacts:read contacts:write";

  private static final String ALL =
      """
      {"name": "Ada Lovelace", "givenName": "Ada", "familyName": "Lovelace",
       "emails": ["ada@example.org"], "phones": ["+442079460000"], "preferredChannel": "email",
       "organisation": "Analytical Engines", "role": "Analyst", "location": "London",
       "timeZone": "Europe/London", "links": [{"url": "https://ada.example", "label": "home"}],
       "occasions": [{"kind": "birthday", "date": "1915-12-10"}],
       "origin": {"kind": "event", "when": "2026-01-15", "place": "SYPE mixer",
         "introducedBy": "Mary Somerville", "talkedAbout": "bicycles"},
       "tags": ["engine"], "likes": ["tea"], "dislikes": ["noise"], "expertise": ["algorithms"],
       "sharedInterests": ["bicycles"], "needs": ["a printer"], "offers": ["an algorithm"],
       "doNotContact": true, "circle": "inner", "cadenceDays": 20, "practice": {"off": true, "reason": "family"},
       "notes": [{"date": "2026-01-15", "text": "Prefers mornings"}],
       "caveats": [
         {"text": "reliable only in design", "date": "2026-01-16", "source": "own"},
         {"text": "pays late", "date": "2026-01-17", "source": "heardFrom", "whom": "Mary"}]}
      """;

  @Test
  void the_main_job_begins_with_a_name_an_email_and_where_you_met() {
    var answer =
        post(
            "/v1/contacts",
            """
            {"name": "Ada Lovelace", "emails": ["ada@example.org"],
             "origin": {"kind": "event", "place": "SYPE mixer", "talkedAbout": "bicycles"}}
            """);

    answer
        .statusCode(201)
        .header("Location", startsWith("/v1/contacts/"))
        .header("ETag", notNullValue())
        .header("Followthrough-Position", equalTo("contacts.1"))
        .body("name", equalTo("Ada Lovelace"))
        .body("emails", contains("ada@example.org"))
        .body("origin.talkedAbout", equalTo("bicycles"))
        .body("organisation", nullValue())
        .body("tags", empty());
  }

  @Test
  void everything_that_can_be_said_of_a_contact_is_kept() {
    var location = post("/v1/contacts", ALL).statusCode(201).extract().header("Location");

    var read = get(location).statusCode(200).extract().jsonPath();

    var said = new io.restassured.path.json.JsonPath(ALL).getMap("$");
    assertThat(read.getMap("$")).containsAllEntriesOf(asStrings(said));
  }

  private static java.util.Map<Object, Object> asStrings(java.util.Map<?, ?> map) {
    return new java.util.LinkedHashMap<>(map);
  }

  @Test
  void caveats_and_notes_are_absent_without_the_private_scope() {
    var location = post("/v1/contacts", ALL).extract().header("Location");

    withScopes("contacts:read")
        .get(location)
        .then()
        .statusCode(200)
        .body("", not(hasItem("caveats")))
        .body("$", not(org.hamcrest.Matchers.hasKey("caveats")))
        .body("$", not(org.hamcrest.Matchers.hasKey("notes")));
    withScopes("contacts:read")
        .get("/v1/contacts")
        .then()
        .body("items[0]", not(org.hamcrest.Matchers.hasKey("caveats")))
        .body("items[0]", not(org.hamcrest.Matchers.hasKey("notes")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"notes", "caveats"})
  void private_parts_are_not_written_without_the_private_scope(String part) {
    var id = contact("Ada");
    var body = "{\"name\": \"Ada\", \"%s\": []}".formatted(part);

    withScopes("contacts:read contacts:write")
        .body(body)
        .post("/v1/contacts")
        .then()
        .statusCode(403)
        .body("type", equalTo("/problems/missing-scope"))
        .body("scope", equalTo("contacts:private"));
    withScopes("contacts:read contacts:write")
        .contentType("application/merge-patch+json")
        .body("{\"%s\": null}".formatted(part))
        .patch("/v1/contacts/" + id)
        .then()
        .statusCode(403);
  }

  @Test
  void a_change_without_the_private_scope_leaves_the_private_parts_alone() {
    var location = post("/v1/contacts", ALL).extract().header("Location");

    withScopes("contacts:read contacts:write")
        .contentType("application/merge-patch+json")
        .body("{\"role\": \"Countess\"}")
        .patch(location)
        .then()
        .statusCode(200)
        .body("$", not(org.hamcrest.Matchers.hasKey("notes")));

    get(location).body("caveats", hasSize(2)).body("notes", hasSize(1));
  }

  @Test
  void hearsay_names_its_source_and_an_own_experience_none() {
    post(
            "/v1/contacts",
            """
            {"name": "Ada", "caveats": [
              {"text": "pays late", "date": "2026-01-17", "source": "heardFrom"},
              {"text": "pays late", "date": "2026-01-17", "source": "own", "whom": "Mary"}]}
            """)
        .statusCode(400)
        .body("errors.pointer", hasItems("/caveats/0/whom", "/caveats/1/whom"));
  }

  @Test
  void practice_is_off_only_with_a_reason() {
    post("/v1/contacts", "{\"name\": \"Ada\", \"practice\": {\"off\": true}}")
        .statusCode(400)
        .body("errors.pointer", contains("/practice/reason"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/name          | {}",
        "/name          | {\"name\": \"  \"}",
        "/emails/0      | {\"name\": \"Ada\", \"emails\": [\"nobody\"]}",
        "/phones/0      | {\"name\": \"Ada\", \"phones\": [\"call me\"]}",
        "/timeZone      | {\"name\": \"Ada\", \"timeZone\": \"Mars/Olympus\"}",
        "/origin/kind   | {\"name\": \"Ada\", \"origin\": {\"kind\": \"fate\"}}",
        "/links/0/url   | {\"name\": \"Ada\", \"links\": [{\"url\": \"javascript:alert(1)\"}]}",
        "/occasions/0/date | {\"name\": \"Ada\", \"occasions\": [{\"kind\": \"book\"}]}",
        "/circle        | {\"name\": \"Ada\", \"circle\": \"outer\"}",
        "/cadenceDays   | {\"name\": \"Ada\", \"cadenceDays\": 731}",
        "/cadenceDays   | {\"name\": \"Ada\", \"cadenceDays\": -1}",
        "/removedAt     | {\"name\": \"Ada\", \"removedAt\": \"2026-01-01T00:00:00Z\"}",
      })
  void what_breaks_a_limit_is_refused_by_name(String pointer, String body) {
    post("/v1/contacts", body).statusCode(400).body("errors.pointer", contains(pointer));
  }

  @Test
  void a_merge_patch_changes_what_it_names_and_null_clears() {
    var location = post("/v1/contacts", ALL).extract().header("Location");

    patch(
            location,
            """
            {"role": "Countess", "organisation": null, "tags": ["a", "b"],
             "origin": {"place": null}}
            """)
        .statusCode(200)
        .body("role", equalTo("Countess"))
        .body("$", not(org.hamcrest.Matchers.hasKey("organisation")))
        .body("tags", contains("a", "b"))
        .body("origin.place", nullValue())
        .body("origin.talkedAbout", equalTo("bicycles"))
        .body("location", equalTo("London"));
  }

  @Test
  void the_name_cannot_be_cleared() {
    patch("/v1/contacts/" + contact("Ada"), "{\"name\": null}")
        .statusCode(400)
        .body("errors.pointer", contains("/name"));
  }

  @Test
  void a_change_or_removal_with_a_stale_etag_is_refused() {
    var path = "/v1/contacts/" + contact("Ada");
    var stale = get(path).extract().header("ETag");
    patch(path, "{\"role\": \"Countess\"}").statusCode(200);

    api()
        .header("If-Match", stale)
        .contentType("application/merge-patch+json")
        .body("{\"role\": \"Analyst\"}")
        .patch(path)
        .then()
        .statusCode(412);
    api().header("If-Match", stale).delete(path).then().statusCode(412);
    get(path).body("role", equalTo("Countess"));
  }

  @Test
  void a_read_with_the_current_etag_is_not_answered_again() {
    var path = "/v1/contacts/" + contact("Ada");
    var etag = get(path).extract().header("ETag");

    api().header("If-None-Match", etag).get(path).then().statusCode(304);
    patch(path, "{\"role\": \"Countess\"}").statusCode(200);
    api().header("If-None-Match", etag).get(path).then().statusCode(200);
  }

  @Test
  void without_the_private_parts_a_contact_has_another_etag_and_either_guards_a_change() {
    var path = "/v1/contacts/" + contact("Ada");
    var whole = get(path).extract().header("ETag");
    var part = withScopes(WITHOUT_PRIVATE).get(path).header("ETag");

    assertThat(part).isNotEqualTo(whole);
    withScopes(WITHOUT_PRIVATE).header("If-None-Match", whole).get(path).then().statusCode(200);
    withScopes(WITHOUT_PRIVATE).header("If-None-Match", part).get(path).then().statusCode(304);
    api().header("If-None-Match", part).get(path).then().statusCode(200);

    patchIf(part, path, "{\"role\": \"Countess\"}").statusCode(200);
    patchIf(part, path, "{\"role\": \"Analyst\"}").statusCode(412);
    patchIf(whole, path, "{\"role\": \"Analyst\"}").statusCode(412);
    patchIf(get(path).extract().header("ETag"), path, "{\"role\": \"Analyst\"}").statusCode(200);
  }

  private ValidatableResponse patchIf(String etag, String path, String body) {
    return withScopes(WITHOUT_PRIVATE)
        .header("If-Match", etag)
        .contentType("application/merge-patch+json")
        .body(body)
        .patch(path)
        .then();
  }

  @Test
  void a_removed_contact_is_gone() {
    var path = "/v1/contacts/" + contact("Ada");

    api().delete(path).then().statusCode(204);

    get(path).statusCode(404);
    patch(path, "{\"role\": \"Countess\"}").statusCode(404);
    api().delete(path).then().statusCode(404);
    get("/v1/contacts").body("items", empty());
  }

  @Test
  void contacts_are_listed_in_parts_the_newest_first_and_stable_under_writes() {
    var made = new ArrayList<String>();
    for (var i = 0; i < 5; i++) {
      made.addFirst(contact("Contact " + i));
    }

    var first = get("/v1/contacts?limit=2").statusCode(200).extract().jsonPath();
    contact("Latecomer");
    var second =
        get("/v1/contacts?limit=2&cursor=" + first.getString("nextCursor")).extract().jsonPath();
    var third =
        get("/v1/contacts?limit=2&cursor=" + second.getString("nextCursor")).extract().jsonPath();

    var listed = new ArrayList<String>();
    List.of(first, second, third).forEach(part -> listed.addAll(part.getList("items.id")));
    assertThat(listed).isEqualTo(made);
    assertThat(third.getString("nextCursor")).isNull();
  }

  @Test
  void another_owners_contact_is_not_found() {
    var path = "/v1/contacts/" + contact("Ada");
    var stranger = as("stranger-" + UUID.randomUUID(), Tokens.ALL_SCOPES);

    stranger.get(path).then().statusCode(404);
    stranger.delete(path).then().statusCode(404);
    stranger
        .contentType("application/merge-patch+json")
        .body("{\"name\": \"Mine\"}")
        .patch(path)
        .then()
        .statusCode(404);
    get(path).body("name", equalTo("Ada"));
  }

  @Test
  void what_happens_to_contacts_is_published_in_order_without_gaps_and_without_private_words() {
    var location = post("/v1/contacts", ALL).extract().header("Location");
    patch(location, "{\"role\": \"Countess\", \"notes\": null}").statusCode(200);
    patch(location, "{\"role\": \"Countess\"}").statusCode(200);
    api().delete(location).then().statusCode(204);

    var events = published(4);

    assertThat(events)
        .extracting(EventRecord::type)
        .containsExactly("contact.added", "circle.changed", "contact.changed", "contact.removed");
    assertThat(events).extracting(EventRecord::position).containsExactly(1L, 2L, 3L, 4L);
    var changed = new io.restassured.path.json.JsonPath(events.get(2).body());
    assertThat(changed.getList("changed")).asList().containsExactly("role");
    assertThat(changed.getString("name")).isEqualTo("Ada Lovelace");
    assertThat(events.toString()).doesNotContain("mornings", "late", "example.org", "+44");
  }

  @Test
  void what_changes_private_parts_alone_is_kept_and_not_told() {
    var location = "/v1/contacts/" + contact("Ada");
    var etag = get(location).extract().header("ETag");

    var changed =
        patch(
                location,
                """
                {"notes": [{"date": "2026-01-15", "text": "Prefers mornings"}],
                 "caveats": [{"text": "late", "date": "2026-01-15", "source": "own"}]}
                """)
            .statusCode(200)
            .body("notes.text", hasItems("Prefers mornings"))
            .extract();
    get(location).header("ETag", not(equalTo(etag))).body("caveats.text", hasItems("late"));
    assertThat(changed.header("ETag")).isEqualTo(get(location).extract().header("ETag"));
    patch(location, "{\"caveats\": null}").statusCode(200);
    get(location).body("caveats", empty()).body("notes", hasSize(1));
    patch(location, "{\"role\": \"Countess\"}").statusCode(200);
    assertThat(published(2))
        .extracting(EventRecord::type)
        .containsExactly("contact.added", "contact.changed");
  }
}
