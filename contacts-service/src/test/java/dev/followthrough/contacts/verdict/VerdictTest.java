package dev.followthrough.contacts.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dev.followthrough.contacts.testing.ContactsApi;
import dev.followthrough.events.Participant;
import dev.followthrough.events.Verdict;
import dev.followthrough.events.VerdictGiven;
import dev.followthrough.events.VerdictsOverdue;
import dev.followthrough.platform.duework.DueRunner;
import dev.followthrough.platform.outbox.EventRecord;
import dev.followthrough.platform.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A4: within three days each person met at an event gets a verdict. */
@QuarkusTest
class VerdictTest extends ContactsApi {

  private static final Duration HOUR_AGO = Duration.ofHours(-1);
  private static final Duration THREE_DAYS = Duration.ofDays(3);
  private static final String MEET =
      "{\"verdict\": \"meet\", \"mutualValue\": \"Her engine, my customers\"}";
  private static final String KEEP = "{\"verdict\": \"keepInTouch\"}";
  private static final String LET_GO = "{\"verdict\": \"letGo\"}";

  @Inject DueRunner dueWork;

  @Test
  void each_person_met_at_a_held_event_waits_for_a_verdict() {
    var ada = contact("Ada");
    var bob = contact("Bob");

    var event = event(HOUR_AGO, bob, ada);

    var end = get(event).extract().<String>path("endsAt");
    get(event + "/verdicts")
        .statusCode(200)
        .body("items.contactId", contains(bob, ada))
        .body("items.name", contains("Bob", "Ada"))
        .body("items[0].metAt", equalTo(end))
        .body("items[0].dueAt", equalTo(Instant.parse(end).plus(THREE_DAYS).toString()))
        .body("items[0]", not(hasKey("verdict")));
  }

  @Test
  void to_meet_proposes_a_one_on_one_and_says_what_each_has_of_it() {
    var ada = contact("Ada");
    var event = event(HOUR_AGO, ada);

    give(event, ada, MEET)
        .statusCode(200)
        .body("verdict", equalTo("meet"))
        .body("mutualValue", equalTo("Her engine, my customers"))
        .body("proposes", equalTo("oneOnOne"))
        .body("$", hasKey("givenAt"));

    var given = probe.awaitEvent("contacts", ownerId(), VerdictGiven.class);
    assertThat("/v1/meetings/" + given.meetingId()).isEqualTo(event);
    assertThat(given.contactId()).isEqualTo(UUID.fromString(ada));
    assertThat(given.verdict()).isEqualTo(Verdict.MEET);
  }

  @Test
  void to_meet_proposes_nothing_once_a_one_on_one_after_the_event_is_scheduled() {
    var ada = contact("Ada");
    var event = event(HOUR_AGO, ada);
    var planned = recorded("oneOnOne", "scheduled", Duration.ofDays(2), ada);

    give(event, ada, MEET).statusCode(200).body("$", not(hasKey("proposes")));
    get(event + "/verdicts").body("items[0]", not(hasKey("proposes")));

    post(planned + "/cancel", "").statusCode(200);
    get(event + "/verdicts").body("items[0].proposes", equalTo("oneOnOne"));
  }

  @Test
  void to_meet_proposes_nothing_once_a_one_on_one_after_the_event_was_held() {
    var ada = contact("Ada");
    var event = event(Duration.ofHours(-50), ada);
    give(event, ada, MEET).body("proposes", equalTo("oneOnOne"));

    recorded("oneOnOne", "held", HOUR_AGO, ada);

    get(event + "/verdicts").body("items[0]", not(hasKey("proposes")));
  }

  @Test
  void a_one_on_one_before_the_event_a_group_or_one_with_somebody_else_leaves_the_proposal() {
    var ada = contact("Ada");
    var bob = contact("Bob");
    var event = event(Duration.ofHours(-5), ada);
    recorded("oneOnOne", "held", Duration.ofHours(-10), ada);
    recorded("group", "scheduled", Duration.ofDays(2), ada, bob);
    recorded("oneOnOne", "scheduled", Duration.ofDays(2), bob);

    give(event, ada, MEET).body("proposes", equalTo("oneOnOne"));
  }

  @Test
  void the_mutual_value_belongs_to_meeting_and_is_required_for_it() {
    var ada = contact("Ada");
    var event = event(HOUR_AGO, ada);

    for (var body :
        List.of(
            "{\"verdict\": \"meet\"}",
            "{\"verdict\": \"meet\", \"mutualValue\": \" \"}",
            "{\"verdict\": \"letGo\", \"mutualValue\": \"none\"}")) {
      give(event, ada, body).statusCode(400).body("errors.pointer", contains("/mutualValue"));
    }
  }

  @Test
  void letting_go_keeps_the_contact_and_proposes_the_circle_released_without_moving() {
    var ada = contact("Ada");
    var event = event(HOUR_AGO, ada);

    give(event, ada, LET_GO).statusCode(200).body("proposes", equalTo("release"));

    get("/v1/contacts/" + ada).statusCode(200).body("circle", equalTo("acquaintance"));
    patch("/v1/contacts/" + ada, "{\"circle\": \"released\"}").statusCode(200);
    get(event + "/verdicts").body("items[0]", not(hasKey("proposes")));
  }

  @Test
  void keeping_in_touch_proposes_nothing() {
    var ada = contact("Ada");

    give(event(HOUR_AGO, ada), ada, KEEP)
        .statusCode(200)
        .body("verdict", equalTo("keepInTouch"))
        .body("$", not(hasKey("proposes")));
  }

  @Test
  void the_last_verdict_counts_and_the_same_again_changes_nothing() {
    var ada = contact("Ada");
    var event = event(HOUR_AGO, ada);
    var first = give(event, ada, MEET).statusCode(200).extract();

    var again = give(event, ada, MEET).statusCode(200).extract();
    assertThat(again.asString()).isEqualTo(first.asString());
    give(event, ada, KEEP).statusCode(200).body("$", not(hasKey("mutualValue")));

    assertThat(typesUntilNow()).filteredOn("verdict.given"::equals).hasSize(2);
    assertThat(
            probe
                .awaitEvent(
                    "contacts", ownerId(), VerdictGiven.class, one -> one.verdict() != Verdict.MEET)
                .verdict())
        .isEqualTo(Verdict.KEEP_IN_TOUCH);
  }

  @Test
  void a_verdict_honours_if_match() {
    var ada = contact("Ada");
    var event = event(HOUR_AGO, ada);
    var path = event + "/verdicts/" + ada;
    var etag = give(event, ada, MEET).extract().header("ETag");

    api().header("If-Match", etag).body(KEEP).put(path).then().statusCode(200);
    api().header("If-Match", etag).body(LET_GO).put(path).then().statusCode(412);
  }

  @Test
  void only_an_event_has_verdicts() {
    var ada = contact("Ada");
    var lunch = recorded("oneOnOne", "held", HOUR_AGO, ada);

    give(lunch, ada, KEEP)
        .statusCode(409)
        .body("type", equalTo("/problems/verdict-only-for-events"));
    get(lunch + "/verdicts").statusCode(409);
  }

  @Test
  void there_are_verdicts_from_when_the_event_is_held_until_it_is_voided() {
    var ada = contact("Ada");
    var event = recorded("event", "scheduled", HOUR_AGO, ada);
    give(event, ada, KEEP)
        .statusCode(409)
        .body("type", equalTo("/problems/verdict-before-event-held"));
    post(event + "/hold", "").statusCode(200);
    give(event, ada, KEEP).statusCode(200);

    post(event + "/void", "").statusCode(200);

    give(event, ada, KEEP).statusCode(409);
    get(event + "/verdicts").statusCode(409);
    get("/v1/missing-verdicts").body("items", empty());
  }

  @Test
  void only_who_was_met_there_has_a_verdict() {
    var event = event(HOUR_AGO, contact("Ada"));

    give(event, contact("Bob"), KEEP)
        .statusCode(409)
        .body("type", equalTo("/problems/verdict-not-met"));
    give(event, UUID.randomUUID().toString(), KEEP).statusCode(404);
    give("/v1/meetings/" + UUID.randomUUID(), contact("Eve"), KEEP).statusCode(404);
  }

  @Test
  void those_without_a_verdict_are_listed_across_events_the_first_due_first() {
    var ada = contact("Ada");
    var bob = contact("Bob");
    var later = event(HOUR_AGO, ada, bob);
    var sooner = event(HOUR_AGO.multipliedBy(30), ada);
    give(later, bob, KEEP);

    var part = get("/v1/missing-verdicts?limit=1").body("items.contactId", contains(ada));
    part.body("items.meetingId", contains(id(sooner)));
    get("/v1/missing-verdicts?limit=1&cursor=" + part.extract().path("nextCursor"))
        .body("items.meetingId", contains(id(later)))
        .body("items.contactId", contains(ada));
    give(later, ada, KEEP);
    give(sooner, ada, KEEP);
    get("/v1/missing-verdicts").body("items", empty());
  }

  @Test
  void three_days_after_the_end_those_without_are_named_once() throws SQLException {
    time.freeze(at(Duration.ZERO));
    var ada = contact("Ada");
    var bob = contact("Bob");
    var event = event(HOUR_AGO, ada, bob);
    give(event, ada, KEEP).statusCode(200);

    time.advance(THREE_DAYS.plus(HOUR_AGO).minusMillis(1));
    dueWork.runDue();
    assertThat(typesUntilNow()).doesNotContain("verdicts.overdue");
    time.advance(Duration.ofMillis(1));

    var overdue = probe.awaitEvent("contacts", ownerId(), VerdictsOverdue.class);
    assertThat("/v1/meetings/" + overdue.meetingId()).isEqualTo(event);
    assertThat(overdue.without()).containsExactly(new Participant(UUID.fromString(bob), "Bob"));
    time.advance(THREE_DAYS);
    dueWork.runDue();
    assertThat(typesUntilNow()).containsOnlyOnce("verdicts.overdue");
  }

  @Test
  void an_event_recorded_after_the_three_days_is_overdue_at_once() throws SQLException {
    var event = event(Duration.ofDays(-4), contact("Ada"));

    dueWork.runDue();

    assertThat(
            "/v1/meetings/"
                + probe.awaitEvent("contacts", ownerId(), VerdictsOverdue.class).meetingId())
        .isEqualTo(event);
  }

  @Test
  void who_all_got_their_verdicts_or_whose_event_was_voided_are_not_overdue() throws SQLException {
    var ada = contact("Ada");
    give(event(HOUR_AGO, ada), ada, MEET).statusCode(200);
    post(event(HOUR_AGO, ada) + "/void", "").statusCode(200);

    time.advance(THREE_DAYS);
    dueWork.runDue();

    assertThat(typesUntilNow()).doesNotContain("verdicts.overdue");
  }

  @Test
  void a_removed_contact_has_no_verdict_to_get_until_it_is_back() throws SQLException {
    var ada = contact("Ada");
    var event = event(HOUR_AGO, ada);
    api().delete("/v1/contacts/" + ada).then().statusCode(204);

    get("/v1/missing-verdicts").body("items", empty());
    get(event + "/verdicts").body("items", empty());
    give(event, ada, KEEP).statusCode(404);
    time.advance(THREE_DAYS);
    dueWork.runDue();
    assertThat(typesUntilNow()).doesNotContain("verdicts.overdue");
    post("/v1/contacts/%s/restoration".formatted(ada), "").statusCode(200);

    get("/v1/missing-verdicts").body("items.contactId", contains(ada));
    dueWork.runDue();
    assertThat(typesUntilNow()).containsOnlyOnce("verdicts.overdue");
    give(event, ada, KEEP).statusCode(200);
  }

  @Test
  void an_erased_contact_leaves_no_verdict() {
    var ada = contact("Ada");
    var bob = contact("Bob");
    var event = event(HOUR_AGO, ada, bob);
    give(event, ada, MEET).statusCode(200);

    post("/v1/erasures", "{\"contactId\": \"%s\"}".formatted(ada)).statusCode(202);

    get(event + "/verdicts").body("items.contactId", contains(bob));
  }

  @Test
  void another_owners_event_is_not_found() {
    var ada = contact("Ada");
    var event = event(HOUR_AGO, ada);
    var stranger = "stranger-" + UUID.randomUUID();

    as(stranger, Tokens.ALL_SCOPES).get(event + "/verdicts").then().statusCode(404);
    as(stranger, Tokens.ALL_SCOPES)
        .body(KEEP)
        .put(event + "/verdicts/" + ada)
        .then()
        .statusCode(404);
  }

  private String event(Duration endsIn, String... contactIds) {
    return recorded("event", "held", endsIn, contactIds);
  }

  private String recorded(String kind, String status, Duration endsIn, String... contactIds) {
    return post("/v1/meetings", meeting(kind, status, endsIn, contactIds))
        .statusCode(201)
        .extract()
        .header("Location");
  }

  private ValidatableResponse give(String event, String contactId, String body) {
    return api().body(body).put(event + "/verdicts/" + contactId).then();
  }

  private static String id(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private List<String> typesUntilNow() {
    var mark = contact("Mark");
    Stream<EventRecord> events =
        probe
            .awaitEvents(
                "contacts",
                ownerId(),
                all -> all.stream().anyMatch(event -> event.subject().endsWith(mark)))
            .stream();
    return events.map(EventRecord::type).toList();
  }
}
