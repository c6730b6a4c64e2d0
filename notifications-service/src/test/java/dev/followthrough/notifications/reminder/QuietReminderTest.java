package dev.followthrough.notifications.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.events.AgreementChanged;
import dev.followthrough.events.Party;
import dev.followthrough.notifications.clock.OwnerClock;
import dev.followthrough.platform.owner.Owners;
import dev.followthrough.platform.testing.StackResource;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The owner's zone and quiet hours move what lies ahead, and nothing that was sent. */
@QuarkusTest
@WithTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notifications"))
class QuietReminderTest extends ReminderScene {

  @Inject ZoneRulesCheck zoneRules;
  @Inject Owners owners;
  @Inject AgroalDataSource database;

  @Test
  void quiet_hours_move_a_reminder_to_their_end_or_to_their_start_before_the_deadline() {
    live("UTC", "22:00", "07:00");
    var day = someDay();

    open(at(day, "06:00:00"));

    // a day before, at 06:00: moved to 07:00; two hours before, at 04:00: to the evening before
    awaitMoments(at(day.minusDays(1), "07:00:00"), at(day.minusDays(1), "22:00:00"));
    advanceTo(at(day.minusDays(1), "22:00:01"));
    awaitStatuses("sent", "sent");
    assertThat(sent("commitment.deadline.approaching", 1)).hasSize(1);
  }

  @Test
  void a_change_of_zone_moves_what_lies_ahead_and_no_deadline_and_sends_nothing_again() {
    live("Pacific/Kiritimati", "22:00", "07:00");
    var day = someDay();
    var dueAt = at(day, "19:00:00");
    open(dueAt);
    // 19:00 there is 09:00 the day after in Kiritimati; 24 hours before is fine, 17:00 is 07:00
    awaitMoments(dueAt.minus(Duration.ofHours(24)), at(day, "17:00:00"));
    advanceTo(dueAt.minus(Duration.ofHours(24)).plusSeconds(1));
    awaitStatuses("sent", "planned");

    // 17:00 UTC is 22:45 in Kathmandu, and the morning there is too late: the start of the night
    live("Asia/Kathmandu", "22:00", "07:00");

    awaitMoments(at(day, "16:15:00"));
    var planned = items("?status=planned").getFirst();
    assertThat(planned)
        .containsEntry("dueAt", dueAt.toString())
        .containsEntry("timeZone", "Asia/Kathmandu")
        .containsEntry("remindAtLocal", day + "T22:00:00+05:45")
        .containsEntry("zoneRules", OwnerClock.rules());
    assertThat(statuses()).containsExactly("sent", "planned");

    advanceTo(at(day, "16:15:01"));
    awaitStatuses("sent", "sent");
    assertThat(sent("commitment.deadline.approaching", 2)).hasSize(2);
    live("Etc/GMT+12", null, null);
    assertThat(statuses()).containsExactly("sent", "sent");
  }

  @Test
  void after_a_miss_at_night_one_reminder_waits_for_the_morning_and_names_all() {
    live("UTC", "22:00", "07:00");
    var day = someDay();
    var dueAt = at(day, "23:00:00");
    open(dueAt);
    advanceTo(dueAt.plusSeconds(1));
    miss(mine, Party.OWNER, dueAt);
    miss(hers, HER, dueAt);
    close();

    awaitMoments(at(day.plusDays(1), "07:00:00"));
    // and when the quiet hours are longer, so is the wait
    live("UTC", "22:00", "08:00");
    awaitMoments(at(day.plusDays(1), "08:00:00"));

    advanceTo(at(day.plusDays(1), "08:00:01"));
    var passed = sent("commitment.deadline.passed", 1);
    assertThat(passed).hasSize(1);
    assertThat(passed.getFirst().body()).contains(mine.toString(), hers.toString());
  }

  @Test
  void what_an_outage_made_late_waits_for_the_morning_and_comes_once() {
    live("UTC", "22:00", "07:00");
    var day = someDay();
    open(at(day, "10:00:00"));
    awaitMoments(at(day.minusDays(1), "10:00:00"), at(day, "08:00:00"));

    // nobody looked from before 10:00 until midnight
    advanceTo(at(day, "00:00:00"));

    awaitMoments(at(day, "07:00:00"), at(day, "08:00:00"));
    advanceTo(at(day, "08:30:00"));
    awaitStatuses("sent", "sent");
    assertThat(sent("commitment.deadline.approaching", 1)).hasSize(1);
  }

  @Test
  void a_clock_that_jumps_back_and_forth_sends_nothing_twice() {
    var dueAt = at(someDay(), "12:00:00");
    open(dueAt);
    advanceTo(dueAt.minus(Duration.ofHours(24)).plusSeconds(1));
    awaitStatuses("sent", "planned");

    time.advance(Duration.ofHours(-30));
    live("Asia/Kolkata", "03:00", "04:00");
    assertThat(statuses()).containsExactly("sent", "planned");
    awaitMoments(dueAt.minus(Duration.ofHours(2)));

    advanceTo(dueAt.minus(Duration.ofHours(2)).plusSeconds(1));
    awaitStatuses("sent", "sent");
    assertThat(sent("commitment.deadline.approaching", 2)).hasSize(2);
  }

  @Test
  void an_earlier_deadline_is_reminded_of_outside_quiet_hours_too() {
    live("UTC", "22:00", "07:00");
    var day = someDay();
    open(at(day, "12:00:00"));

    tell(new AgreementChanged(agreement, meeting, at(day.minusDays(1), "08:00:00")));

    awaitMoments(at(day.minusDays(2), "08:00:00"), at(day.minusDays(1), "07:00:00"));
  }

  @Test
  void what_was_planned_by_older_zone_rules_is_planned_anew_at_start() throws SQLException {
    live("Europe/Berlin", "22:00", "07:00");
    var day = someDay();
    open(at(day, "12:00:00"));
    var right = moments();
    plannedByOlderRules();
    assertThat(moments()).isNotEqualTo(right);

    zoneRules.check(0);

    org.awaitility.Awaitility.await().untilAsserted(() -> assertThat(moments()).isEqualTo(right));
    assertThat(reminders("").getList("items.zoneRules")).containsOnly(OwnerClock.rules());
  }

  @Test
  void what_the_version_before_planned_keeps_its_meaning() {
    var day = someDay();
    var dueAt = at(day, "12:00:00");
    open(dueAt);
    sql(
        "update reminder set matter = null, lead = null, wanted_at = null, zone = null,"
            + " zone_rules = null, wall_time = null, planned_by = null where owner_id = ?");

    assertThat(reminders("").getList("items.lead")).containsExactly("PT24H", "PT2H");
    assertThat(reminders("?kind=promises").getList("items.kind"))
        .containsExactly("promises", "promises");
    live("UTC", "09:00", "11:00");
    awaitMoments(dueAt.minus(Duration.ofHours(24)), at(day, "11:00:00"));
    advanceTo(at(day, "11:00:01"));
    awaitStatuses("sent", "sent");
  }

  private void plannedByOlderRules() {
    sql(
        "update reminder set zone_rules = '1999z', planned_by = 'another',"
            + " remind_at = remind_at - interval '30 minutes' where owner_id = ?");
    sql("update deadline set planned_by = 'another' where owner_id = ?");
  }

  private void sql(String statement) {
    owners.act(
        owner.owner(),
        () -> {
          try (var connection = database.getConnection();
              var update = connection.prepareStatement(statement)) {
            update.setObject(1, owner.owner());
            assertThat(update.executeUpdate()).isPositive();
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        });
  }
}
