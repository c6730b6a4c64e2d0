package dev.followthrough.notifications.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.notifications.clock.OwnerClock;
import dev.followthrough.notifications.clock.QuietHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a reminder goes out, at each boundary of the rule and on both sides of it. */
class ReminderMomentTest {

  private static final Instant LONG_AGO = Instant.parse("2000-01-01T00:00:00Z");

  private static OwnerClock clock(String zone, LocalTime from, LocalTime to) {
    return new OwnerClock(ZoneId.of(zone), new QuietHours(from, to));
  }

  @ParameterizedTest(name = "{0}: due {1}, {2} before, goes out {3}")
  @CsvSource({
    // quiet from 22:00 to 07:00; two hours before
    "UTC, 2026-05-11T12:00:00Z, PT2H, 2026-05-11T10:00:00Z",
    "UTC, 2026-05-11T09:00:00Z, PT2H, 2026-05-11T07:00:00Z",
    "UTC, 2026-05-11T08:59:59.999Z, PT2H, 2026-05-11T07:00:00Z",
    "UTC, 2026-05-11T07:00:00.001Z, PT2H, 2026-05-11T07:00:00Z",
    // the end of the quiet hours is not before the deadline any more: their start
    "UTC, 2026-05-11T07:00:00Z, PT2H, 2026-05-10T22:00:00Z",
    "UTC, 2026-05-11T06:00:00Z, PT2H, 2026-05-10T22:00:00Z",
    "UTC, 2026-05-11T00:00:00Z, PT2H, 2026-05-10T22:00:00Z",
    "UTC, 2026-05-10T23:59:59.999Z, PT2H, 2026-05-10T21:59:59.999Z",
    // a day before, at night: the morning is early enough
    "UTC, 2026-05-11T03:00:00Z, PT24H, 2026-05-10T07:00:00Z",
    "UTC, 2026-05-11T23:30:00Z, PT24H, 2026-05-11T07:00:00Z",
    // the same wall clock at both ends of the world, and between the hours
    "Etc/GMT+12, 2026-05-11T18:00:00Z, PT2H, 2026-05-11T10:00:00Z",
    "Pacific/Kiritimati, 2026-05-10T16:00:00Z, PT2H, 2026-05-10T08:00:00Z",
    "Asia/Kathmandu, 2026-05-11T00:15:00Z, PT2H, 2026-05-10T16:15:00Z",
    "Asia/Kolkata, 2026-05-12T00:30:00Z, PT24H, 2026-05-11T01:30:00Z",
    "Pacific/Chatham, 2026-07-10T21:00:00Z, PT2H, 2026-07-10T19:00:00Z",
    "Pacific/Chatham, 2026-07-10T20:00:00Z, PT2H, 2026-07-10T18:15:00Z",
    // a lead is a length of time: 24 hours before 10:00 on the day of a change is 09:00 or 11:00
    "Europe/Berlin, 2026-03-29T08:00:00Z, PT24H, 2026-03-28T08:00:00Z",
    "Europe/Berlin, 2026-10-25T09:00:00Z, PT24H, 2026-10-24T09:00:00Z",
    // 07:00 comes an hour sooner after the night of spring, and later after that of autumn
    "Europe/Berlin, 2026-03-29T05:00:00.001Z, PT2H, 2026-03-29T05:00:00Z",
    "Europe/Berlin, 2026-03-29T05:00:00Z, PT2H, 2026-03-28T21:00:00Z",
    "Europe/Berlin, 2026-10-25T06:00:00.001Z, PT2H, 2026-10-25T06:00:00Z",
    "Europe/Berlin, 2026-10-25T06:00:00Z, PT2H, 2026-10-24T20:00:00Z",
    // leap day and year's end
    "UTC, 2028-03-01T04:00:00Z, PT24H, 2028-02-29T07:00:00Z",
    "UTC, 2028-02-29T23:00:00Z, PT24H, 2028-02-29T07:00:00Z",
    "UTC, 2027-01-01T05:00:00Z, PT2H, 2026-12-31T22:00:00Z",
  })
  void before_a_deadline_it_goes_out_at_the_end_of_quiet_hours_or_at_their_start(
      String zone, Instant dueAt, Duration lead, Instant goesOut) {
    var clock = clock(zone, LocalTime.of(22, 0), LocalTime.of(7, 0));
    var wanted = ReminderMoment.wanted(dueAt, lead, LONG_AGO);

    assertThat(ReminderMoment.of(wanted, dueAt, clock, LONG_AGO)).isEqualTo(goesOut);
  }

  @ParameterizedTest(name = "now {0}: due {1} goes out {2}")
  @CsvSource({
    // the quiet hours have begun: at once
    "2026-05-10T22:00:00.001Z, 2026-05-11T06:00:00Z, 2026-05-10T22:00:00.001Z",
    "2026-05-11T03:00:00Z, 2026-05-11T06:00:00Z, 2026-05-11T03:00:00Z",
    // after an outage: late, once it is day, if that is before the deadline
    "2026-05-11T03:00:00Z, 2026-05-11T07:00:00.001Z, 2026-05-11T07:00:00Z",
    "2026-05-11T08:00:00Z, 2026-05-11T08:30:00Z, 2026-05-11T08:00:00Z",
    // and at once when the deadline has gone by
    "2026-05-11T06:30:00Z, 2026-05-11T06:00:00Z, 2026-05-11T06:30:00Z",
  })
  void what_is_late_goes_out_at_once_or_when_it_is_day(Instant now, Instant dueAt, Instant at) {
    var clock = clock("UTC", LocalTime.of(22, 0), LocalTime.of(7, 0));

    assertThat(ReminderMoment.of(dueAt.minus(Duration.ofHours(2)), dueAt, clock, now))
        .isEqualTo(at);
  }

  @ParameterizedTest(name = "wanted {0} goes out {1}")
  @CsvSource({
    "2026-05-10T21:59:59.999Z, 2026-05-10T21:59:59.999Z",
    "2026-05-10T22:00:00Z, 2026-05-11T07:00:00Z",
    "2026-05-11T06:59:59.999Z, 2026-05-11T07:00:00Z",
    "2026-05-11T07:00:00Z, 2026-05-11T07:00:00Z",
  })
  void what_has_no_deadline_to_come_before_moves_to_the_end_of_quiet_hours(
      Instant wanted, Instant goesOut) {
    var clock = clock("UTC", LocalTime.of(22, 0), LocalTime.of(7, 0));

    assertThat(ReminderMoment.of(wanted, null, clock, LONG_AGO)).isEqualTo(goesOut);
  }

  @ParameterizedTest(name = "now {1}: wanted {2}")
  @CsvSource({
    "2026-05-11T12:00:00Z, 2026-05-10T11:59:59.999Z, 2026-05-10T12:00:00Z",
    "2026-05-11T12:00:00Z, 2026-05-10T12:00:00Z, 2026-05-11T00:00:00Z",
    "2026-05-11T12:00:00Z, 2026-05-11T11:00:00Z, 2026-05-11T11:30:00Z",
    "2026-05-11T12:00:00Z, 2026-05-11T12:00:00Z, 2026-05-10T12:00:00Z",
  })
  void a_deadline_nearer_than_the_lead_is_reminded_of_half_way(
      Instant dueAt, Instant now, Instant wanted) {
    assertThat(ReminderMoment.wanted(dueAt, Duration.ofDays(1), now)).isEqualTo(wanted);
  }
}
