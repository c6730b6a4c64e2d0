package dev.followthrough.contacts.openloop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.followthrough.contacts.presence.PersonRestored;
import dev.followthrough.contacts.testing.TouchesApi;
import dev.followthrough.events.LoopEnd;
import dev.followthrough.events.LoopReason;
import dev.followthrough.events.OpenLoopClosed;
import dev.followthrough.events.OpenLoopOpened;
import dev.followthrough.platform.duework.DueRunner;
import dev.followthrough.platform.outbox.EventRecord;
import dev.followthrough.platform.owner.Owners;
import dev.followthrough.platform.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A3: questions and thanks that nobody answered. */
@QuarkusTest
class OpenLoopTest extends TouchesApi {

  private static final Duration WAITED = Duration.ofDays(3);

  @Inject DueRunner dueWork;
  @Inject Owners owners;
  @Inject Event<PersonRestored> restored;

  @Test
  void a_question_is_open_from_three_days_on() {
    time.freeze(at(Duration.ZERO));
    var question = question(contact("Ada"), WAITED.minusMillis(1));

    assertThat(openLoops()).isEmpty();
    get("/v1/open-loops/" + question).statusCode(404);
    time.advance(Duration.ofMillis(1));
    assertThat(openLoops()).containsExactly(question);
    get("/v1/open-loops/" + question)
        .body("reason", equalTo("question"))
        .body("kind", equalTo("email"))
        .body("state", equalTo("open"))
        .body("openedAt", equalTo(time.now().toString()));
  }

  @Test
  void that_it_opened_is_told_by_itself() {
    var ada = contact("Ada");
    var question = question(ada, WAITED.minusHours(1));

    time.advance(Duration.ofHours(2));

    var opened = probe.awaitEvent("contacts", ownerId(), OpenLoopOpened.class);
    assertThat(opened.touchId()).isEqualTo(UUID.fromString(question));
    assertThat(opened.contactId()).isEqualTo(UUID.fromString(ada));
    assertThat(opened.reason()).isEqualTo(LoopReason.QUESTION);
    assertThat(opened.openedAt()).isEqualTo(opened.happenedAt().plus(WAITED));
  }

  @Test
  void what_was_answered_in_time_never_opens() throws SQLException {
    var ada = contact("Ada");
    var question = question(ada, DAY);
    answer(ada, question);

    time.advance(WAITED);

    assertThat(openLoops()).isEmpty();
    dueWork.runDue();
    contact("Last");
    assertThat(types(4)).doesNotContain("open_loop.opened");
  }

  @Test
  void an_answer_closes_it_and_its_removal_opens_it_again() {
    var ada = contact("Ada");
    var question = question(ada, WAITED);

    var answer = answer(ada, question);
    assertThat(openLoops()).isEmpty();
    get("/v1/open-loops/" + question).body("state", equalTo("answered"));
    api().delete("/v1/touches/" + answer).then().statusCode(204);

    assertThat(openLoops()).containsExactly(question);
    assertThat(types(7))
        .containsExactly(
            "contact.added",
            "touch.recorded",
            "open_loop.opened",
            "touch.recorded",
            "open_loop.closed",
            "touch.removed",
            "open_loop.opened");
    assertThat(probe.awaitEvent("contacts", ownerId(), OpenLoopClosed.class).because())
        .isEqualTo(LoopEnd.ANSWERED);
  }

  @Test
  void a_redirect_to_another_channel_does_not_close_it() {
    var ada = contact("Ada");
    var question = question(ada, WAITED);

    var redirect =
        touch(ada, "outbound", Duration.ZERO, answers(question) + ", \"redirects\": true");
    assertThat(openLoops()).containsExactly(question);
    patch("/v1/touches/" + redirect, "{\"redirects\": false}").statusCode(200);

    assertThat(openLoops()).isEmpty();
  }

  @Test
  void thanks_need_one_acknowledgement_and_open_no_further_loop() {
    var ada = contact("Ada");
    var thanks = thanks(ada, DAY.multipliedBy(9));
    get("/v1/open-loops").body("items.reason", contains("thanks"));

    var word = touch(ada, "outbound", DAY.multipliedBy(8), answers(thanks));
    touch(ada, "inbound", DAY.multipliedBy(7), answers(word) + ", \"saysThanks\": true");
    var mine = touch(ada, "outbound", DAY.multipliedBy(6), "\"saysThanks\": true");
    touch(ada, "inbound", DAY.multipliedBy(5), answers(mine) + ", \"saysThanks\": true");

    assertThat(openLoops()).isEmpty();
  }

  @Test
  void thanks_that_ask_a_question_want_an_answer_all_the_same() {
    var ada = contact("Ada");
    var mine = touch(ada, "outbound", DAY.multipliedBy(6), "\"saysThanks\": true");

    var asking =
        touch(
            ada,
            "inbound",
            DAY.multipliedBy(5),
            answers(mine) + ", \"saysThanks\": true, \"asksQuestion\": true");

    assertThat(openLoops()).containsExactly(asking);
  }

  @Test
  void a_question_that_awaits_no_reply_opens_none() {
    touch(contact("Ada"), "inbound", WAITED, "\"asksQuestion\": true, \"awaitsReply\": false");
    touch(contact("Bob"), "outbound", WAITED, "\"asksQuestion\": true");

    assertThat(openLoops()).isEmpty();
  }

  @Test
  void it_can_be_let_go_once() {
    var path = "/v1/open-loops/" + question(contact("Ada"), WAITED);

    api().header("If-Match", "\"other\"").post(path + "/letting-go").then().statusCode(412);
    post(path + "/letting-go", "").statusCode(200).body("state", equalTo("letGo"));

    assertThat(openLoops()).isEmpty();
    get(path).body("state", equalTo("letGo"));
    post(path + "/letting-go", "")
        .statusCode(409)
        .body("type", equalTo("/problems/open-loop-closed"));
    assertThat(probe.awaitEvent("contacts", ownerId(), OpenLoopClosed.class).because())
        .isEqualTo(LoopEnd.LET_GO);
  }

  @Test
  void what_is_answered_or_still_waits_is_not_let_go() {
    var ada = contact("Ada");
    var answered = question(ada, WAITED);
    answer(ada, answered);

    post("/v1/open-loops/%s/letting-go".formatted(answered), "").statusCode(409);
    post("/v1/open-loops/%s/letting-go".formatted(question(ada, DAY)), "").statusCode(404);
    post("/v1/open-loops/%s/letting-go".formatted(UUID.randomUUID()), "").statusCode(404);
  }

  @Test
  void a_corrected_touch_opens_and_closes_its_loop() {
    var ada = contact("Ada");
    var touch = touch(ada, "inbound", WAITED, "");
    var path = "/v1/touches/" + touch;

    patch(path, "{\"asksQuestion\": true}").statusCode(200);
    assertThat(openLoops()).containsExactly(touch);
    patch(path, "{\"happenedAt\": \"%s\"}".formatted(at(DAY.negated()))).statusCode(200);
    assertThat(openLoops()).isEmpty();
    time.advance(DAY.multipliedBy(2));
    assertThat(openLoops()).containsExactly(touch);
    patch(path, "{\"asksQuestion\": false}").statusCode(200);
    assertThat(openLoops()).isEmpty();
    get("/v1/open-loops/" + touch).statusCode(404);
  }

  @Test
  void the_loops_of_a_removed_contact_are_closed_and_come_back_with_them() {
    var ada = contact("Ada");
    var open = question(ada, WAITED);
    var waiting = question(ada, WAITED.minusHours(1));

    api().delete("/v1/contacts/" + ada).then().statusCode(204);
    assertThat(openLoops()).isEmpty();
    get("/v1/open-loops/" + open).statusCode(404);
    time.advance(Duration.ofHours(2));
    assertThat(openLoops()).isEmpty();
    owners.act(ownerId(), () -> restored.fire(new PersonRestored(UUID.fromString(ada))));

    assertThat(openLoops()).containsExactly(open, waiting);
    assertThat(types(8).subList(3, 8))
        .containsExactly(
            "touch.recorded",
            "open_loop.closed",
            "contact.removed",
            "open_loop.opened",
            "open_loop.opened");
  }

  @Test
  void open_loops_are_listed_in_parts_the_longest_wait_first() {
    var ada = contact("Ada");
    var bob = contact("Bob");
    var second = question(ada, WAITED.plusDays(1));
    var first = thanks(bob, WAITED.plusDays(2));
    var third = question(ada, WAITED);

    assertThat(openLoops()).containsExactly(first, second, third);
    get("/v1/open-loops?contactId=" + ada).body("items.id", contains(second, third));
    var part = get("/v1/open-loops?limit=2").body("items.id", contains(first, second));
    get("/v1/open-loops?limit=2&cursor=" + part.extract().path("nextCursor"))
        .body("items.id", contains(third));
  }

  @Test
  void another_owners_loop_is_not_found() {
    var path = "/v1/open-loops/" + question(contact("Ada"), WAITED);
    var stranger = as("stranger-" + UUID.randomUUID(), Tokens.ALL_SCOPES);

    stranger.get(path).then().statusCode(404);
    stranger.post(path + "/letting-go").then().statusCode(404);
  }

  private List<String> types(int count) {
    return published(count).stream().map(EventRecord::type).toList();
  }
}
