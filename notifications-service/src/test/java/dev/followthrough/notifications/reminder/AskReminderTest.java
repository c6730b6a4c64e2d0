package dev.followthrough.notifications.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.followthrough.events.AskAnswered;
import dev.followthrough.events.AskDeclined;
import dev.followthrough.events.AskDeferred;
import dev.followthrough.events.AskDirection;
import dev.followthrough.events.AskGranted;
import dev.followthrough.events.AskLetGo;
import dev.followthrough.events.AskLost;
import dev.followthrough.events.AskRevisitDue;
import dev.followthrough.events.AsksAfter;
import dev.followthrough.events.ContactAdded;
import dev.followthrough.events.ContactChanged;
import dev.followthrough.events.ContactErased;
import dev.followthrough.events.ContactRemoved;
import dev.followthrough.events.ContactRestored;
import dev.followthrough.events.Event;
import dev.followthrough.events.LossReason;
import dev.followthrough.events.ReminderDue;
import dev.followthrough.events.ReminderMatter;
import dev.followthrough.events.TouchDirection;
import dev.followthrough.events.TouchKind;
import dev.followthrough.events.TouchRecorded;
import dev.followthrough.platform.testing.StackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Asks that were deferred: they lie ahead, and one reminder comes when their day has come. */
@QuarkusTest
@WithTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notifications"))
class AskReminderTest extends ReminderScene {

  private final UUID ask = UUID.randomUUID();
  private final UUID ada = UUID.randomUUID();
  private final UUID asked = UUID.randomUUID();

  private LocalDate deferred() {
    var until = someDay();
    defer(until);
    return until;
  }

  private void defer(LocalDate until) {
    tell(new AskDeferred(ask, ada, asked, AskDirection.OUTBOUND, time.now(), until));
  }

  private void come(LocalDate until) {
    tell(new AskRevisitDue(ask, ada, asked, AskDirection.OUTBOUND, until));
  }

  private void policy(String ofAsks) {
    owner
        .request()
        .body("{\"askRevisits\": %s}".formatted(ofAsks))
        .put("/v1/reminder-policy")
        .then()
        .statusCode(200);
  }

  @Test
  void a_deferred_ask_lies_ahead_on_its_day() {
    tell(new ContactAdded(ada, "Ada Lovelace", false));
    var until = deferred();

    awaitMoments(at(until, "08:00:00"));
    assertThat(items("?kind=askRevisit&contactId=" + ada).getFirst())
        .containsEntry("kind", "askRevisit")
        .containsEntry("timing", "onTheDay")
        .containsEntry("on", until.toString())
        .containsEntry("askId", ask.toString())
        .containsEntry("name", "Ada Lovelace")
        .containsEntry("contactId", ada.toString());
    assertThat(items("?kind=promises")).isEmpty();
    assertThat(items("?kind=keepInTouch")).isEmpty();
  }

  @Test
  void when_the_day_has_come_one_reminder_goes_out_outside_quiet_hours() {
    live("Asia/Kathmandu", "22:00", "09:30");
    tell(new ContactAdded(ada, "Ada Lovelace", false));
    var until = deferred();
    awaitMoments(at(until, "03:45:00"));
    advanceTo(at(until.minusDays(1), "18:15:00"));
    come(until);
    awaitMoments(at(until, "03:45:00"));

    advanceTo(at(until, "03:45:01"));

    var event = others.awaitEvent("notifications", owner.owner(), ReminderDue.class);
    assertThat(event.matter()).isEqualTo(ReminderMatter.ASK_REVISIT);
    assertThat(event.contactId()).isEqualTo(ada);
    assertThat(event.name()).isEqualTo("Ada Lovelace");
    assertThat(event.on()).isEqualTo(until);
    assertThat(event.words()).contains(until.toString());
    assertThat(event.question()).isEqualTo("Is now a better time?");
    awaitStatuses("sent");
    // neither another zone nor a repeat of the day sends it again
    live("Etc/GMT+12", null, null);
    come(until);
    assertThat(statuses()).containsExactly("sent");
    assertThat(sent("reminder.due", 1)).hasSize(1);
  }

  @Test
  void a_forecast_whose_day_commitments_never_tells_sends_nothing() {
    var until = deferred();
    advanceTo(at(until.plusDays(1), "12:00:00"));
    live("UTC", null, null);
    assertThat(statuses()).containsExactly("planned");
  }

  @Test
  void a_day_that_has_come_of_a_deferral_that_was_never_heard_is_made_up_for() {
    var until = someDay();
    advanceTo(at(until, "08:00:00"));

    tell(new AskRevisitDue(ask, ada, asked, AskDirection.INBOUND, until));

    awaitStatuses("sent");
    var event = others.awaitEvent("notifications", owner.owner(), ReminderDue.class);
    assertThat(event.name()).isEqualTo("your contact");
    assertThat(event.question()).isEqualTo("Would it still be of use to you?");
  }

  @Test
  void whatever_comes_of_the_ask_cancels_it() {
    var ends =
        List.<Event>of(
            new AskAnswered(ask, ada, asked, AskDirection.OUTBOUND, time.now()),
            new AskGranted(ask, ada, asked, AskDirection.OUTBOUND, time.now()),
            new AskDeclined(ask, ada, asked, AskDirection.OUTBOUND, time.now()),
            new AskLost(ask, ada, asked, AskDirection.OUTBOUND, time.now(), LossReason.PRICE),
            new AskLetGo(ask, ada, asked, AskDirection.OUTBOUND, time.now()));
    var until = someDay();
    for (var end : ends) {
      defer(until);
      assertThat(items("?status=planned")).as("before %s", end).hasSize(1);

      tell(end);

      assertThat(items("?status=planned")).as("after %s", end).isEmpty();
    }
    policy("{\"on\": true, \"at\": \"10:00\"}");
    assertThat(items("?status=planned")).isEmpty();
  }

  @Test
  void deferred_anew_it_comes_on_the_new_day_alone() {
    var first = deferred();
    advanceTo(at(first, "00:00:00"));
    come(first);
    var second = first.plusDays(10);

    defer(second);

    awaitMoments(at(second, "08:00:00"));
    assertThat(statuses()).containsExactly("cancelled", "planned");
    advanceTo(at(second, "09:00:00"));
    come(second);
    awaitStatuses("cancelled", "sent");
    assertThat(sent("reminder.due", 1)).hasSize(1);
  }

  @Test
  void a_touch_does_not_settle_an_ask() {
    var until = deferred();
    tell(
        new TouchRecorded(
            UUID.randomUUID(),
            ada,
            TouchDirection.OUTBOUND,
            TouchKind.EMAIL,
            time.now(),
            null,
            false,
            false,
            false,
            false,
            AsksAfter.NO,
            true,
            false));
    awaitMoments(at(until, "08:00:00"));
  }

  @Test
  void each_contact_of_an_ask_has_a_reminder_of_its_own() {
    var until = deferred();
    var ben = UUID.randomUUID();
    tell(
        new AskDeferred(
            ask, ben, UUID.randomUUID(), AskDirection.OUTBOUND, time.now(), until.plusDays(2)));

    tell(new AskGranted(ask, ada, asked, AskDirection.OUTBOUND, time.now()));

    awaitMoments(at(until.plusDays(2), "08:00:00"));
    assertThat(items("?status=planned&contactId=" + ben)).hasSize(1);
  }

  @Test
  void a_policy_without_them_has_none_and_with_them_has_them_again_also_one_that_was_due() {
    live("UTC", "07:00", "10:00");
    var until = deferred();
    policy("{\"on\": false, \"at\": \"08:00\"}");
    awaitStatuses("cancelled");
    advanceTo(at(until, "08:30:00"));
    come(until);
    assertThat(statuses()).containsExactly("cancelled");

    policy("{\"on\": true, \"at\": \"08:00\"}");

    awaitMoments(at(until, "10:00:00"));
  }

  @Test
  void one_that_ended_while_the_policy_had_none_stays_out() {
    deferred();
    policy("{\"on\": false, \"at\": \"08:00\"}");
    tell(new AskGranted(ask, ada, asked, AskDirection.OUTBOUND, time.now()));

    policy("{\"on\": true, \"at\": \"08:00\"}");

    assertThat(statuses()).containsExactly("cancelled");
  }

  @Test
  void what_is_skipped_ahead_stays_out_and_what_was_sent_can_be_snoozed_and_acknowledged() {
    var until = deferred();
    owner.post("/v1/reminders/" + idOf(0) + "/skip", null).statusCode(200);
    advanceTo(at(until, "09:00:00"));
    come(until);
    assertThat(statuses()).containsExactly("skipped");

    var second = until.plusDays(30);
    defer(second);
    advanceTo(at(second, "09:00:00"));
    come(second);
    awaitStatuses("skipped", "sent");
    owner
        .post(
            "/v1/reminders/" + idOf(1) + "/snooze",
            "{\"until\": \"%s\"}".formatted(at(second.plusDays(2), "09:00:00")))
        .statusCode(200)
        .body("remindAt", equalTo(at(second.plusDays(2), "09:00:00").toString()))
        .body("kind", equalTo("askRevisit"));
    owner.post("/v1/reminders/" + idOf(1) + "/acknowledgement", null).statusCode(200);
    advanceTo(at(second.plusDays(2), "09:00:01"));
    awaitStatuses("skipped", "acknowledged", "sent");
    assertThat(sent("reminder.due", 2)).hasSize(2);
  }

  @Test
  void what_was_sent_and_snoozed_after_it_was_granted_does_not_go_out_again() {
    var until = deferred();
    advanceTo(at(until, "09:00:00"));
    come(until);
    awaitStatuses("sent");
    tell(new AskGranted(ask, ada, asked, AskDirection.OUTBOUND, time.now()));

    owner
        .post(
            "/v1/reminders/" + idOf(0) + "/snooze",
            "{\"until\": \"%s\"}".formatted(at(until.plusDays(2), "09:00:00")))
        .statusCode(200);

    advanceTo(at(until.plusDays(2), "09:00:01"));
    awaitStatuses("sent", "cancelled");
  }

  @Test
  void deferred_anew_to_the_same_day_it_comes_although_the_one_before_was_skipped() {
    var until = deferred();
    owner.post("/v1/reminders/" + idOf(0) + "/skip", null).statusCode(200);

    defer(until);
    advanceTo(at(until, "09:00:00"));
    come(until);

    await()
        .untilAsserted(() -> assertThat(statuses()).containsExactlyInAnyOrder("skipped", "sent"));
  }

  @Test
  void a_removed_contact_withholds_it_and_a_restored_one_has_it_again() {
    tell(new ContactAdded(ada, "Ada", false));
    var until = deferred();
    tell(new ContactRemoved(ada));
    assertThat(statuses()).containsExactly("cancelled");
    policy("{\"on\": true, \"at\": \"10:00\"}");
    assertThat(statuses()).containsExactly("cancelled");
    // what was said before it was removed can be heard after it
    come(until);
    assertThat(statuses()).containsExactly("cancelled");

    tell(new ContactRestored(ada, "Ada Byron", false));

    awaitMoments(at(until, "10:00:00"));
    assertThat(items("").getFirst()).containsEntry("name", "Ada Byron");
    tell(new ContactChanged(ada, "Ada King", false, List.of("name")));
    assertThat(items("").getFirst()).containsEntry("name", "Ada King");
  }

  @Test
  void of_an_erased_contact_nothing_is_left_and_nothing_comes_back() {
    tell(new ContactAdded(ada, "Ada", false));
    var until = deferred();

    tell(new ContactErased(ada, UUID.randomUUID()));

    assertThat(items("")).isEmpty();
    others.publish(
        "commitments",
        owner.owner(),
        new AskDeferred(ask, ada, asked, AskDirection.OUTBOUND, time.now(), until),
        time.now().minusSeconds(60));
    tell(
        new AskLetGo(ask, UUID.randomUUID(), UUID.randomUUID(), AskDirection.OUTBOUND, time.now()));
    assertThat(items("")).isEmpty();
  }
}
