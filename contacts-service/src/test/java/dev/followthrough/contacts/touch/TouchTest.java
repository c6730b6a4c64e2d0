package dev.followthrough.contacts.touch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import dev.followthrough.contacts.testing.TouchesApi;
import dev.followthrough.events.TouchRecorded;
import dev.followthrough.platform.outbox.EventRecord;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A3: recording, correcting, removing and finding touches. */
@QuarkusTest
class TouchTest extends TouchesApi {

  @Test
  void a_touch_keeps_all_that_is_said_of_it() {
    var ada = contact("Ada");

    var location =
        post(
                "/v1/touches",
                """
                {"contactId": "%s", "direction": "outbound", "kind": "shortCall",
                 "happenedAt": "2026-01-15T10:00:00+01:00", "note": "About engines.",
                 "asksQuestion": true, "saysThanks": true, "asksAfter": "courtesy",
                 "tellsWhatIDoNow": true}
                """
                    .formatted(ada))
            .statusCode(201)
            .extract()
            .header("Location");

    get(location)
        .statusCode(200)
        .body("contactId", equalTo(ada))
        .body("direction", equalTo("outbound"))
        .body("kind", equalTo("shortCall"))
        .body("happenedAt", equalTo("2026-01-15T09:00:00Z"))
        .body("note", equalTo("About engines."))
        .body("asksQuestion", equalTo(true))
        .body("saysThanks", equalTo(true))
        .body("asksAfter", equalTo("courtesy"))
        .body("tellsWhatIDoNow", equalTo(true))
        .body("redirects", equalTo(false))
        .body("answers", nullValue())
        .body("answeredAt", nullValue());
  }

  @Test
  void without_a_time_it_happens_now() {
    time.freeze(at(Duration.ZERO));

    post(
            "/v1/touches",
            "{\"contactId\": \"%s\", \"direction\": \"inbound\", \"kind\": \"comment\"}"
                .formatted(contact("Ada")))
        .statusCode(201)
        .body("happenedAt", equalTo(time.now().toString()));
  }

  @Test
  void what_has_not_happened_yet_is_refused() {
    record(contact("Ada"), "outbound", Duration.ofMinutes(-1), "")
        .statusCode(422)
        .body("type", equalTo("/problems/happened-in-the-future"))
        .body("errors.pointer", contains("/happenedAt"));
  }

  @Test
  void a_question_awaits_a_reply_and_a_shared_link_or_thanks_does_not() {
    var ada = contact("Ada");

    record(ada, "outbound", DAY, "\"asksQuestion\": true").body("awaitsReply", equalTo(true));
    record(ada, "outbound", DAY, "\"saysThanks\": true").body("awaitsReply", equalTo(false));
    record(ada, "outbound", DAY, "\"asksQuestion\": true, \"awaitsReply\": false")
        .body("awaitsReply", equalTo(false));
    post(
            "/v1/touches",
            "{\"contactId\": \"%s\", \"direction\": \"outbound\", \"kind\": \"sharedLink\"}"
                .formatted(ada))
        .body("awaitsReply", equalTo(false));
  }

  @Test
  void what_asks_nothing_for_oneself_follows_from_the_rest_until_it_is_said() {
    var ada = contact("Ada");

    record(ada, "outbound", DAY, "").body("asksNothing", equalTo(true));
    record(ada, "outbound", DAY, "\"asksQuestion\": true").body("asksNothing", equalTo(false));
    record(ada, "outbound", DAY, "\"awaitsReply\": true").body("asksNothing", equalTo(false));
    record(ada, "outbound", DAY, "\"asksQuestion\": true, \"asksAfter\": \"real\"")
        .body("asksNothing", equalTo(true));
    record(
            ada,
            "outbound",
            DAY,
            "\"asksQuestion\": true, \"asksAfter\": \"real\", \"asksNothing\": false")
        .body("asksNothing", equalTo(false));
  }

  @Test
  void a_correction_changes_what_it_names_and_what_follows_from_it() {
    var path = "/v1/touches/" + question(contact("Ada"), DAY);

    patch(path, "{\"kind\": \"message\", \"asksQuestion\": false}")
        .statusCode(200)
        .body("kind", equalTo("message"))
        .body("awaitsReply", equalTo(false));
    patch(path, "{\"awaitsReply\": true}").body("awaitsReply", equalTo(true));
    patch(path, "{\"awaitsReply\": null}").body("awaitsReply", equalTo(false));
    patch(path, "{\"happenedAt\": null}")
        .statusCode(400)
        .body("errors.pointer", contains("/happenedAt"));
    patch(path, "{\"contactId\": \"%s\"}".formatted(contact("Bob")))
        .statusCode(400)
        .body("errors.rule", contains("unknown-field"));
    patch(path, "{\"happenedAt\": \"%s\"}".formatted(at(DAY))).statusCode(422);
  }

  @Test
  void only_the_owner_tells_what_the_owner_does() {
    var ada = contact("Ada");

    record(ada, "inbound", DAY, "\"tellsWhatIDoNow\": true")
        .statusCode(400)
        .body("errors.pointer", contains("/tellsWhatIDoNow"));
    patch("/v1/touches/" + question(ada, DAY), "{\"tellsWhatIDoNow\": true}")
        .statusCode(400)
        .body("errors.pointer", contains("/tellsWhatIDoNow"));
  }

  @Test
  void a_note_is_read_and_written_with_its_own_scope_only() {
    var ada = contact("Ada");
    var touch = touch(ada, "outbound", DAY, "\"note\": \"She was short.\"");
    var without = "contacts:read contacts:write";

    withScopes(without).get("/v1/touches/" + touch).then().body("note", nullValue());
    withScopes(without).get("/v1/touches").then().body("items[0].note", nullValue());
    withScopes(without)
        .contentType("application/merge-patch+json")
        .body("{\"note\": null}")
        .patch("/v1/touches/" + touch)
        .then()
        .statusCode(403)
        .body("scope", equalTo("contacts:private"));
    withScopes(without)
        .contentType("application/merge-patch+json")
        .body("{\"kind\": \"message\"}")
        .patch("/v1/touches/" + touch)
        .then()
        .statusCode(200)
        .body("note", nullValue());
    get("/v1/touches/" + touch).body("note", equalTo("She was short."));
    var whole = get("/v1/touches/" + touch).extract().header("ETag");
    withScopes(without)
        .header("If-None-Match", whole)
        .get("/v1/touches/" + touch)
        .then()
        .statusCode(200);
  }

  @Test
  void a_touch_with_somebody_unknown_or_removed_is_refused() {
    var ada = contact("Ada");
    api().delete("/v1/contacts/" + ada).then().statusCode(204);

    for (var id : List.of(ada, UUID.randomUUID().toString())) {
      record(id, "outbound", DAY, "")
          .statusCode(422)
          .body("type", equalTo("/problems/unknown-contact"))
          .body("errors.pointer", contains("/contactId"));
    }
  }

  @Test
  void the_touches_of_a_removed_contact_are_not_found() {
    var ada = contact("Ada");
    var path = "/v1/touches/" + question(ada, DAY);
    api().delete("/v1/contacts/" + ada).then().statusCode(204);

    get(path).statusCode(404);
    patch(path, "{\"kind\": \"message\"}").statusCode(404);
    api().delete(path).then().statusCode(404);
    get("/v1/touches").body("items", empty());
  }

  @Test
  void a_removed_touch_is_gone() {
    var path = "/v1/touches/" + question(contact("Ada"), DAY);

    api().delete(path).then().statusCode(204);

    get(path).statusCode(404);
    api().delete(path).then().statusCode(404);
  }

  @Test
  void touches_are_listed_in_parts_the_latest_first() {
    var ada = contact("Ada");
    var expected = new ArrayList<String>();
    for (var day : List.of(3, 1, 4, 2, 5)) {
      touch(ada, "outbound", DAY.multipliedBy(day), "");
    }
    for (var page = "/v1/touches?limit=2"; page != null; ) {
      var part = get(page).statusCode(200).extract().jsonPath();
      expected.addAll(part.getList("items.happenedAt"));
      var next = part.getString("nextCursor");
      page = next == null ? null : "/v1/touches?limit=2&cursor=" + next;
    }

    assertThat(expected).hasSize(5).isSortedAccordingTo(java.util.Comparator.reverseOrder());
  }

  @Test
  void touches_of_one_moment_are_listed_once_each() {
    var ada = contact("Ada");
    time.freeze(at(Duration.ZERO));
    var made = new ArrayList<String>();
    for (var i = 0; i < 5; i++) {
      made.addFirst(touch(ada, "outbound", DAY, ""));
    }

    var first = get("/v1/touches?limit=3").extract().jsonPath();
    var second = get("/v1/touches?limit=3&cursor=" + first.getString("nextCursor"));

    var listed = new ArrayList<String>(first.getList("items.id"));
    listed.addAll(second.extract().path("items.id"));
    assertThat(listed).isEqualTo(made);
  }

  @Test
  void the_list_is_filtered_by_contact_direction_kind_and_time() {
    var ada = contact("Ada");
    var old = touch(ada, "outbound", DAY.multipliedBy(9), "");
    var asked = question(ada, DAY);
    var other = touch(contact("Bob"), "outbound", DAY, "");

    get("/v1/touches?contactId=" + ada).body("items.id", contains(asked, old));
    get("/v1/touches?direction=inbound").body("items.id", contains(asked));
    get("/v1/touches?kind=comment").body("items", empty());
    get("/v1/touches?since=" + at(DAY.multipliedBy(-2))).body("items.id", contains(other, asked));
    get("/v1/touches?until=" + at(DAY.multipliedBy(-2))).body("items.id", contains(old));
    get("/v1/touches?direction=sideways")
        .statusCode(400)
        .body("errors.pointer", hasItem("?direction"));
  }

  @Test
  void what_happens_to_touches_is_published_without_the_note() {
    var ada = contact("Ada");
    var touch =
        touch(
            ada,
            "outbound",
            DAY,
            "\"note\": \"secret\", \"asksQuestion\": true, \"asksAfter\": \"real\"");
    patch("/v1/touches/" + touch, "{\"saysThanks\": true, \"note\": \"hidden\"}").statusCode(200);
    patch("/v1/touches/" + touch, "{\"saysThanks\": true}").statusCode(200);
    api().delete("/v1/touches/" + touch).then().statusCode(204);

    var events = published(4);

    assertThat(events)
        .extracting(EventRecord::type)
        .containsExactly("contact.added", "touch.recorded", "touch.changed", "touch.removed");
    assertThat(events.toString()).doesNotContain("secret", "hidden");
    var told = probe.awaitEvent("contacts", ownerId(), TouchRecorded.class);
    assertThat(told.contactId()).isEqualTo(UUID.fromString(ada));
    assertThat(told.awaitsReply()).isTrue();
    assertThat(told.asksNothing()).isTrue();
  }
}
