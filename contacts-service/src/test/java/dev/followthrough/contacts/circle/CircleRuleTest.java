package dev.followthrough.contacts.circle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.events.Circle;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A2: which moves are proposed. */
class CircleRuleTest {

  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
  private static final Instant TODAY = NOW.minusSeconds(60);

  @ParameterizedTest
  @CsvSource({"INNER, 30", "ACTIVE, 90", "ACQUAINTANCE, 180"})
  void silence_for_twice_the_cadence_proposes_dormant(Circle circle, int cadence) {
    var twice = NOW.minus(Duration.ofDays(2L * cadence));

    assertThat(propose(circle, null, twice.plusMillis(1), null)).isEmpty();
    var proposal = propose(circle, null, twice, null).orElseThrow();

    assertThat(proposal.to()).isEqualTo(Circle.DORMANT);
    assertThat(proposal.reason()).isEqualTo(CircleRule.CircleReason.SILENT);
    assertThat(proposal.numbers())
        .containsEntry("silentDays", BigDecimal.valueOf(2L * cadence))
        .containsEntry("cadenceDays", BigDecimal.valueOf(cadence));
  }

  @Test
  void a_contacts_own_cadence_goes_before_its_circles() {
    var quiet = NOW.minus(Duration.ofDays(100));

    assertThat(propose(Circle.INNER, 51, quiet, null)).isEmpty();
    assertThat(propose(Circle.ACQUAINTANCE, 50, quiet, null)).isPresent();
    assertThat(propose(Circle.INNER, 0, quiet, null)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Circle.class,
      names = {"DORMANT", "RELEASED"})
  void who_is_dormant_or_released_does_not_become_so_by_silence(Circle circle) {
    assertThat(propose(circle, 5, NOW.minus(Duration.ofDays(5000)), null)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"DORMANT, ACQUAINTANCE", "ACQUAINTANCE, ACTIVE", "ACTIVE, INNER"})
  void kept_promises_propose_the_next_circle_up(Circle from, Circle to) {
    assertThat(propose(from, null, TODAY, new Standing(0.449, 0.9, null, TODAY))).isEmpty();
    var proposal = propose(from, null, TODAY, new Standing(0.45, 0.9, null, TODAY)).orElseThrow();

    assertThat(proposal.to()).isEqualTo(to);
    assertThat(proposal.numbers()).containsEntry("lower", new BigDecimal("0.45"));
  }

  @Test
  void nothing_is_above_inner_and_one_way_value_lifts_nobody() {
    assertThat(propose(Circle.INNER, null, TODAY, new Standing(0.9, 0.99, null, TODAY))).isEmpty();
    assertThat(propose(Circle.ACTIVE, null, TODAY, new Standing(0.9, 0.99, TODAY, TODAY)))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Circle.class,
      names = {"RELEASED"},
      mode = EnumSource.Mode.EXCLUDE)
  void who_breaks_promises_or_only_takes_for_180_days_is_proposed_for_release(Circle circle) {
    var halfAYear = NOW.minus(Duration.ofDays(180));

    assertThat(propose(circle, null, TODAY, new Standing(0.1, 0.5, null, TODAY))).isEmpty();
    assertThat(propose(circle, null, TODAY, new Standing(0.1, 0.499, null, TODAY)))
        .hasValueSatisfying(
            proposal -> {
              assertThat(proposal.to()).isEqualTo(Circle.RELEASED);
              assertThat(proposal.reason()).isEqualTo(CircleRule.CircleReason.UNRELIABLE);
            });
    assertThat(
            propose(circle, null, TODAY, new Standing(null, null, halfAYear.plusMillis(1), TODAY)))
        .isEmpty();
    assertThat(propose(circle, null, TODAY, new Standing(null, null, halfAYear, TODAY)))
        .hasValueSatisfying(
            proposal -> assertThat(proposal.reason()).isEqualTo(CircleRule.CircleReason.ONE_WAY));
  }

  @Test
  void release_goes_before_rest_and_rest_before_up() {
    var quiet = NOW.minus(Duration.ofDays(1000));

    assertThat(propose(Circle.ACTIVE, null, quiet, new Standing(0.1, 0.4, null, TODAY)))
        .map(CircleRule.Proposal::to)
        .contains(Circle.RELEASED);
    assertThat(propose(Circle.ACTIVE, null, quiet, new Standing(0.8, 0.9, null, TODAY)))
        .map(CircleRule.Proposal::to)
        .contains(Circle.DORMANT);
  }

  @Test
  void what_is_not_known_of_the_standing_proposes_nothing() {
    assertThat(propose(Circle.ACTIVE, null, TODAY, null)).isEmpty();
    assertThat(propose(Circle.ACTIVE, null, TODAY, new Standing(null, null, null, TODAY)))
        .isEmpty();
  }

  private static Optional<CircleRule.Proposal> propose(
      Circle circle, Integer cadence, Instant quietSince, Standing standing) {
    return CircleRule.propose(
        new KnownContact(
            UUID.randomUUID(),
            "Ada",
            circle,
            cadence,
            quietSince,
            quietSince,
            Optional.ofNullable(standing)),
        NOW);
  }
}
