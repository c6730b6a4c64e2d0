package dev.followthrough.notifications.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.notifications.clock.OwnerClock;
import dev.followthrough.notifications.clock.QuietHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What holds of the moment of every reminder, whatever the zone, the quiet hours and the day. */
class ReminderMomentPropertyTest {

  private static final long FROM = Instant.parse("2026-01-01T00:00:00Z").getEpochSecond();
  private static final long YEARS = Duration.ofDays(3 * 365).toSeconds();

  @Provide
  Arbitrary<ZoneId> zones() {
    return Arbitraries.of(
            List.of(
                "Etc/GMT+12",
                "Pacific/Pago_Pago",
                "America/St_Johns",
                "America/New_York",
                "UTC",
                "Europe/Berlin",
                "Asia/Kolkata",
                "Asia/Kathmandu",
                "Australia/Lord_Howe",
                "Pacific/Chatham",
                "Pacific/Kiritimati",
                "Africa/Casablanca"))
        .map(ZoneId::of);
  }

  @Provide
  Arbitrary<LocalTime> times() {
    return Arbitraries.integers()
        .between(0, 24 * 4 - 1)
        .map(quarter -> LocalTime.MIN.plusMinutes(15L * quarter));
  }

  private static Instant at(long second) {
    return Instant.ofEpochSecond(FROM + second);
  }

  @Property(tries = 3000)
  void it_comes_before_its_deadline_and_never_before_now(
      @ForAll("zones") ZoneId zone,
      @ForAll("times") LocalTime from,
      @ForAll("times") LocalTime to,
      @ForAll @LongRange(min = 0, max = 94_608_000L) long due,
      @ForAll @IntRange(min = 1, max = 168 * 60) int leadMinutes,
      @ForAll @IntRange(min = 1, max = 168 * 60) int leftMinutes) {
    Assume.that(!from.equals(to));
    var clock = new OwnerClock(zone, new QuietHours(from, to));
    var dueAt = at(due % YEARS);
    var now = dueAt.minus(Duration.ofMinutes(leftMinutes));

    var wanted = ReminderMoment.wanted(dueAt, Duration.ofMinutes(leadMinutes), now);
    var moment = ReminderMoment.of(wanted, dueAt, clock, now);

    assertThat(moment).isBefore(dueAt).isAfterOrEqualTo(now);
    // quiet is broken only where waiting for its end would be too late
    clock
        .quietAround(moment)
        .ifPresent(
            quiet -> {
              assertThat(quiet.end()).isAfterOrEqualTo(dueAt);
              assertThat(moment).isEqualTo(quiet.start().isBefore(now) ? now : quiet.start());
            });
    if (clock.quietAround(wanted).isEmpty()) {
      assertThat(moment).isEqualTo(wanted);
    }
  }

  @Property(tries = 3000)
  void what_has_no_deadline_is_never_said_in_quiet_hours_and_waits_a_day_at_most(
      @ForAll("zones") ZoneId zone,
      @ForAll("times") LocalTime from,
      @ForAll("times") LocalTime to,
      @ForAll @LongRange(min = 0, max = 94_608_000L) long second) {
    Assume.that(!from.equals(to));
    var clock = new OwnerClock(zone, new QuietHours(from, to));
    var wanted = at(second);

    var moment = ReminderMoment.of(wanted, null, clock, wanted);

    assertThat(clock.quietAround(moment)).isEmpty();
    assertThat(moment).isBetween(wanted, wanted.plus(Duration.ofHours(26)));
    if (!moment.equals(wanted)) {
      assertThat(clock.quietAround(moment.minusMillis(1))).isPresent();
    }
  }

  @Property(tries = 3000)
  void far_from_a_change_of_clocks_quiet_is_what_the_wall_clock_says(
      @ForAll("zones") ZoneId zone,
      @ForAll("times") LocalTime from,
      @ForAll("times") LocalTime to,
      @ForAll @LongRange(min = 0, max = 94_608_000L) long second) {
    Assume.that(!from.equals(to));
    var at = at(second);
    var rules = zone.getRules();
    var offset = rules.getOffset(at);
    Assume.that(
        rules.getOffset(at.minus(Duration.ofDays(2))).equals(offset)
            && rules.getOffset(at.plus(Duration.ofDays(2))).equals(offset));
    var wall = at.atZone(zone).toLocalTime();
    var quiet =
        from.isBefore(to)
            ? !wall.isBefore(from) && wall.isBefore(to)
            : !wall.isBefore(from) || wall.isBefore(to);

    assertThat(new QuietHours(from, to).around(at, zone).isPresent()).isEqualTo(quiet);
  }

  @Property(tries = 1000)
  void deciding_again_when_its_moment_has_come_changes_nothing(
      @ForAll("zones") ZoneId zone,
      @ForAll("times") LocalTime from,
      @ForAll("times") LocalTime to,
      @ForAll @LongRange(min = 0, max = 94_608_000L) long due,
      @ForAll @IntRange(min = 1, max = 168 * 60) int leadMinutes) {
    Assume.that(!from.equals(to));
    var clock = new OwnerClock(zone, new QuietHours(from, to));
    var dueAt = at(due);
    var planned =
        ReminderMoment.of(dueAt.minus(Duration.ofMinutes(leadMinutes)), dueAt, clock, at(-1));

    assertThat(ReminderMoment.of(planned, dueAt, clock, planned)).isEqualTo(planned);
  }
}
