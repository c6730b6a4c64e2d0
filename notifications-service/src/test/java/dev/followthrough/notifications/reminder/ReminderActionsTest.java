package dev.followthrough.notifications.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.followthrough.events.CommitmentDelivered;
import dev.followthrough.events.CommitmentKind;
import dev.followthrough.events.ContactChanged;
import dev.followthrough.events.Participant;
import dev.followthrough.events.Party;
import dev.followthrough.platform.testing.StackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the owner makes of reminders: another policy, snooze, skip, acknowledgement, lists. */
@QuarkusTest
@WithTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notifications"))
class ReminderActionsTest extends ReminderScene {

  private static final String USUAL =
      "{\"on\": true, \"before\": [\"PT24H\", \"PT2H\"], \"afterMiss\": true}";

  private Instant dueAt;

  @BeforeEach
  void someDeadline() {
    dueAt = at(someDay(), "12:00:00");
  }

  private Instant before(int hours) {
    return dueAt.minus(Duration.ofHours(hours));
  }

  private ValidatableResponse act(String id, String what, String body) {
    return owner.post("/v1/reminders/" + id + "/" + what, body);
  }

  private ValidatableResponse snooze(String id, Instant until) {
    return act(id, "snooze", "{\"until\": \"%s\"}".formatted(until));
  }

  private void policy(String own, String contacts) {
    owner
        .request()
        .body("{\"ownPromises\": %s, \"contactsPromises\": %s}".formatted(own, contacts))
        .put("/v1/reminder-policy")
        .then()
        .statusCode(200);
  }

  private static String leads(String before) {
    return "{\"on\": true, \"before\": [%s], \"afterMiss\": true}".formatted(before);
  }

  @Test
  void a_reminder_names_people_as_they_are_called_now() {
    open(dueAt);
    promise(dueAt);
    tell(new ContactChanged(ADA.contactId(), "Ada King", false, List.of("name")));

    advanceTo(before(24).plusSeconds(1));

    assertThat(approaching().open())
        .allSatisfy(
            open ->
                assertThat(open.names())
                    .containsExactly(new Participant(ADA.contactId(), "Ada King")));
  }

  @Test
  void another_policy_plans_anew_what_lies_ahead_and_nothing_that_was_sent() {
    open(dueAt);
    advanceTo(before(24).plusSeconds(1));
    awaitStatuses("sent", "planned");

    policy(leads("\"PT72H\", \"PT24H\", \"PT6H\", \"PT1H\""), leads(""));

    // 72 hours before has gone by, and one was sent; two hours before is none any more
    awaitMoments(before(6), before(1));
    assertThat(statuses()).containsExactly("sent", "planned", "cancelled", "planned");

    policy(USUAL, USUAL);
    awaitMoments(before(2));
    assertThat(statuses()).containsExactly("sent", "cancelled", "planned", "cancelled");
  }

  @Test
  void a_policy_whose_leads_have_all_gone_by_still_gives_one() {
    policy(leads(""), leads(""));
    open(dueAt);
    assertThat(statuses()).isEmpty();
    advanceTo(before(4));

    policy(leads("\"PT48H\", \"PT5H\""), leads(""));

    // both are late: when half of the time has gone by they go out as one
    awaitStatuses("planned", "planned");
    assertThat(Instant.parse(moments().getLast())).isBetween(before(2), before(2).plusSeconds(60));
    advanceTo(before(2).plusSeconds(61));
    awaitStatuses("sent", "sent");
    policy(leads("\"PT6H\""), leads(""));
    assertThat(statuses()).containsExactly("sent", "sent");
  }

  @Test
  void a_reminder_names_whom_the_policy_reminds_of() {
    policy(leads("\"PT24H\""), leads("\"PT3H\""));
    open(dueAt);
    awaitMoments(before(24), before(3));

    advanceTo(before(24).plusSeconds(1));

    var first = approaching();
    assertThat(first.open()).extracting(one -> one.commitmentId()).containsExactly(mine);
    advanceTo(before(3).plusSeconds(1));
    var both = sent("commitment.deadline.approaching", 2);
    assertThat(both.getLast().body()).contains(hers.toString()).doesNotContain(mine.toString());
  }

  @Test
  void misses_that_the_policy_leaves_out_are_not_spoken_of() {
    policy(USUAL, "{\"on\": true, \"before\": [\"PT2H\"], \"afterMiss\": false}");
    open(dueAt);
    advanceTo(dueAt.plusSeconds(1));
    miss(mine, Party.OWNER, dueAt);
    miss(hers, HER, dueAt);
    close();

    var passed = sent("commitment.deadline.passed", 1);

    assertThat(passed).hasSize(1);
    assertThat(passed.getFirst().body()).contains(mine.toString()).doesNotContain(hers.toString());
  }

  @Test
  void a_planned_one_is_snoozed_by_moving_it_and_stays_before_its_deadline() {
    open(dueAt);
    var id = idOf(0);

    snooze(id, before(3)).statusCode(200).body("remindAt", equalTo(before(3).toString()));
    awaitMoments(before(3), before(2));

    snooze(id, dueAt)
        .statusCode(400)
        .body("errors.pointer", contains("/until"))
        .body("errors.rule", contains("before-the-deadline"));
    snooze(id, time.now().minusSeconds(1))
        .statusCode(400)
        .body("errors.rule", contains("after-now"));
    advanceTo(before(3).plusSeconds(1));
    awaitStatuses("sent", "planned");
  }

  @Test
  void one_that_was_sent_is_snoozed_by_its_next_occurrence_which_goes_out_once() {
    open(dueAt);
    advanceTo(before(2).plusSeconds(1));
    awaitStatuses("sent", "sent");
    var id = idOf(1);

    var next = snooze(id, before(1)).statusCode(200).body("id", not(equalTo(id)));
    next.body("repeats", equalTo(id)).body("status", equalTo("planned"));
    var again = next.extract().<String>path("id");
    snooze(id, before(1).plusSeconds(60)).statusCode(200).body("id", equalTo(again));
    awaitMoments(before(1).plusSeconds(60));

    advanceTo(before(1).plusSeconds(61));
    awaitStatuses("sent", "sent", "sent");
    assertThat(sent("commitment.deadline.approaching", 2)).hasSize(2);
  }

  @Test
  void a_snoozed_one_is_cancelled_when_the_thing_is_done() {
    open(dueAt);
    advanceTo(before(2).plusSeconds(1));
    awaitStatuses("sent", "sent");
    snooze(idOf(1), before(1)).statusCode(200);
    tell(delivered(mine, Party.OWNER));
    tell(delivered(hers, HER));
    close();

    assertThat(statuses("?kind=promises")).containsExactly("sent", "sent", "cancelled");
    snooze(idOf(2), before(1)).statusCode(409).body("type", equalTo("/problems/reminder-settled"));
  }

  private CommitmentDelivered delivered(UUID commitment, Party by) {
    return new CommitmentDelivered(
        commitment,
        agreement,
        CommitmentKind.INDIVIDUAL,
        by,
        null,
        time.now(),
        Party.OWNER,
        false,
        true);
  }

  @Test
  void skipping_leaves_out_one_and_the_others_come() {
    open(dueAt);
    var id = idOf(0);

    act(id, "skip", null).statusCode(200).body("status", equalTo("skipped"));
    act(id, "skip", null).statusCode(200);
    act(id, "acknowledgement", null)
        .statusCode(409)
        .body("type", equalTo("/problems/reminder-not-sent"));
    // nor does another clock bring it back
    live("Asia/Tokyo", "01:00", "02:00");

    advanceTo(before(2).plusSeconds(1));
    awaitStatuses("skipped", "sent");
    assertThat(sent("commitment.deadline.approaching", 1)).hasSize(1);
    act(idOf(1), "skip", null).statusCode(409).body("type", equalTo("/problems/reminder-settled"));
  }

  @Test
  void acknowledging_one_acknowledges_all_that_went_out_as_the_same_event() {
    dueAt = time.now().plusSeconds(3600);
    open(dueAt);
    promise(dueAt);
    awaitStatuses("sent", "sent");

    act(idOf(0), "acknowledgement", null).statusCode(200).body("status", equalTo("acknowledged"));

    assertThat(statuses()).containsExactly("acknowledged", "acknowledged");
    act(idOf(1), "acknowledgement", null).statusCode(200);
    assertThat(statuses("?status=sent")).isEmpty();
    assertThat(statuses("?status=acknowledged")).hasSize(2);
  }

  private java.util.List<String> statuses(String query) {
    return reminders(query).getList("items.status");
  }

  @Test
  void what_is_coming_is_listed_by_time_kind_and_agreement_in_pages() {
    open(dueAt);
    var other = UUID.randomUUID();
    open(other, before(-24));

    assertThat(moments())
        .containsExactly(
            before(24).toString(), before(2).toString(), dueAt.toString(), before(-22).toString());
    assertThat(items("?agreementId=" + other)).hasSize(2);
    assertThat(items("?kind=keepInTouch")).isEmpty();
    assertThat(items("?from=%s&to=%s".formatted(before(2), dueAt))).hasSize(1);
    assertThat(items("?from=%s&to=%s".formatted(before(2).plusMillis(1), dueAt.plusMillis(1))))
        .hasSize(1);
    var page = reminders("?status=planned&limit=3");
    assertThat(page.getList("items")).hasSize(3);
    assertThat(items("?status=planned&limit=3&cursor=" + page.getString("nextCursor"))).hasSize(1);
  }

  @Test
  void another_owners_reminder_is_not_there() {
    open(dueAt);
    var id = idOf(0);
    var stranger = dev.followthrough.notifications.testing.Client.ofNewOwner();

    stranger.get("/v1/reminders/" + id).statusCode(404);
    stranger.post("/v1/reminders/" + id + "/skip", null).statusCode(404);
    owner.get("/v1/reminders/" + id).statusCode(200).body("lead", equalTo("PT24H"));
  }
}
