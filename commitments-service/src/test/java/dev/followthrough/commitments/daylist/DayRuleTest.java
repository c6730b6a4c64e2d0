package dev.followthrough.commitments.daylist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** When the list of a day goes out. */
class DayRuleTest {

  private static final LocalDate FIRST = LocalDate.parse("2026-06-01");

  @Example
  void it_is_at_the_owners_hour_where_they_live() {
    var rule = new DayRule(ZoneId.of("Europe/Berlin"), LocalTime.of(8, 0));
    var noon = Instant.parse("2026-06-01T12:00:00Z");
    assertThat(rule.newest(noon)).isEqualTo(FIRST);
    assertThat(rule.next(FIRST, noon)).isEqualTo("2026-06-02T06:00:00Z");
    assertThat(rule.newest(Instant.parse("2026-06-02T05:59:59Z"))).isEqualTo(FIRST);
    assertThat(rule.newest(Instant.parse("2026-06-02T06:00:00Z"))).isEqualTo(FIRST.plusDays(1));
  }

  @Example
  void after_an_outage_the_newest_day_is_due_at_once() {
    var rule = new DayRule(ZoneId.of("UTC"), LocalTime.of(8, 0));
    var later = Instant.parse("2026-06-05T07:00:00Z");
    assertThat(rule.newest(later)).isEqualTo(LocalDate.parse("2026-06-04"));
    assertThat(rule.next(FIRST, later)).isEqualTo(later);
  }

  @Example
  void an_hour_that_the_clocks_skip_comes_after_it() {
    var rule = new DayRule(ZoneId.of("Europe/Berlin"), LocalTime.of(2, 30));
    assertThat(rule.startOf(LocalDate.parse("2026-03-29"))).isEqualTo("2026-03-29T01:30:00Z");
  }

  @Property(tries = 500)
  void wherever_the_owner_moves_the_next_list_is_of_a_later_day_and_near(
      @ForAll("instants") Instant now,
      @ForAll("zones") ZoneId before,
      @ForAll("zones") ZoneId after,
      @ForAll("hours") LocalTime hour) {
    var compiledOn = new DayRule(before, hour).newest(now);
    var moved = new DayRule(after, hour);
    var next = moved.next(compiledOn, now);
    assertThat(moved.newest(next)).isAfter(compiledOn);
    assertThat(next).isAfterOrEqualTo(now);
    assertThat(next).isBefore(now.plus(Duration.ofDays(3)));
  }

  @Provide
  Arbitrary<Instant> instants() {
    return Arbitraries.longs()
        .between(
            Instant.parse("2026-01-01T00:00:00Z").getEpochSecond(),
            Instant.parse("2028-12-31T00:00:00Z").getEpochSecond())
        .map(Instant::ofEpochSecond);
  }

  @Provide
  Arbitrary<LocalTime> hours() {
    return Arbitraries.integers().between(0, 95).map(n -> LocalTime.of(n / 4, n % 4 * 15));
  }

  @Provide
  Arbitrary<ZoneId> zones() {
    return Arbitraries.of("Europe/Berlin", "America/New_York", "Pacific/Kiritimati", "Etc/GMT+12")
        .map(ZoneId::of);
  }
}
