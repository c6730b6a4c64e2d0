package dev.followthrough.contacts.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.followthrough.contacts.testing.TouchesApi;
import dev.followthrough.events.AgreementVoidRefused;
import dev.followthrough.events.LoopEnd;
import dev.followthrough.events.MeetingChanged;
import dev.followthrough.events.MeetingHeld;
import dev.followthrough.events.MeetingVoidReverted;
import dev.followthrough.events.OpenLoopClosed;
import dev.followthrough.events.OpenLoopOpened;
import dev.followthrough.platform.outbox.EventRecord;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A3, A4: what waits is answered in a meeting if the owner says so, and not by the meeting alone.
 */
@QuarkusTest
class MeetingAnswerTest extends TouchesApi {

  private static final Duration WEEK = Duration.ofDays(7);

  @Test
  void a_meeting_that_names_no_touch_closes_no_loop() {
    var ada = contact("Ada");
    var question = question(ada, WEEK);

    var meeting = held(DAY, List.of(), ada);

    assertThat(openLoops()).containsExactly(question);
    get("/v1/meetings/" + meeting).body("answers", empty());
  }

  @Test
  void a_question_and_thanks_that_were_answered_in_it_are_open_no_more() {
    var ada = contact("Ada");
    var question = question(ada, WEEK);
    var thanks = thanks(ada, WEEK);
    var other = question(ada, WEEK);

    var meeting = held(DAY, List.of(question, thanks), ada);

    assertThat(openLoops()).containsExactly(other);
    get("/v1/open-loops/" + question).body("state", equalTo("answered"));
    get("/v1/open-loops/" + thanks).body("state", equalTo("answered"));
    get("/v1/touches/" + question).body("answeredAt", equalTo(endOf(meeting)));
    get("/v1/meetings/" + meeting).body("answers", contains(question, thanks));
  }

  @Test
  void what_the_contact_answered_in_it_is_awaited_no_more() {
    var ada = contact("Ada");
    var mine = touch(ada, "outbound", WEEK, "\"asksQuestion\": true");

    var meeting = held(DAY, List.of(mine), ada);

    get("/v1/touches/" + mine).body("answeredAt", equalTo(endOf(meeting)));
  }

  @Test
  void what_is_answered_in_time_never_opens() {
    var ada = contact("Ada");
    var question = question(ada, DAY);
    held(Duration.ofHours(1), List.of(question), ada);

    time.advance(WEEK);

    assertThat(openLoops()).isEmpty();
  }

  @Test
  void it_can_be_said_later_and_be_taken_back() {
    var ada = contact("Ada");
    var question = question(ada, WEEK);
    var meeting = post("/v1/meetings", meeting("oneOnOne", "scheduled", DAY.negated(), ada));
    String id = meeting.statusCode(201).extract().path("id");
    post("/v1/meetings/" + id + "/hold", "").statusCode(200).body("answers", empty());

    say(id, question).statusCode(200).body("answers", contains(question));
    assertThat(openLoops()).isEmpty();
    patch("/v1/meetings/" + id, "{\"answers\": null}").statusCode(200).body("answers", empty());

    assertThat(openLoops()).containsExactly(question);
    get("/v1/touches/" + question).body("answeredAt", nullValue());
  }

  @Test
  void only_a_held_meeting_answers() {
    var ada = contact("Ada");
    var question = question(ada, WEEK);

    post("/v1/meetings", named("scheduled", DAY, List.of(question), ada))
        .statusCode(400)
        .body("errors.pointer", contains("/answers"))
        .body("errors.rule", contains("only-held"));
    String planned =
        post("/v1/meetings", meeting("oneOnOne", "scheduled", DAY, ada)).extract().path("id");
    say(planned, question).statusCode(409).body("type", equalTo("/problems/meeting-not-held"));
    post("/v1/meetings/" + planned + "/cancel", "").statusCode(200);
    say(planned, question)
        .statusCode(409)
        .body("type", equalTo("/problems/meeting-already-cancelled"));
    var wrong = held(DAY, List.of(), ada);
    post("/v1/meetings/" + wrong + "/void", "").statusCode(200);
    say(wrong, question).statusCode(409).body("type", equalTo("/problems/meeting-already-voided"));
    assertThat(openLoops()).containsExactly(question);
  }

  @Test
  void a_touch_that_cannot_have_been_answered_in_it_is_refused_by_name() {
    var ada = contact("Ada");
    var fits = question(ada, WEEK);
    var bobs = question(contact("Bob"), WEEK);
    var later = question(ada, Duration.ofHours(1));
    var unknown = UUID.randomUUID().toString();

    refused(
        post(
            "/v1/meetings", named("held", DAY.negated(), List.of(fits, bobs, later, unknown), ada)),
        List.of("/answers/1", "/answers/2", "/answers/3"),
        List.of("takes-part", "not-later", "unknown-touch"));
    var meeting = held(DAY, List.of(), ada);
    refused(say(meeting, later), List.of("/answers/0"), List.of("not-later"));
    say(meeting, fits, fits).statusCode(400).body("errors.pointer", contains("/answers"));
    get("/v1/meetings?contactId=" + ada).body("items.id", contains(meeting));
  }

  @Test
  void what_somebody_said_while_it_went_on_can_be_answered_in_it() {
    time.freeze(at(Duration.ZERO));
    var ada = contact("Ada");
    var question = question(ada, DAY);

    held(DAY, List.of(question), ada);

    get("/v1/touches/" + question).body("answeredAt", equalTo(at(DAY.negated()).toString()));
  }

  @Test
  void a_group_answers_each_ones_touches() {
    var ada = contact("Ada");
    var bob = contact("Bob");
    var hers = question(ada, WEEK);
    var his = thanks(bob, WEEK);

    held(DAY, List.of(his, hers), ada, bob);

    assertThat(openLoops()).isEmpty();
  }

  @Test
  void voiding_the_meeting_opens_the_loop_again() {
    var ada = contact("Ada");
    var question = question(ada, WEEK);
    var mine = touch(ada, "outbound", WEEK, "\"asksQuestion\": true");
    var meeting = held(DAY, List.of(question, mine), ada);

    post("/v1/meetings/" + meeting + "/void", "").statusCode(200);

    assertThat(openLoops()).containsExactly(question);
    get("/v1/touches/" + mine).body("answeredAt", nullValue());
    assertThat(types(8))
        .containsSubsequence(
            "open_loop.opened",
            "meeting.held",
            "open_loop.closed",
            "meeting.voided",
            "open_loop.opened");
  }

  @Test
  void a_refused_void_lets_the_answer_count_again() {
    var ada = contact("Ada");
    var question = question(ada, WEEK);
    var meeting = held(DAY, List.of(question), ada);
    post("/v1/meetings/" + meeting + "/void", "").statusCode(200);

    probe.publish(
        "commitments",
        ownerId(),
        new AgreementVoidRefused(UUID.randomUUID(), UUID.fromString(meeting)),
        time.now());

    probe.awaitEvent("contacts", ownerId(), MeetingVoidReverted.class);
    assertThat(openLoops()).isEmpty();
  }

  @Test
  void the_first_answer_counts_be_it_a_touch_or_a_meeting() {
    var ada = contact("Ada");
    var question = question(ada, WEEK);
    var meeting = held(DAY, List.of(question), ada);

    var before = touch(ada, "outbound", DAY.multipliedBy(2), answers(question));
    get("/v1/touches/" + question).body("answeredAt", not(equalTo(endOf(meeting))));
    api().delete("/v1/touches/" + before).then().statusCode(204);

    get("/v1/touches/" + question).body("answeredAt", equalTo(endOf(meeting)));
    answer(ada, question);
    get("/v1/touches/" + question).body("answeredAt", equalTo(endOf(meeting)));
  }

  @Test
  void a_touch_is_not_moved_behind_the_meeting_that_answered_it() {
    var ada = contact("Ada");
    var question = question(ada, WEEK);
    held(DAY, List.of(question), ada);

    patch("/v1/touches/" + question, "{\"happenedAt\": \"%s\"}".formatted(at(Duration.ofHours(-1))))
        .statusCode(409)
        .body("type", equalTo("/problems/touch-answered-before"));
  }

  @Test
  void a_meeting_answers_a_removed_touch_no_more() {
    var ada = contact("Ada");
    var question = question(ada, WEEK);
    var thanks = thanks(ada, WEEK);
    var meeting = held(DAY, List.of(question, thanks), ada);
    var etag = get("/v1/meetings/" + meeting).extract().header("ETag");

    api().delete("/v1/touches/" + question).then().statusCode(204);

    get("/v1/meetings/" + meeting)
        .body("answers", contains(thanks))
        .header("ETag", not(equalTo(etag)));
    var changed = probe.awaitEvent("contacts", ownerId(), MeetingChanged.class);
    assertThat(changed.changed()).containsExactly("answers");
    assertThat(changed.answers()).containsExactly(UUID.fromString(thanks));
  }

  @Test
  void an_erased_contacts_touches_are_named_no_more() {
    var ada = contact("Ada");
    var bob = contact("Bob");
    var hers = question(ada, WEEK);
    var his = question(bob, WEEK);
    var meeting = held(DAY, List.of(hers, his), ada, bob);

    post("/v1/erasures", "{\"contactId\": \"%s\"}".formatted(ada)).statusCode(202);

    get("/v1/meetings/" + meeting).body("answers", contains(his));
  }

  @Test
  void a_removed_contacts_loop_stays_answered_when_they_come_back() {
    var ada = contact("Ada");
    var bob = contact("Bob");
    var hers = question(ada, WEEK);
    var meeting = held(DAY, List.of(hers), ada, bob);
    api().delete("/v1/contacts/" + ada).then().statusCode(204);
    var his = thanks(bob, WEEK);

    say(meeting, hers, his).statusCode(200).body("answers", contains(hers, his));
    post("/v1/contacts/" + ada + "/restoration", "").statusCode(200);

    assertThat(openLoops()).isEmpty();
  }

  @Test
  void the_events_say_what_was_answered() {
    var ada = contact("Ada");
    var question = question(ada, WEEK);
    var thanks = thanks(ada, WEEK);
    var meeting = held(DAY, List.of(question), ada);
    say(meeting, question, thanks).statusCode(200);

    var all = published(9);
    assertThat(all)
        .extracting(EventRecord::type)
        .containsExactly(
            "contact.added",
            "touch.recorded",
            "open_loop.opened",
            "touch.recorded",
            "open_loop.opened",
            "meeting.held",
            "open_loop.closed",
            "meeting.changed",
            "open_loop.closed");
    var held = probe.awaitEvent("contacts", ownerId(), MeetingHeld.class);
    assertThat(held.answers()).containsExactly(UUID.fromString(question));
    var changed = probe.awaitEvent("contacts", ownerId(), MeetingChanged.class);
    assertThat(changed.changed()).containsExactly("answers");
    assertThat(changed.answers())
        .containsExactlyElementsOf(Stream.of(question, thanks).map(UUID::fromString).toList());
    assertThat(changed.moves()).isFalse();
    assertThat(probe.awaitEvent("contacts", ownerId(), OpenLoopClosed.class).because())
        .isEqualTo(LoopEnd.ANSWERED);
    assertThat(probe.awaitEvent("contacts", ownerId(), OpenLoopOpened.class)).isNotNull();
  }

  @Test
  void guidance_does_not_say_that_an_answer_is_owed_when_it_was_given_in_a_meeting() {
    var ada = contact("Ada");
    var question = question(ada, WEEK);
    var meeting = held(DAY, List.of(), ada);
    get("/v1/contacts/" + ada + "/guidance").body("items.code", hasItem("answerOwed"));

    say(meeting, question).statusCode(200);

    get("/v1/contacts/" + ada + "/guidance").body("items.code", not(hasItem("answerOwed")));
  }

  @Test
  void an_answer_makes_a_new_version_of_meeting_and_touch() {
    var ada = contact("Ada");
    var question = question(ada, WEEK);
    var meeting = held(DAY, List.of(), ada);
    var meetings = get("/v1/meetings/" + meeting).extract().header("ETag");
    var touches = get("/v1/touches/" + question).extract().header("ETag");

    say(meeting, question).statusCode(200).header("ETag", notNullValue());

    api().header("If-Match", touches).delete("/v1/touches/" + question).then().statusCode(412);
    api()
        .header("If-Match", meetings)
        .post("/v1/meetings/" + meeting + "/void")
        .then()
        .statusCode(412);
  }

  private String held(Duration ago, List<String> touches, String... people) {
    return post("/v1/meetings", named("held", ago.negated(), touches, people))
        .statusCode(201)
        .extract()
        .path("id");
  }

  private String named(String status, Duration endsIn, List<String> touches, String... people) {
    var kind = people.length == 1 ? "oneOnOne" : "group";
    return meeting(kind, status, endsIn, people).strip().replaceFirst("}$", "")
        + ", \"answers\": %s}".formatted(quoted(touches));
  }

  private ValidatableResponse say(String meeting, String... touches) {
    return patch(
        "/v1/meetings/" + meeting, "{\"answers\": %s}".formatted(quoted(List.of(touches))));
  }

  private static List<String> quoted(List<String> ids) {
    return ids.stream().map(id -> '"' + id + '"').toList();
  }

  private String endOf(String meeting) {
    return get("/v1/meetings/" + meeting).extract().path("endsAt");
  }

  private List<String> types(int count) {
    return published(count).stream().map(EventRecord::type).toList();
  }

  private static void refused(
      ValidatableResponse answer, List<String> pointers, List<String> rules) {
    answer
        .statusCode(422)
        .body("type", equalTo("/problems/meeting-cannot-answer"))
        .body("errors.pointer", equalTo(pointers))
        .body("errors.rule", equalTo(rules));
  }
}
