package dev.followthrough.contacts.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.followthrough.contacts.testing.ContactsApi;
import dev.followthrough.events.MeetingHeld;
import dev.followthrough.events.NoAgreement;
import dev.followthrough.events.Participant;
import dev.followthrough.platform.outbox.EventRecord;
import dev.followthrough.platform.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A4: meetings. */
@QuarkusTest
class MeetingTest extends ContactsApi {

  private static final Duration HOUR_AGO = Duration.ofHours(-1);
  private static final Duration TOMORROW = Duration.ofHours(24);

  @Test
  void a_held_one_on_one_opens_an_agreement_without_another_call() {
    var ada = contact("Ada");

    post("/v1/meetings", meeting("oneOnOne", "held", HOUR_AGO, ada))
        .statusCode(201)
        .header("Location", startsWith("/v1/meetings/"))
        .header("Followthrough-Position", equalTo("contacts.2"))
        .body("status", equalTo("held"))
        .body("contactIds", contains(ada))
        .body("agreement.opens", equalTo(true))
        .body("agreement", not(hasKey("because")))
        .body("agreement.contactIds", contains(ada));
    var held = probe.awaitEvent("contacts", ownerId(), MeetingHeld.class);
    assertThat(held.agreementWith()).containsExactly(new Participant(UUID.fromString(ada), "Ada"));
    assertThat(held.noAgreement()).isNull();
  }

  @Test
  void a_scheduled_meeting_is_held_once_its_end_is_past() {
    var path = recorded("oneOnOne", "scheduled", TOMORROW, contact("Ada"));
    get(path).body("status", equalTo("scheduled")).body("agreement", nullValue());
    post(path + "/hold", "").statusCode(409).body("type", equalTo("/problems/meeting-not-over"));

    time.advance(TOMORROW);

    post(path + "/hold", "")
        .statusCode(200)
        .body("status", equalTo("held"))
        .body("agreement.opens", equalTo(true));
    probe.awaitEvent("contacts", ownerId(), MeetingHeld.class);
    // whether it is asked about meanwhile is a matter of moments
    assertThat(published(3))
        .extracting(EventRecord::type)
        .filteredOn(type -> !type.equals("meeting.unconfirmed"))
        .containsExactly("contact.added", "meeting.scheduled", "meeting.held");
  }

  @Test
  void a_meeting_that_is_not_over_cannot_be_recorded_as_held() {
    post("/v1/meetings", meeting("oneOnOne", "held", Duration.ofMinutes(1), contact("Ada")))
        .statusCode(409)
        .body("type", equalTo("/problems/meeting-not-over"));
    get("/v1/meetings").body("items", empty());
  }

  @Test
  void an_event_opens_no_agreement() {
    post("/v1/meetings", meeting("event", "held", HOUR_AGO, contact("Ada"), contact("Bob")))
        .statusCode(201)
        .body("agreement.opens", equalTo(false))
        .body("agreement.because", equalTo("event"));
  }

  @Test
  void a_week_that_has_passed_opens_no_agreement_and_the_answer_says_so() {
    var eightDaysAgo = Duration.ofDays(-8);

    post("/v1/meetings", meeting("oneOnOne", "held", eightDaysAgo, contact("Ada")))
        .statusCode(201)
        .body("agreement.opens", equalTo(false))
        .body("agreement.because", equalTo("weekPassed"));
    assertThat(probe.awaitEvent("contacts", ownerId(), MeetingHeld.class).noAgreement())
        .isEqualTo(NoAgreement.WEEK_PASSED);
  }

  @Test
  void a_meeting_held_exactly_a_week_ago_is_in_time() {
    time.freeze(at(Duration.ZERO).truncatedTo(java.time.temporal.ChronoUnit.MILLIS));

    post("/v1/meetings", meeting("oneOnOne", "held", Duration.ofDays(-7), contact("Ada")))
        .body("agreement.opens", equalTo(true));
    time.advance(Duration.ofMillis(1));
    post(
            "/v1/meetings",
            meeting("oneOnOne", "held", Duration.ofDays(-7).minusMillis(1), contact("Bob")))
        .body("agreement.because", equalTo("weekPassed"));
  }

  @Test
  void practice_off_for_the_meeting_opens_no_agreement() {
    var lunch =
        meeting("group", "held", HOUR_AGO, contact("Ada"), contact("Bob"))
            .replaceFirst("\\{", "{\"practice\": {\"off\": true, \"reason\": \"family lunch\"},");

    post("/v1/meetings", lunch)
        .statusCode(201)
        .body("practice.reason", equalTo("family lunch"))
        .body("agreement.opens", equalTo(false))
        .body("agreement.because", equalTo("practiceOff"));
  }

  @Test
  void a_contact_with_practice_off_is_left_out_of_a_groups_agreement() {
    var ada = contact("Ada");

    post("/v1/meetings", meeting("group", "held", HOUR_AGO, relative("Aunt"), ada))
        .body("agreement.opens", equalTo(true))
        .body("agreement.contactIds", contains(ada));
  }

  @Test
  void only_contacts_with_practice_off_open_no_agreement() {
    post("/v1/meetings", meeting("oneOnOne", "held", HOUR_AGO, relative("Aunt")))
        .body("agreement.because", equalTo("practiceOff"))
        .body("agreement.contactIds", empty());
  }

  @Test
  void a_one_on_one_is_with_exactly_one_contact() {
    post("/v1/meetings", meeting("oneOnOne", "held", HOUR_AGO, contact("Ada"), contact("Bob")))
        .statusCode(400)
        .body("errors.pointer", contains("/contactIds"));
  }

  @Test
  void one_to_twenty_distinct_contacts_take_part() {
    var ada = contact("Ada");
    var many =
        IntStream.range(0, 21).mapToObj(i -> UUID.randomUUID().toString()).toArray(String[]::new);

    post("/v1/meetings", meeting("group", "held", HOUR_AGO))
        .statusCode(400)
        .body("errors.pointer", contains("/contactIds"));
    post("/v1/meetings", meeting("group", "held", HOUR_AGO, ada, ada))
        .statusCode(400)
        .body("errors.rule", contains("distinct"));
    post("/v1/meetings", meeting("group", "held", HOUR_AGO, many))
        .statusCode(400)
        .body("errors.rule", contains("max-items"));
  }

  @Test
  void unknown_removed_and_other_owners_contacts_cannot_take_part() {
    var removed = contact("Ada");
    api().delete("/v1/contacts/" + removed).then().statusCode(204);
    var foreign =
        as("stranger-" + UUID.randomUUID(), Tokens.ALL_SCOPES)
            .body("{\"name\": \"Theirs\"}")
            .post("/v1/contacts")
            .path("id")
            .toString();

    post("/v1/meetings", meeting("group", "held", HOUR_AGO, removed, contact("Bob"), foreign))
        .statusCode(422)
        .body("type", equalTo("/problems/unknown-contact"))
        .body("errors.pointer", containsInAnyOrder("/contactIds/0", "/contactIds/2"));
  }

  @Test
  void a_meeting_ends_after_it_starts_and_within_a_day_an_event_within_a_month() {
    var ada = contact("Ada");

    for (var times :
        List.of(
            times("oneOnOne", Duration.ZERO),
            times("oneOnOne", Duration.ofHours(-1)),
            times("oneOnOne", Duration.ofHours(25)),
            times("event", Duration.ofDays(32)))) {
      post("/v1/meetings", times.formatted(ada))
          .statusCode(400)
          .body("errors.pointer", contains("/endsAt"));
    }
    post("/v1/meetings", times("event", Duration.ofDays(30)).formatted(ada)).statusCode(201);
  }

  private String times(String kind, Duration length) {
    var start = at(Duration.ofDays(1));
    return """
    {"kind": "%s", "status": "scheduled", "contactIds": ["%%s"], "startsAt": "%s", "endsAt": "%s"}
    """
        .formatted(kind, start, start.plus(length));
  }

  @Test
  void a_cancelled_meeting_is_neither_held_nor_cancelled_nor_voided() {
    var path = recorded("oneOnOne", "scheduled", HOUR_AGO, contact("Ada"));
    post(path + "/cancel", "").statusCode(200).body("status", equalTo("cancelled"));

    for (var way : List.of("/hold", "/cancel", "/void")) {
      post(path + way, "")
          .statusCode(409)
          .body("type", equalTo("/problems/meeting-already-cancelled"));
    }
  }

  @Test
  void a_held_meeting_is_neither_held_again_nor_cancelled() {
    var path = recorded("oneOnOne", "held", HOUR_AGO, contact("Ada"));

    for (var way : List.of("/hold", "/cancel")) {
      post(path + way, "").statusCode(409).body("type", equalTo("/problems/meeting-already-held"));
    }
  }

  @Test
  void a_held_meeting_recorded_in_error_can_be_voided_once() {
    var path = recorded("oneOnOne", "held", HOUR_AGO, contact("Ada"));

    post(path + "/void", "")
        .statusCode(200)
        .body("status", equalTo("voided"))
        .body("$", not(hasKey("agreement")));

    post(path + "/void", "")
        .statusCode(409)
        .body("type", equalTo("/problems/meeting-already-voided"));
    assertThat(published(3).getLast().type()).isEqualTo("meeting.voided");
  }

  @Test
  void a_scheduled_meeting_is_cancelled_not_voided() {
    var path = recorded("oneOnOne", "scheduled", TOMORROW, contact("Ada"));

    post(path + "/void", "").statusCode(409).body("type", equalTo("/problems/meeting-not-held"));
  }

  @Test
  void times_and_people_of_a_scheduled_meeting_can_be_changed() {
    var path = recorded("oneOnOne", "scheduled", TOMORROW, contact("Ada"));
    var bob = contact("Bob");
    var end = at(Duration.ofHours(30)).truncatedTo(java.time.temporal.ChronoUnit.MILLIS);

    patch(
            path,
            "{\"contactIds\": [\"%s\"], \"startsAt\": \"%s\", \"endsAt\": \"%s\"}"
                .formatted(bob, end.minusSeconds(60), end))
        .statusCode(200)
        .body("contactIds", contains(bob))
        .body("endsAt", equalTo(end.toString()));
    assertThat(published(4).getLast().type()).isEqualTo("meeting.changed");
    assertThat(published(4).getLast().body()).contains(bob, "Bob");
  }

  @Test
  void times_and_people_of_a_held_meeting_are_fixed_its_words_are_not() {
    var path = recorded("oneOnOne", "held", HOUR_AGO, contact("Ada"));
    var bob = contact("Bob");

    patch(path, "{\"contactIds\": [\"%s\"]}".formatted(bob))
        .statusCode(409)
        .body("type", equalTo("/problems/meeting-fixed"));
    patch(path, "{\"endsAt\": \"%s\"}".formatted(at(Duration.ofMinutes(-90)))).statusCode(409);
    patch(path, "{\"practice\": {\"off\": true, \"reason\": \"x\"}}").statusCode(409);
    patch(path, "{\"topics\": [\"bicycles\"], \"notes\": \"went well\", \"place\": \"Bern\"}")
        .statusCode(200)
        .body("topics", contains("bicycles"))
        .body("notes", equalTo("went well"));
    patch(path, "{\"notes\": null}").statusCode(200).body("$", not(hasKey("notes")));
  }

  @Test
  void a_meeting_is_not_held_with_somebody_removed_meanwhile() {
    var ada = contact("Ada");
    var path = recorded("oneOnOne", "scheduled", HOUR_AGO, ada);
    api().delete("/v1/contacts/" + ada).then().statusCode(204);

    post(path + "/hold", "")
        .statusCode(409)
        .body("type", equalTo("/problems/contact-removed"))
        .body("contactId", equalTo(ada));
  }

  @Test
  void meetings_are_listed_in_parts_in_the_order_of_time() {
    var ada = contact("Ada");
    var third = id(recorded("oneOnOne", "scheduled", Duration.ofHours(72), ada));
    var first = id(recorded("oneOnOne", "scheduled", TOMORROW, ada));
    var second = id(recorded("oneOnOne", "scheduled", Duration.ofHours(48), ada));
    var list = "/v1/meetings?sort=startsAt&limit=1&from=" + at(Duration.ZERO);
    recorded("oneOnOne", "held", HOUR_AGO, ada);

    var seen = new ArrayList<String>();
    String cursor = null;
    do {
      var part = get(cursor == null ? list : list + "&cursor=" + cursor).statusCode(200).extract();
      seen.add(part.path("items[0].id"));
      cursor = part.path("nextCursor");
      // what comes before the part that was seen moves nothing
      recorded("oneOnOne", "scheduled", Duration.ofHours(2), ada);
    } while (cursor != null);

    assertThat(seen).containsExactly(first, second, third);
    get("/v1/meetings?sort=recorded&limit=1&status=held").body("items", hasSize(1));
    get("/v1/meetings?sort=endsAt").statusCode(400).body("errors.pointer", contains("?sort"));
  }

  @Test
  void meetings_that_start_together_are_each_listed_once() {
    var ada = contact("Ada");
    var at = meeting("oneOnOne", "scheduled", TOMORROW, ada);
    var ids = new ArrayList<String>();
    for (var i = 0; i < 3; i++) {
      ids.add(post("/v1/meetings", at).statusCode(201).extract().path("id"));
    }

    var part = get("/v1/meetings?sort=startsAt&limit=2").body("items", hasSize(2)).extract();
    var seen = new ArrayList<String>(part.<List<String>>path("items.id"));
    seen.addAll(
        get("/v1/meetings?sort=startsAt&limit=2&cursor=" + part.path("nextCursor"))
            .extract()
            .<List<String>>path("items.id"));

    assertThat(seen).containsExactlyInAnyOrderElementsOf(ids);
  }

  @Test
  void meetings_are_listed_by_status_contact_and_time() {
    var ada = contact("Ada");
    var bob = contact("Bob");
    var past = id(recorded("oneOnOne", "held", HOUR_AGO, ada));
    var group = id(recorded("group", "scheduled", TOMORROW, ada, bob));
    var later = id(recorded("oneOnOne", "scheduled", Duration.ofDays(3), bob));

    assertThat(listed("")).containsExactly(later, group, past);
    assertThat(listed("?status=held")).containsExactly(past);
    assertThat(listed("?contactId=" + ada)).containsExactly(group, past);
    assertThat(listed("?from=" + at(Duration.ZERO))).containsExactly(later, group);
    assertThat(listed("?from=%s&to=%s".formatted(at(Duration.ZERO), at(Duration.ofDays(2)))))
        .containsExactly(group);
    assertThat(listed("?status=scheduled&contactId=" + bob)).containsExactly(later, group);
  }

  @Test
  void a_cursor_belongs_to_its_filters() {
    var ada = contact("Ada");
    var made = new ArrayList<String>();
    for (var i = 0; i < 3; i++) {
      made.addFirst(id(recorded("oneOnOne", "scheduled", TOMORROW, ada)));
    }
    var first = get("/v1/meetings?limit=2&contactId=" + ada).extract().jsonPath();

    get("/v1/meetings?limit=2&cursor=" + first.getString("nextCursor")).statusCode(400);
    var second =
        get("/v1/meetings?limit=2&contactId=%s&cursor=%s"
                .formatted(ada, first.getString("nextCursor")))
            .extract()
            .jsonPath();
    assertThat(first.<String>getList("items.id")).isEqualTo(made.subList(0, 2));
    assertThat(second.<String>getList("items.id")).isEqualTo(made.subList(2, 3));
  }

  @Test
  void another_owners_meeting_is_not_found() {
    var path = recorded("oneOnOne", "held", HOUR_AGO, contact("Ada"));
    var stranger = "stranger-" + UUID.randomUUID();

    as(stranger, Tokens.ALL_SCOPES).get(path).then().statusCode(404);
    for (var way : List.of("/hold", "/cancel", "/void")) {
      as(stranger, Tokens.ALL_SCOPES).post(path + way).then().statusCode(404);
    }
  }

  @Test
  void a_state_change_honours_if_match_and_is_done_once_per_key() {
    var path = recorded("oneOnOne", "scheduled", HOUR_AGO, contact("Ada"));
    var etag = get(path).extract().header("ETag");
    patch(path, "{\"place\": \"Bern\"}").statusCode(200);
    api().header("If-Match", etag).post(path + "/hold").then().statusCode(412);

    var key = UUID.randomUUID().toString();
    var first = api().header("Idempotency-Key", key).post(path + "/hold");
    var second = api().header("Idempotency-Key", key).post(path + "/hold");

    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(second.asByteArray()).isEqualTo(first.asByteArray());
  }

  private String recorded(String kind, String status, Duration endsIn, String... contactIds) {
    return post("/v1/meetings", meeting(kind, status, endsIn, contactIds))
        .statusCode(201)
        .extract()
        .header("Location");
  }

  private static String id(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private List<String> listed(String query) {
    return get("/v1/meetings" + query).statusCode(200).extract().jsonPath().getList("items.id");
  }
}
