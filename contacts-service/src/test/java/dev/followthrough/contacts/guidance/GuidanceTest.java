package dev.followthrough.contacts.guidance;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.followthrough.contacts.testing.StandingsApi;
import dev.followthrough.events.AgreementOpened;
import dev.followthrough.events.CommitmentKind;
import dev.followthrough.events.GapVerdict;
import dev.followthrough.events.OpenedCommitment;
import dev.followthrough.events.Participant;
import dev.followthrough.platform.id.Ids;
import dev.followthrough.platform.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A6: guidance before reaching out. */
@QuarkusTest
class GuidanceTest extends StandingsApi {

  private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");

  @Test
  void a_stranger_may_be_written_to_and_not_asked_and_what_is_unknown_is_said() {
    guidance(contact("Ada"), "")
        .body("touchIsFine", equalTo(true))
        .body("askIsFine", equalTo(false))
        .body("items.code", contains("tooFewMeetings"))
        .body("items[0].objectsTo", contains("ask"))
        .body("items[0].until", nullValue())
        .body("unknown", contains("thanks", "apology", "reciprocity", "rapport"));
  }

  @Test
  void a_question_of_the_owners_is_waited_for_until_it_is_answered_or_fourteen_days_are_over() {
    time.freeze(NOON);
    var ada = contact("Ada");
    var question = touch(ada, "outbound", DAY.multipliedBy(3), "\"asksQuestion\": true");

    guidance(ada, "?for=touch")
        .body("on", equalTo("2027-03-01"))
        .body("touchIsFine", equalTo(false))
        .body("askIsFine", nullValue())
        .body("items.code", contains("replyAwaited"))
        .body("items[0].until", equalTo("2027-03-12"))
        .body("items[0].numbers.days", equalTo(3))
        .body("unknown", contains("rapport"));
    touch(ada, "inbound", DAY, answers(question));
    guidance(ada, "?for=touch").body("items", empty());
  }

  @Test
  void days_are_those_of_the_owners_zone() {
    time.freeze(NOON);
    patch("/v1/profile", "{\"timeZone\": \"Pacific/Kiritimati\"}").statusCode(200);
    var ada = contact("Ada");
    touch(ada, "outbound", Duration.ZERO, "\"asksQuestion\": true");

    guidance(ada, "").body("on", equalTo("2027-03-02"));
    guidance(ada, "?for=touch").body("items[0].until", equalTo("2027-03-16"));
    patch("/v1/profile", "{\"timeZone\": \"Etc/GMT+12\"}").statusCode(200);
    guidance(ada, "?for=touch").body("items[0].until", equalTo("2027-03-15"));
  }

  @Test
  void two_meetings_make_an_ask_fine_and_an_open_loop_forbids_it_again() {
    var ada = contact("Ada");
    tell(reliable(ada, 0.4, 0.9, null));
    for (var i = 1; i <= 2; i++) {
      post("/v1/meetings", meeting("oneOnOne", "held", Duration.ofDays(-i), ada)).statusCode(201);
    }
    guidance(ada, "?for=ask").body("askIsFine", equalTo(true)).body("unknown", empty());

    question(ada, DAY.multipliedBy(4));

    guidance(ada, "?for=ask")
        .body("items.code", contains("answerOwed"))
        .body("items[0].numbers.days", equalTo(4));
  }

  @Test
  void
      what_rests_on_the_standing_is_said_with_its_numbers_to_those_who_may_read_it_and_to_nobody_else() {
    var ada = friend();
    tell(owing(ada, 1, 2, GapVerdict.LIKED_NOT_PROVEN));

    guidance(ada, "")
        .body("items.code", contains("thanksOwed", "apologyOwed", "valueOwed", "likedNotProven"))
        .body("items[0].numbers.owed", equalTo(2))
        .body("items[2].numbers.reciprocity", equalTo(0.56f))
        .body("items[2].until", notNullValue())
        .body("items[3].numbers.meetings", equalTo(0))
        .body("items[3].objectsTo", empty())
        .body("touchIsFine", equalTo(true));
    guidance(ada, "?for=touch").body("items.code", contains("likedNotProven"));
    withScopes("contacts:read")
        .get("/v1/contacts/" + ada + "/guidance")
        .then()
        .body("items", empty())
        .body("askIsFine", equalTo(true))
        .body("unknown", contains("thanks", "apology", "reciprocity", "rapport"));
  }

  @Test
  void a_contact_with_an_open_one_on_one_on_one_has_been_challenged() {
    time.freeze(NOON);
    var ada = friend();
    tell(owing(ada, 0, 0, GapVerdict.LIKED_NOT_PROVEN));
    guidance(ada, "?for=touch").body("items.code", contains("likedNotProven"));

    tell(agreement(ada, NOON.plus(DAY.multipliedBy(7))));

    guidance(ada, "?for=touch").body("items", empty());
    guidance(ada, "?for=touch&at=2027-03-08T11:59:59Z").body("items", empty());
    // by then its week is over
    guidance(ada, "?for=touch&at=2027-03-08T12:00:00Z")
        .body("items.code", contains("likedNotProven"));
    guidance(friend(), "?for=touch").body("unknown", contains("rapport"));
  }

  @Test
  void what_was_told_long_ago_has_faded_and_is_owed_until_a_day_in_the_owners_zone() {
    time.freeze(NOON);
    patch("/v1/profile", "{\"timeZone\": \"Europe/Berlin\"}").statusCode(200);
    var ada = friend();
    tell(owing(ada, 0, 0, null));

    // of a difference of 5, 3 are left after 268.99 days
    guidance(ada, "?for=ask").body("items[0].until", equalTo("2027-11-25"));
    time.advance(DAY.multipliedBy(100));
    guidance(ada, "?for=ask")
        .body("items.code", contains("valueOwed"))
        .body("items[0].numbers.difference", equalTo(4.14f))
        .body("items[0].until", equalTo("2027-11-25"));
    time.advance(DAY.multipliedBy(169));
    guidance(ada, "?for=ask")
        .body("on", equalTo("2027-11-25"))
        .body("items.code", not(hasItem("valueOwed")));
  }

  @Test
  void a_later_day_is_asked_for_as_if_nothing_more_happened_until_then() {
    time.freeze(NOON);
    var ada = friend();
    tell(owing(ada, 0, 0, null));
    touch(ada, "outbound", DAY.multipliedBy(3), "\"asksQuestion\": true");
    touch(ada, "inbound", Duration.ofHours(71), "\"asksQuestion\": true");

    guidance(ada, "").body("items.code", contains("replyAwaited", "valueOwed"));
    guidance(ada, "?at=2027-03-11T12:00:00Z")
        .body("on", equalTo("2027-03-11"))
        .body("items.code", contains("replyAwaited", "answerOwed", "valueOwed"))
        .body("items[0].numbers.days", equalTo(13))
        .body("items[1].numbers.days", equalTo(13));
    guidance(ada, "?at=2027-03-12T12:00:00Z")
        .body("touchIsFine", equalTo(true))
        .body("items.code", contains("answerOwed", "valueOwed"));
    guidance(ada, "?at=2027-12-24T12:00:00Z")
        .body("items.code", contains("longSilence", "answerOwed"));
  }

  @Test
  void only_a_day_from_now_to_a_year_ahead_is_asked_for() {
    time.freeze(NOON);
    var path = "/v1/contacts/" + contact("Ada") + "/guidance?at=";

    get(path + NOON).statusCode(200);
    get(path + NOON.plus(DAY.multipliedBy(366))).statusCode(200);
    get(path + NOON.minusMillis(1))
        .statusCode(400)
        .body("errors.pointer", contains("?at"))
        .body("errors.rule", contains("not-past"));
    get(path + NOON.plus(DAY.multipliedBy(366)).plusMillis(1))
        .statusCode(400)
        .body("errors.rule", contains("furthest"));
  }

  @Test
  void who_is_not_to_be_contacted_is_neither_to_be_written_to_nor_asked() {
    var ada = contact("Ada");
    patch("/v1/contacts/" + ada, "{\"doNotContact\": true}").statusCode(200);

    guidance(ada, "?for=touch")
        .body("items.code", contains("doNotContact"))
        .body("items[0].objectsTo", contains("touch", "ask"));
    touch(ada, "outbound", Duration.ZERO, "");
  }

  @Test
  void another_owners_or_a_removed_contact_has_no_guidance() {
    var ada = contact("Ada");
    var path = "/v1/contacts/" + ada + "/guidance";

    as("stranger-" + UUID.randomUUID(), Tokens.ALL_SCOPES).get(path).then().statusCode(404);
    api().delete("/v1/contacts/" + ada).then().statusCode(204);
    get(path).statusCode(404);
  }

  private static AgreementOpened agreement(String contactId, Instant dueAt) {
    var id = UUID.fromString(contactId);
    return new AgreementOpened(
        Ids.next(),
        Ids.next(),
        dueAt,
        List.of(new Participant(id, "Ada")),
        List.of(new OpenedCommitment(Ids.next(), CommitmentKind.SHARED, null, null)));
  }

  private String friend() {
    return post("/v1/contacts", "{\"name\": \"Ada\", \"origin\": {\"kind\": \"friend\"}}")
        .extract()
        .path("id");
  }

  private ValidatableResponse guidance(String contactId, String query) {
    return get("/v1/contacts/" + contactId + "/guidance" + query).statusCode(200);
  }
}
