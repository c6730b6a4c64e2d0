package dev.followthrough.notifications.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.followthrough.events.AsksAfter;
import dev.followthrough.events.Circle;
import dev.followthrough.events.ContactErased;
import dev.followthrough.events.ContactRemoved;
import dev.followthrough.events.KeepInTouchDue;
import dev.followthrough.events.KeepInTouchPlanned;
import dev.followthrough.events.KeepInTouchReason;
import dev.followthrough.events.PlannedTouch;
import dev.followthrough.events.ReminderDue;
import dev.followthrough.events.TouchDirection;
import dev.followthrough.events.TouchKind;
import dev.followthrough.events.TouchRecorded;
import dev.followthrough.platform.testing.StackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Days for keeping in touch: what the plan says is coming, and one reminder when it has come. */
@QuarkusTest
@WithTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notifications"))
class KeepInTouchReminderTest extends ReminderScene {

  private final UUID ada = UUID.randomUUID();
  private final UUID ben = UUID.randomUUID();

  private PlannedTouch turn(UUID contact, LocalDate on) {
    return new PlannedTouch(contact, contact.equals(ada) ? "Ada" : "Ben", Circle.ACTIVE, on);
  }

  private void plan(PlannedTouch... touches) {
    var from = someDay();
    tell(new KeepInTouchPlanned(from, from.plusDays(14), Arrays.asList(touches)));
  }

  private void due(UUID contact, LocalDate on) {
    tell(
        new KeepInTouchDue(
            contact,
            "Ada",
            Circle.ACTIVE,
            on,
            91,
            KeepInTouchReason.LAST_TOPIC,
            "You last spoke of bicycles.",
            "How did the ride go?"));
  }

  private void touch(UUID contact) {
    tell(
        new TouchRecorded(
            UUID.randomUUID(),
            contact,
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
  }

  @Test
  void the_plan_shows_what_is_coming_and_the_next_one_takes_its_place() {
    var day = someDay();
    plan(turn(ada, day), turn(ben, day.plusDays(1)));
    awaitMoments(at(day, "08:00:00"), at(day.plusDays(1), "08:00:00"));
    assertThat(items("?kind=keepInTouch").getFirst())
        .containsEntry("name", "Ada")
        .containsEntry("timing", "onTheDay")
        .containsEntry("on", day.toString());

    plan(turn(ada, day.plusDays(3)));

    awaitMoments(at(day.plusDays(3), "08:00:00"));
    assertThat(items("?contactId=" + ben)).isEmpty();
  }

  @Test
  void when_the_day_has_come_one_reminder_says_why_to_write() {
    live("Asia/Kathmandu", null, null);
    var day = someDay();
    plan(turn(ada, day));
    awaitMoments(at(day, "02:15:00"));
    advanceTo(at(day, "01:00:00"));
    due(ada, day);

    advanceTo(at(day, "02:15:01"));

    var event = others.awaitEvent("notifications", owner.owner(), ReminderDue.class);
    assertThat(event.contactId()).isEqualTo(ada);
    assertThat(event.words()).isEqualTo("You last spoke of bicycles.");
    assertThat(event.question()).isEqualTo("How did the ride go?");
    assertThat(event.on()).isEqualTo(day);
    awaitStatuses("sent");
    // a plan that still names the day brings nothing back, nor does another zone
    plan(turn(ada, day));
    live("Etc/GMT+12", null, null);
    assertThat(statuses()).containsExactly("sent");
    assertThat(sent("reminder.due", 1)).hasSize(1);
  }

  @Test
  void a_zone_moves_the_day_and_quiet_hours_the_hour() {
    var day = someDay();
    plan(turn(ada, day));
    awaitMoments(at(day, "08:00:00"));

    live("Pacific/Kiritimati", "22:00", "09:30");
    awaitMoments(at(day.minusDays(1), "19:30:00"));

    live("Etc/GMT+12", "22:00", "07:00");
    awaitMoments(at(day, "20:00:00"));
  }

  @Test
  void a_touch_before_the_reminder_makes_it_needless() {
    live("UTC", "07:00", "10:00");
    var day = someDay();
    plan(turn(ada, day));
    advanceTo(at(day, "08:00:00"));
    due(ada, day);
    awaitMoments(at(day, "10:00:00"));

    touch(ada);

    awaitStatuses("cancelled");
  }

  @Test
  void what_is_skipped_ahead_stays_out_until_the_next_time() {
    var day = someDay();
    plan(turn(ada, day));
    owner.post("/v1/reminders/" + idOf(0) + "/skip", null).statusCode(200);
    plan(turn(ada, day));
    assertThat(statuses()).containsExactly("skipped");
    advanceTo(at(day, "09:00:00"));

    due(ada, day);
    assertThat(statuses()).containsExactly("skipped");

    due(ada, day.plusDays(90));
    awaitStatuses("skipped", "planned");
  }

  @Test
  void what_was_sent_can_be_snoozed_to_another_day() {
    var day = someDay();
    advanceTo(at(day, "08:00:00"));
    due(ada, day);
    awaitStatuses("sent");

    owner
        .post(
            "/v1/reminders/" + idOf(0) + "/snooze",
            "{\"until\": \"%s\"}".formatted(at(day.plusDays(2), "09:00:00")))
        .statusCode(200)
        .body("remindAt", equalTo(at(day.plusDays(2), "09:00:00").toString()));

    advanceTo(at(day.plusDays(2), "09:00:01"));
    awaitStatuses("sent", "sent");
    assertThat(sent("reminder.due", 2)).hasSize(2);
  }

  @Test
  void what_was_sent_and_snoozed_after_a_touch_does_not_go_out_again() {
    var day = someDay();
    advanceTo(at(day, "08:00:00"));
    due(ada, day);
    awaitStatuses("sent");
    touch(ada);

    owner
        .post(
            "/v1/reminders/" + idOf(0) + "/snooze",
            "{\"until\": \"%s\"}".formatted(at(day.plusDays(2), "09:00:00")))
        .statusCode(200);

    advanceTo(at(day.plusDays(2), "09:00:01"));
    awaitStatuses("sent", "cancelled");
  }

  @Test
  void a_policy_without_them_has_none_and_with_them_has_them_again() {
    var day = someDay();
    plan(turn(ada, day));
    keepInTouch("{\"on\": false, \"at\": \"08:00\"}");
    awaitStatuses("cancelled");
    plan(turn(ada, day));
    assertThat(statuses()).containsExactly("cancelled");

    keepInTouch("{\"on\": true, \"at\": \"17:45\"}");

    awaitMoments(at(day, "17:45:00"));
  }

  @Test
  void one_that_was_due_and_not_yet_sent_survives_that_the_policy_is_switched_off_and_on() {
    live("UTC", "07:00", "10:00");
    var day = someDay();
    plan(turn(ada, day));
    advanceTo(at(day, "08:00:00"));
    due(ada, day);
    awaitMoments(at(day, "10:00:00"));

    keepInTouch("{\"on\": false, \"at\": \"08:00\"}");
    awaitStatuses("cancelled");
    keepInTouch("{\"on\": true, \"at\": \"08:00\"}");

    awaitMoments(at(day, "10:00:00"));
    advanceTo(at(day, "10:00:01"));
    awaitStatuses("sent");
  }

  @Test
  void one_that_became_due_and_needless_while_the_policy_had_none_stays_out() {
    var day = someDay();
    plan(turn(ada, day));
    keepInTouch("{\"on\": false, \"at\": \"08:00\"}");
    advanceTo(at(day, "07:00:00"));
    due(ada, day);
    touch(ada);

    keepInTouch("{\"on\": true, \"at\": \"08:00\"}");

    assertThat(statuses()).containsExactly("cancelled");
  }

  private void keepInTouch(String how) {
    owner
        .request()
        .body("{\"keepInTouch\": %s}".formatted(how))
        .put("/v1/reminder-policy")
        .then()
        .statusCode(200);
  }

  @Test
  void a_contact_who_is_gone_is_not_reminded_of() {
    var day = someDay();
    plan(turn(ada, day), turn(ben, day));

    tell(new ContactRemoved(ada));
    assertThat(items("?contactId=" + ada)).isEmpty();
    tell(new ContactErased(ben, UUID.randomUUID()));
    assertThat(items("")).isEmpty();

    // what was said before the erasure brings nothing back
    others.publish(
        "contacts",
        owner.owner(),
        new KeepInTouchPlanned(day, day.plusDays(14), java.util.List.of(turn(ben, day))),
        time.now().minusSeconds(60));
    live("UTC", null, null);
    assertThat(items("")).isEmpty();
  }
}
