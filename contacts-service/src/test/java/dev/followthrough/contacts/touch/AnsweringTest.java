package dev.followthrough.contacts.touch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.followthrough.contacts.testing.TouchesApi;
import dev.followthrough.platform.outbox.EventRecord;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A3: which touch answers which. */
@QuarkusTest
class AnsweringTest extends TouchesApi {

  @Test
  void a_touch_answers_an_earlier_one_of_the_other_side() {
    var ada = contact("Ada");
    var question = question(ada, DAY);

    answer(ada, question);

    get("/v1/touches/" + question).body("answeredAt", notNullValue());
  }

  @Test
  void a_touch_does_not_answer_what_is_unknown_or_another_contacts() {
    var ada = contact("Ada");
    var bobs = question(contact("Bob"), DAY);

    refused(record(ada, "outbound", DAY, answers(UUID.randomUUID().toString())), "unknown-touch");
    refused(record(ada, "outbound", DAY, answers(bobs)), "same-contact");
  }

  @Test
  void a_touch_does_not_answer_its_own_side_or_the_future_or_itself() {
    var ada = contact("Ada");
    var question = question(ada, DAY);

    refused(record(ada, "inbound", DAY, answers(question)), "other-direction");
    refused(record(ada, "outbound", DAY.multipliedBy(2), answers(question)), "not-later");
    refused(patch("/v1/touches/" + question, "{%s}".formatted(answers(question))), "not-itself");
  }

  @Test
  void two_touches_of_one_moment_do_not_answer_each_other() {
    time.freeze(at(Duration.ZERO));
    var ada = contact("Ada");
    var question = question(ada, DAY);
    var answer = touch(ada, "outbound", DAY, answers(question));

    refused(patch("/v1/touches/" + question, "{%s}".formatted(answers(answer))), "not-each-other");
  }

  @Test
  void a_touch_is_not_moved_behind_its_answer() {
    var ada = contact("Ada");
    var question = question(ada, DAY.multipliedBy(3));
    touch(ada, "outbound", DAY.multipliedBy(2), answers(question));

    patch("/v1/touches/" + question, "{\"happenedAt\": \"%s\"}".formatted(at(DAY.negated())))
        .statusCode(409)
        .body("type", equalTo("/problems/touch-answered-before"));
  }

  @Test
  void the_first_answer_counts_and_another_takes_its_place_when_it_goes() {
    var ada = contact("Ada");
    var question = question(ada, DAY.multipliedBy(3));
    var first = touch(ada, "outbound", DAY.multipliedBy(2), answers(question));
    var second = touch(ada, "outbound", DAY, answers(question));

    get("/v1/touches/" + question).body("answeredAt", equalTo(momentOf(first)));
    api().delete("/v1/touches/" + first).then().statusCode(204);
    get("/v1/touches/" + question).body("answeredAt", equalTo(momentOf(second)));
    patch("/v1/touches/" + second, "{\"answers\": null}").statusCode(200);
    get("/v1/touches/" + question).body("answeredAt", nullValue());
  }

  @Test
  void what_asks_to_go_on_elsewhere_answers_for_the_contact_and_not_for_the_owner() {
    var ada = contact("Ada");
    var hers = question(ada, DAY);
    var mine = touch(ada, "outbound", DAY, "\"asksQuestion\": true");

    touch(ada, "outbound", Duration.ZERO, answers(hers) + ", \"redirects\": true");
    touch(ada, "inbound", Duration.ZERO, answers(mine) + ", \"redirects\": true");

    get("/v1/touches/" + hers).body("answeredAt", nullValue());
    get("/v1/touches/" + mine).body("answeredAt", notNullValue());
  }

  @Test
  void only_an_answer_asks_to_go_on_elsewhere() {
    record(contact("Ada"), "outbound", DAY, "\"redirects\": true")
        .statusCode(400)
        .body("errors.pointer", contains("/redirects"));
  }

  @Test
  void what_answered_a_removed_touch_answers_nothing() {
    var ada = contact("Ada");
    var question = question(ada, DAY);
    var answer = touch(ada, "outbound", Duration.ZERO, answers(question) + ", \"redirects\": true");

    api().delete("/v1/touches/" + question).then().statusCode(204);

    get("/v1/touches/" + answer).body("answers", nullValue()).body("redirects", equalTo(false));
    assertThat(published(5))
        .extracting(EventRecord::type)
        .containsExactly(
            "contact.added", "touch.recorded", "touch.recorded", "touch.changed", "touch.removed");
  }

  @Test
  void an_answer_makes_a_new_version_of_what_it_answers() {
    var ada = contact("Ada");
    var question = question(ada, DAY);
    var etag = get("/v1/touches/" + question).extract().header("ETag");

    answer(ada, question);

    api().header("If-Match", etag).delete("/v1/touches/" + question).then().statusCode(412);
  }

  private String momentOf(String touch) {
    return get("/v1/touches/" + touch).extract().path("happenedAt");
  }

  private static void refused(ValidatableResponse answer, String rule) {
    answer
        .statusCode(422)
        .body("type", equalTo("/problems/touch-cannot-answer"))
        .body("errors.pointer", contains("/answers"))
        .body("errors.rule", contains(rule));
  }
}
