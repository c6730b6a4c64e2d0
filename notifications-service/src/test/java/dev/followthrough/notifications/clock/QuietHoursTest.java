package dev.followthrough.notifications.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.followthrough.notifications.clock.QuietHours.Stretch;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The stretch of quiet around an instant, in zones of every kind and where their clocks change. */
class QuietHoursTest {

  @ParameterizedTest(name = "{0} {1}-{2} around {3}")
  @CsvSource({
    // zone, from, to, an instant in it, its start, its end
    "UTC, 22:00, 07:00, 2026-05-10T23:00:00Z, 2026-05-10T22:00:00Z, 2026-05-11T07:00:00Z",
    "UTC, 13:00, 14:30, 2026-05-10T14:29:59Z, 2026-05-10T13:00:00Z, 2026-05-10T14:30:00Z",
    "Etc/GMT+12, 22:00, 07:00, 2026-05-11T10:00:00Z, 2026-05-11T10:00:00Z, 2026-05-11T19:00:00Z",
    "Pacific/Kiritimati, 22:00, 07:00, 2026-05-10T12:00:00Z, 2026-05-10T08:00:00Z,"
        + " 2026-05-10T17:00:00Z",
    "Asia/Kolkata, 22:00, 07:00, 2026-05-10T20:00:00Z, 2026-05-10T16:30:00Z, 2026-05-11T01:30:00Z",
    "Asia/Kathmandu, 22:00, 07:00, 2026-05-10T20:00:00Z, 2026-05-10T16:15:00Z,"
        + " 2026-05-11T01:15:00Z",
    "Pacific/Chatham, 22:00, 07:00, 2026-07-10T12:00:00Z, 2026-07-10T09:15:00Z,"
        + " 2026-07-10T18:15:00Z",
    // the night is an hour shorter, or longer
    "Europe/Berlin, 22:00, 07:00, 2026-03-29T00:00:00Z, 2026-03-28T21:00:00Z, 2026-03-29T05:00:00Z",
    "Europe/Berlin, 22:00, 07:00, 2026-10-25T00:00:00Z, 2026-10-24T20:00:00Z, 2026-10-25T06:00:00Z",
    // from or to at a time that the clocks leave out (02:00 to 03:00): where they jump
    "Europe/Berlin, 22:00, 02:30, 2026-03-29T00:59:59Z, 2026-03-28T21:00:00Z, 2026-03-29T01:00:00Z",
    "Europe/Berlin, 02:30, 06:00, 2026-03-29T01:00:00Z, 2026-03-29T01:00:00Z, 2026-03-29T04:00:00Z",
    // from or to at a time that they show twice (02:00 to 03:00): all of it is quiet
    "Europe/Berlin, 22:00, 02:30, 2026-10-25T00:45:00Z, 2026-10-24T20:00:00Z, 2026-10-25T01:30:00Z",
    "Europe/Berlin, 02:30, 06:00, 2026-10-25T01:10:00Z, 2026-10-25T00:30:00Z, 2026-10-25T05:00:00Z",
    // half an hour of summer time, and the southern hemisphere
    "Australia/Lord_Howe, 22:00, 02:15, 2026-10-03T15:00:00Z, 2026-10-03T11:30:00Z,"
        + " 2026-10-03T15:30:00Z",
    "Pacific/Chatham, 22:00, 07:00, 2026-09-26T13:00:00Z, 2026-09-26T09:15:00Z,"
        + " 2026-09-26T17:15:00Z",
    // a leap day's night, and the year's last
    "America/New_York, 22:00, 07:00, 2028-02-29T04:00:00Z, 2028-02-29T03:00:00Z,"
        + " 2028-02-29T12:00:00Z",
    "America/New_York, 22:00, 07:00, 2028-03-01T04:00:00Z, 2028-03-01T03:00:00Z,"
        + " 2028-03-01T12:00:00Z",
    "UTC, 22:00, 07:00, 2027-01-01T00:00:00Z, 2026-12-31T22:00:00Z, 2027-01-01T07:00:00Z",
    // Samoa left out 30 December 2011 altogether: two nights are one
    "Pacific/Apia, 22:00, 07:00, 2011-12-30T10:00:00Z, 2011-12-30T08:00:00Z, 2011-12-30T17:00:00Z",
  })
  void a_stretch_begins_and_ends_by_the_owners_clock(
      String zone, LocalTime from, LocalTime to, Instant at, Instant start, Instant end) {
    assertThat(new QuietHours(from, to).around(at, ZoneId.of(zone)))
        .contains(new Stretch(start, end));
  }

  @ParameterizedTest(name = "{0} {1}-{2} not at {3}")
  @CsvSource({
    "UTC, 22:00, 07:00, 2026-05-10T21:59:59.999Z",
    "UTC, 22:00, 07:00, 2026-05-10T07:00:00Z",
    "Asia/Kathmandu, 22:00, 07:00, 2026-05-10T16:14:59.999Z",
    "Asia/Kathmandu, 22:00, 07:00, 2026-05-11T01:15:00Z",
    "Europe/Berlin, 22:00, 02:30, 2026-03-29T01:00:00Z",
    // what lies in the hour that is left out altogether is not there on that day
    "Europe/Berlin, 02:10, 02:50, 2026-03-29T01:00:00Z",
    "Europe/Berlin, 02:10, 02:50, 2026-03-29T00:59:59.999Z",
  })
  void outside_of_it_the_owner_may_be_spoken_to(
      String zone, LocalTime from, LocalTime to, Instant at) {
    assertThat(new QuietHours(from, to).around(at, ZoneId.of(zone))).isEmpty();
  }

  @Test
  void quiet_hours_that_begin_when_they_end_are_none() {
    assertThatThrownBy(() -> new QuietHours(LocalTime.NOON, LocalTime.NOON))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
