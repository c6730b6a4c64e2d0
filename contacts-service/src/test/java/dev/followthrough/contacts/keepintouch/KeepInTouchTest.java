package dev.followthrough.contacts.keepintouch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;

import dev.followthrough.contacts.testing.TouchesApi;
import dev.followthrough.events.KeepInTouchDue;
import dev.followthrough.events.KeepInTouchPlanned;
import dev.followthrough.events.KeepInTouchReason;
import dev.followthrough.platform.outbox.EventJson;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A5: keeping in touch, planned and told. */
@QuarkusTest
class KeepInTouchTest extends TouchesApi {

  private static final String PATH = "/v1/keep-in-touch";

  @BeforeEach
  void early_on_the_first_of_march() {
    time.freeze(Instant.parse("2027-03-01T06:00:00Z"));
  }

  @Test
  void seven_who_fall_due_on_one_day_are_spread_and_told_on_theirs() {
    for (var i = 0; i < 7; i++) {
      added("Contact " + i, "\"cadenceDays\": 1");
    }

    get(PATH + "?to=2027-03-02").body("items.size()", equalTo(5));
    get(PATH + "?from=2027-03-03").body("items.size()", equalTo(2));
    time.advance(Duration.ofSeconds(6));
    var planned = probe.awaitEvent("contacts", ownerId(), KeepInTouchPlanned.class);
    assertThat(planned.touches()).hasSize(7);
    assertThat(planned.from()).isEqualTo("2027-03-01");
    assertThat(planned.until()).isEqualTo("2027-03-14");

    time.freeze(Instant.parse("2027-03-02T07:59:59Z"));
    get(PATH + "?to=2027-03-02").body("items.told", contains(false, false, false, false, false));
    time.freeze(Instant.parse("2027-03-02T08:00:00Z"));
    var first = due(5);
    time.freeze(Instant.parse("2027-03-03T08:00:00Z"));
    // the five have not been written to, and their cadence of a day has passed again
    var all = due(10);

    assertThat(first).extracting(KeepInTouchDue::on).containsOnly(LocalDate.of(2027, 3, 2));
    assertThat(first).extracting(KeepInTouchDue::contactId).doesNotHaveDuplicates();
    assertThat(all.subList(5, 10))
        .extracting(KeepInTouchDue::on)
        .containsOnly(LocalDate.of(2027, 3, 3));
    assertThat(all).extracting(one -> one.contactId() + "/" + one.on()).doesNotHaveDuplicates();
    assertThat(all.subList(5, 10))
        .extracting(KeepInTouchDue::contactId)
        .contains(planned.touches().get(5).contactId(), planned.touches().get(6).contactId());
  }

  @Test
  void a_turn_has_a_reason_and_one_question_and_never_a_private_word() {
    var ada =
        added(
            "Ada",
            "\"cadenceDays\": 1, \"expertise\": [\"gears\"],"
                + " \"notes\": [{\"date\": \"2027-01-01\", \"text\": \"hush\"}],"
                + " \"caveats\": [{\"date\": \"2027-01-01\", \"text\": \"hush\","
                + " \"source\": \"own\"}]");

    get(PATH)
        .body("items[0].contactId", equalTo(ada))
        .body("items[0].on", equalTo("2027-03-02"))
        .body("items[0].dueOn", equalTo("2027-03-02"))
        .body("items[0].overdueDays", equalTo(0))
        .body("items[0].daysSilent", equalTo(1))
        .body("items[0].reason", equalTo("expertise"))
        .body("items[0].question", equalTo("What should one know about gears this year?"));
    time.advance(Duration.ofSeconds(6));
    probe.awaitEvent("contacts", ownerId(), KeepInTouchPlanned.class);
    time.freeze(Instant.parse("2027-03-02T08:00:00Z"));
    var due = due(1).getFirst();

    assertThat(due.reason()).isEqualTo(KeepInTouchReason.EXPERTISE);
    assertThat(due.words() + due.question()).doesNotContain("hush");
    assertThat(due.daysSilent()).isEqualTo(1);
  }

  @Test
  void a_meeting_recorded_as_held_ends_what_spoke_against_writing() {
    var ada = added("Ada", "\"cadenceDays\": 8");
    for (var days : new int[] {40, 30, 20}) {
      touch(ada, "outbound", DAY.multipliedBy(days), "\"awaitsReply\": true");
    }
    // three in a row: thirty days after the last
    get(PATH).body("items.on", contains("2027-03-11"));

    post("/v1/meetings", meeting("oneOnOne", "held", Duration.ofDays(-6), ada)).statusCode(201);

    get(PATH).body("items.on", contains("2027-03-03"));
  }

  @Test
  void the_last_topic_and_then_an_open_loop_are_better_reasons() {
    var ada = added("Ada", "\"cadenceDays\": 8, \"expertise\": [\"gears\"]");
    post(
            "/v1/meetings",
            meeting("oneOnOne", "held", Duration.ofDays(-6), ada)
                .replace("\"kind\"", "\"topics\": [\"bicycles\"], \"kind\""))
        .statusCode(201);
    get(PATH)
        .body("items.on", contains("2027-03-03"))
        .body("items[0].reason", equalTo("lastTopic"))
        .body("items[0].words", equalTo("You last spoke, on 2027-02-23, of bicycles."));

    question(ada, DAY.multipliedBy(5));

    get(PATH).body("items.on", contains("2027-03-04")).body("items.reason", contains("openLoop"));
  }

  @Test
  void whatever_changes_the_cadence_or_the_last_touch_moves_the_turn() {
    var path = "/v1/contacts/" + added("Ada", "\"cadenceDays\": 5");
    var ada = path.substring("/v1/contacts/".length());
    days("2027-03-06");

    patch(path, "{\"cadenceDays\": 3}").statusCode(200);
    days("2027-03-04");
    patch(path, "{\"cadenceDays\": null}").statusCode(200);
    days();
    post(
            "/v1/contacts/bulk-change",
            "{\"contactIds\": [\"%s\"], \"cadenceDays\": 2}".formatted(ada))
        .statusCode(200);
    days("2027-03-03");
    patch(path, "{\"doNotContact\": true}").statusCode(200);
    days();
    patch(path, "{\"doNotContact\": null}").statusCode(200);
    days("2027-03-03");
    api().delete(path).then().statusCode(204);
    days();
    post(path + "/restoration", "").statusCode(200);
    days("2027-03-03");
    time.advance(DAY);
    var touch = touch(ada, "outbound", Duration.ZERO, "");
    days("2027-03-04");
    api().delete("/v1/touches/" + touch).then().statusCode(204);
    days("2027-03-03");
    String meeting =
        post("/v1/meetings", meeting("oneOnOne", "held", Duration.ofMinutes(-5), ada))
            .statusCode(201)
            .extract()
            .path("id");
    days("2027-03-04");
    post("/v1/meetings/" + meeting + "/void", "").statusCode(200);
    days("2027-03-03");
    patch(path, "{\"circle\": \"inner\", \"cadenceDays\": null}").statusCode(200);
    time.advance(DAY.multipliedBy(20));
    days("2027-03-31");
    patch(path, "{\"circle\": \"released\"}").statusCode(200);
    days();
  }

  @Test
  void nobody_is_planned_for_a_day_on_which_guidance_objects() {
    var ada = added("Ada", "\"cadenceDays\": 2");
    var question = touch(ada, "outbound", DAY, "\"asksQuestion\": true");
    time.advance(DAY);
    days("2027-03-14");

    touch(ada, "inbound", Duration.ofHours(1), answers(question));

    days("2027-03-04");
  }

  @Test
  void the_inner_circle_comes_first_within_the_budget_of_the_profile() {
    patch("/v1/profile", "{\"rhythm\": {\"touchesPerDay\": 1}}").statusCode(200);
    var bob = added("Bob", "\"cadenceDays\": 1");
    var ada = added("Ada", "\"cadenceDays\": 2, \"circle\": \"inner\"");
    time.advance(DAY.multipliedBy(3));

    get(PATH)
        .body("items.contactId", contains(ada, bob))
        .body("items.on", contains("2027-03-04", "2027-03-05"))
        .body("items.overdueDays", contains(1, 3));
    String cursor = get(PATH + "?limit=1").extract().path("nextCursor");
    get(PATH + "?limit=1&cursor=" + cursor).body("items.contactId", contains(bob));
    patch("/v1/profile", "{\"rhythm\": {\"touchesPerDay\": 2}}").statusCode(200);
    get(PATH).body("items.on", contains("2027-03-04", "2027-03-04"));
  }

  @Test
  void many_changes_within_five_seconds_publish_one_plan() {
    for (var i = 0; i < 3; i++) {
      added("Contact " + i, "\"cadenceDays\": " + (i + 1));
    }
    time.advance(Duration.ofSeconds(6));
    probe.awaitEvent(
        "contacts", ownerId(), KeepInTouchPlanned.class, plan -> plan.touches().size() == 3);
    var last = added("Last", "\"cadenceDays\": 9");
    time.advance(Duration.ofSeconds(6));
    probe.awaitEvent(
        "contacts", ownerId(), KeepInTouchPlanned.class, plan -> plan.touches().size() == 4);

    patch("/v1/contacts/" + last, "{\"likes\": [\"tea\"]}").statusCode(200);
    time.advance(Duration.ofSeconds(6));
    patch("/v1/contacts/" + last, "{\"doNotContact\": true}").statusCode(200);
    time.advance(Duration.ofSeconds(6));

    var plans = plans(3);
    assertThat(plans).extracting(plan -> plan.touches().size()).containsExactly(3, 4, 3);
  }

  @Test
  void a_change_of_zone_moves_what_lies_ahead_and_sends_nothing_again() {
    patch("/v1/profile", "{\"timeZone\": \"Pacific/Kiritimati\"}").statusCode(200);
    var ada = added("Ada", "\"cadenceDays\": 1");
    time.advance(Duration.ofSeconds(6));
    probe.awaitEvent("contacts", ownerId(), KeepInTouchPlanned.class);
    // eight in the morning of the second there
    time.freeze(Instant.parse("2027-03-01T18:00:00Z"));
    assertThat(due(1).getFirst().on()).isEqualTo("2027-03-02");

    patch("/v1/profile", "{\"timeZone\": \"Etc/GMT+12\"}").statusCode(200);
    get(PATH + "?to=2027-03-02")
        .body("items.contactId", contains(ada))
        .body("items.on", contains("2027-03-02"))
        .body("items.told", contains(true));
    time.advance(Duration.ofSeconds(6));
    var bob = added("Bob", "\"cadenceDays\": 1");
    time.advance(Duration.ofSeconds(6));
    probe.awaitEvent(
        "contacts",
        ownerId(),
        KeepInTouchPlanned.class,
        plan ->
            plan.touches().stream()
                .anyMatch(
                    one ->
                        one.contactId().equals(UUID.fromString(bob))
                            && one.on().equals(LocalDate.of(2027, 3, 3))));
    // the same morning comes again, a day later
    time.freeze(Instant.parse("2027-03-02T20:00:00Z"));
    time.freeze(Instant.parse("2027-03-03T20:00:00Z"));

    assertThat(due(3))
        .extracting(one -> one.name() + " " + one.on())
        .containsExactlyInAnyOrder("Ada 2027-03-02", "Ada 2027-03-03", "Bob 2027-03-03");
  }

  @Test
  void on_the_day_a_clock_change_skips_the_hour_turns_are_told_after_it_and_once() {
    time.freeze(Instant.parse("2027-03-27T12:00:00Z"));
    patch("/v1/profile", "{\"timeZone\": \"Europe/Berlin\", \"rhythm\": {\"digestAt\": \"02:30\"}}")
        .statusCode(200);
    added("Ada", "\"cadenceDays\": 1");
    time.advance(Duration.ofSeconds(6));
    probe.awaitEvent("contacts", ownerId(), KeepInTouchPlanned.class);

    time.freeze(Instant.parse("2027-03-28T01:30:00Z"));

    assertThat(due(1).getFirst().on()).isEqualTo("2027-03-28");
  }

  @Test
  void after_days_without_work_each_turn_is_told_once_and_today() {
    var ada = added("Ada", "\"cadenceDays\": 1");
    time.advance(Duration.ofSeconds(6));
    probe.awaitEvent("contacts", ownerId(), KeepInTouchPlanned.class);

    time.freeze(Instant.parse("2027-03-09T21:00:00Z"));

    var due = due(1);
    assertThat(due).extracting(KeepInTouchDue::on).containsExactly(LocalDate.of(2027, 3, 9));
    assertThat(due.getFirst().contactId()).isEqualTo(UUID.fromString(ada));
    get(PATH + "?to=2027-03-09").body("items[0].overdueDays", equalTo(7));
  }

  @Test
  void an_erased_contact_leaves_the_plan() {
    var ada = added("Ada", "\"cadenceDays\": 1");
    var bob = added("Bob", "\"cadenceDays\": 2");
    get(PATH).body("items.contactId", containsInAnyOrder(ada, bob));

    post("/v1/erasures", "{\"contactId\": \"%s\"}".formatted(ada)).statusCode(202);

    get(PATH).body("items.contactId", contains(bob));
  }

  @Test
  void a_turn_that_was_told_and_written_to_leaves_its_day() {
    var ada = added("Ada", "\"cadenceDays\": 4");
    time.advance(Duration.ofSeconds(6));
    probe.awaitEvent("contacts", ownerId(), KeepInTouchPlanned.class);
    time.freeze(Instant.parse("2027-03-05T08:00:00Z"));
    due(1);
    days("2027-03-05", "2027-03-09");

    touch(ada, "outbound", Duration.ZERO, "");

    days("2027-03-09");
  }

  @Test
  void who_was_told_of_and_not_written_to_is_overdue_beside_the_budget_the_longest_first() {
    patch("/v1/profile", "{\"rhythm\": {\"touchesPerDay\": 1}}").statusCode(200);
    var ada = added("Ada", "\"cadenceDays\": 20");
    touch(ada, "outbound", DAY.multipliedBy(19), "");
    time.advance(Duration.ofSeconds(6));
    probe.awaitEvent("contacts", ownerId(), KeepInTouchPlanned.class);
    time.freeze(Instant.parse("2027-03-02T08:00:00Z"));
    due(1);
    var bob = added("Bob", "\"cadenceDays\": 18");
    touch(bob, "outbound", DAY.multipliedBy(17), "");
    var cleo = added("Cleo", "\"cadenceDays\": 2");
    time.freeze(Instant.parse("2027-03-03T08:00:00Z"));
    due(2);

    time.freeze(Instant.parse("2027-03-04T07:00:00Z"));
    get(PATH + "?to=2027-03-04")
        .body("items.contactId", contains(ada, bob, cleo))
        .body("items.on", contains("2027-03-04", "2027-03-04", "2027-03-04"))
        .body("items.told", contains(true, true, false))
        .body("items.overdueDays", contains(2, 1, 0))
        .body("items.daysSilent", contains(22, 19, 2));
    String cursor = get(PATH + "?limit=1").extract().path("nextCursor");
    get(PATH + "?limit=1&cursor=" + cursor).body("items.contactId", contains(bob));
    get(PATH + "?from=2027-03-05").body("items.overdueDays", everyItem(equalTo(0)));
    patch("/v1/contacts/" + bob, "{\"circle\": \"inner\"}").statusCode(200);
    get(PATH + "?to=2027-03-04").body("items.contactId", contains(bob, ada, cleo));

    touch(ada, "outbound", Duration.ZERO, "");
    patch("/v1/contacts/" + bob, "{\"cadenceDays\": 100}").statusCode(200);

    get(PATH + "?to=2027-03-04").body("items.contactId", contains(cleo));
    due(2);
  }

  @Test
  void who_is_released_or_has_no_cadence_is_never_to_be_written_to() {
    var path = "/v1/contacts/" + added("Ada", "\"cadenceDays\": 3");
    days("2027-03-04");

    patch(path, "{\"cadenceDays\": 0}")
        .statusCode(200)
        .body("cadenceDays", equalTo(0))
        .body("effectiveCadenceDays", nullValue());
    days();
    patch(path, "{\"cadenceDays\": 3}").statusCode(200);
    days("2027-03-04");
    patch(path, "{\"circle\": \"released\"}")
        .statusCode(200)
        .body("cadenceDays", equalTo(3))
        .body("effectiveCadenceDays", nullValue());
    days();
    patch(path, "{\"circle\": \"active\"}").statusCode(200);
    days("2027-03-04");
  }

  @Test
  void days_in_the_wrong_order_are_refused() {
    get(PATH + "?from=2027-03-05&to=2027-03-04").statusCode(400);
    get(PATH).statusCode(200).body("items", empty());
  }

  private String added(String name, String more) {
    return post("/v1/contacts", "{\"name\": \"%s\", %s}".formatted(name, more))
        .statusCode(201)
        .extract()
        .path("id");
  }

  private void days(String... days) {
    List<String> planned = get(PATH).statusCode(200).extract().path("items.on");
    assertThat(planned).containsExactly(days);
  }

  private List<KeepInTouchDue> due(int count) {
    return told("keep_in_touch.due", KeepInTouchDue.class, count);
  }

  private List<KeepInTouchPlanned> plans(int count) {
    return told("keep_in_touch.planned", KeepInTouchPlanned.class, count);
  }

  private <E> List<E> told(String type, Class<E> record, int count) {
    var found = new ArrayList<E>();
    probe.awaitEvents(
        "contacts",
        ownerId(),
        events -> {
          found.clear();
          events.stream()
              .filter(event -> event.type().equals(type))
              .forEach(event -> found.add(EventJson.read(event.body(), record)));
          return found.size() >= count;
        });
    assertThat(found).hasSize(count);
    return found;
  }
}
