package dev.followthrough.commitments.telling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** When the owner's daily evaluation is. */
class EvaluationTest {

  @Example
  void it_is_at_four_where_the_owner_lives() {
    var noon = Instant.parse("2026-06-01T12:00:00Z");
    assertThat(Evaluation.next(ZoneId.of("Europe/Berlin"), noon)).isEqualTo("2026-06-02T02:00:00Z");
    assertThat(Evaluation.next(ZoneId.of("Etc/GMT+12"), noon)).isEqualTo("2026-06-01T16:00:00Z");
    var four = Instant.parse("2026-06-02T02:00:00Z");
    assertThat(Evaluation.next(ZoneId.of("Europe/Berlin"), four)).isEqualTo("2026-06-03T02:00:00Z");
  }

  @Property(tries = 500)
  void the_next_is_ahead_by_a_day_at_most_also_when_clocks_change(
      @ForAll("instants") Instant now, @ForAll("zones") ZoneId zone) {
    var next = Evaluation.next(zone, now);
    assertThat(next).isAfter(now);
    assertThat(next).isBeforeOrEqualTo(now.plus(Duration.ofHours(26)));
    assertThat(next.atZone(zone).toLocalTime()).isEqualTo(LocalTime.of(4, 0));
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
  Arbitrary<ZoneId> zones() {
    return Arbitraries.of("Europe/Berlin", "America/New_York", "Pacific/Kiritimati", "Etc/GMT+12")
        .map(ZoneId::of);
  }
}
