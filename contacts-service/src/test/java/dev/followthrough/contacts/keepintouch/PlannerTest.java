package dev.followthrough.contacts.keepintouch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.contacts.circle.Hold;
import dev.followthrough.contacts.circle.Turn;
import dev.followthrough.contacts.keepintouch.Planner.Horizon;
import dev.followthrough.events.Circle;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** A5: who gets which of the next 14 days. */
class PlannerTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
  private static final ZoneId UTC = ZoneId.of("UTC");

  @Example
  void thirty_contacts_added_on_one_day_do_not_fall_due_on_one_day() {
    var added = IntStream.range(0, 30).mapToObj(_ -> due(Circle.INNER, 0)).toList();

    var plan = Planner.plan(List.of(), added, horizon(5));

    for (var day = 0; day < 6; day++) {
      var on = TODAY.plusDays(day);
      assertThat(plan.stream().filter(one -> one.on().equals(on))).hasSize(5);
    }
    assertThat(plan).hasSize(30);
  }

  @Example
  void the_inner_circle_comes_before_who_has_waited_longer() {
    var waiting = due(Circle.ACTIVE, -50);
    var inner = due(Circle.INNER, -1);

    var plan = Planner.plan(List.of(), List.of(waiting, inner), horizon(1));

    assertThat(plan).extracting(one -> one.turn()).containsExactly(inner, waiting);
    assertThat(plan).extracting(PlannedTurn::on).containsExactly(TODAY, TODAY.plusDays(1));
  }

  @Example
  void a_day_on_which_guidance_objects_is_not_taken() {
    var turn = held(due(Circle.INNER, -1), TODAY.minusDays(4), 7);

    var plan = Planner.plan(List.of(), List.of(turn), horizon(5));

    assertThat(plan).extracting(PlannedTurn::on).containsExactly(TODAY.plusDays(3));
  }

  @Example
  void what_was_told_keeps_its_day_and_its_place_in_the_budget() {
    var told = told(due(Circle.ACTIVE, -1), TODAY);
    var other = due(Circle.INNER, -9);

    var plan = Planner.plan(List.of(told), List.of(told, other), horizon(1));

    assertThat(plan)
        .containsExactly(
            new PlannedTurn(told, TODAY, true), new PlannedTurn(other, TODAY.plusDays(1), false));
  }

  @Example
  void who_was_told_of_before_is_overdue_unless_guidance_objects_or_the_turn_comes_again() {
    var overdue = told(due(Circle.ACTIVE, -9), TODAY.minusDays(3));
    var again = told(due(Circle.ACTIVE, -40), TODAY.minusDays(30));
    var notDue = told(due(Circle.ACTIVE, 5), TODAY.minusDays(3));
    var held = held(told(due(Circle.ACTIVE, -9), TODAY.minusDays(3)), TODAY.minusDays(4), 7);
    var today = told(due(Circle.ACTIVE, -9), TODAY);
    var neverTold = due(Circle.ACTIVE, -9);
    var plan = Planner.plan(List.of(today), List.of(again), horizon(5));

    var listed =
        Planner.overdue(List.of(overdue, again, notDue, held, today, neverTold), plan, horizon(5));

    assertThat(listed).containsExactly(new PlannedTurn(overdue, TODAY, true));
  }

  @Example
  void a_day_that_has_been_told_takes_nobody_more() {
    var plan =
        Planner.plan(
            List.of(),
            List.of(due(Circle.INNER, -1)),
            new Horizon(TODAY, TODAY.plusDays(2), 5, UTC));

    assertThat(plan).extracting(PlannedTurn::on).containsExactly(TODAY.plusDays(2));
  }

  @Property(tries = 300)
  void no_day_takes_more_than_the_budget_and_nobody_comes_too_early_or_twice(
      @ForAll("turns") List<Turn> turns, @ForAll @IntRange(min = 1, max = 8) int budget) {
    var perDay = new HashMap<LocalDate, Integer>();
    var seen = new HashSet<UUID>();
    for (var one : Planner.plan(List.of(), turns, horizon(budget))) {
      assertThat(perDay.merge(one.on(), 1, Integer::sum)).isLessThanOrEqualTo(budget);
      assertThat(one.on()).isBetween(TODAY, TODAY.plusDays(13));
      assertThat(one.on()).isAfterOrEqualTo(one.turn().dueOn(UTC));
      assertThat(one.on()).isAfterOrEqualTo(one.turn().comesOn(UTC));
      assertThat(seen.add(one.turn().contactId())).isTrue();
    }
  }

  @Property(tries = 300)
  void whoever_could_have_had_a_day_lost_it_to_somebody_who_goes_before(
      @ForAll("turns") List<Turn> turns, @ForAll @IntRange(min = 1, max = 8) int budget) {
    var plan = Planner.plan(List.of(), turns, horizon(budget));
    var days = new HashMap<UUID, LocalDate>();
    plan.forEach(one -> days.put(one.turn().contactId(), one.on()));
    for (var turn : turns) {
      var on = days.getOrDefault(turn.contactId(), TODAY.plusDays(14));
      for (var day = latest(turn.comesOn(UTC), TODAY); day.isBefore(on); day = day.plusDays(1)) {
        var lost = day;
        var instead = plan.stream().filter(one -> one.on().equals(lost)).toList();
        assertThat(instead).hasSize(budget);
        assertThat(instead).allSatisfy(one -> assertThat(goesBefore(one.turn(), turn)).isTrue());
      }
    }
  }

  @Property(tries = 100)
  void the_plan_does_not_depend_on_the_order_in_which_contacts_come(
      @ForAll("turns") List<Turn> turns, @ForAll long seed) {
    var shuffled = new java.util.ArrayList<>(turns);
    Collections.shuffle(shuffled, new Random(seed));

    assertThat(Planner.plan(List.of(), shuffled, horizon(3)))
        .isEqualTo(Planner.plan(List.of(), turns, horizon(3)));
  }

  @Property(tries = 300)
  void the_day_of_a_turn_lies_within_a_day_and_a_half_of_its_moment(
      @ForAll("turns") List<Turn> turns, @ForAll("zones") ZoneId zone) {
    for (var turn : turns) {
      var noon = turn.comesOn(zone).atTime(12, 0).toInstant(java.time.ZoneOffset.UTC);
      assertThat(Duration.between(noon, turn.about()).abs()).isLessThan(Duration.ofHours(39));
    }
  }

  @Example
  void a_clock_change_moves_no_day() {
    var berlin = ZoneId.of("Europe/Berlin");
    // half past eleven in the evening before the clocks go forward
    var turn = turn(Circle.INNER, 30, Instant.parse("2026-03-10T22:30:00Z"));

    assertThat(turn.dueOn(berlin)).isEqualTo("2026-04-09");
    assertThat(turn.dueOn(ZoneId.of("Etc/GMT+12"))).isEqualTo("2026-04-09");
    assertThat(turn.dueOn(ZoneId.of("Pacific/Kiritimati"))).isEqualTo("2026-04-10");
  }

  @Provide
  Arbitrary<ZoneId> zones() {
    return Arbitraries.of(
            "Etc/GMT+12", "Pacific/Kiritimati", "Europe/Berlin", "America/New_York", "UTC")
        .map(ZoneId::of);
  }

  @Provide
  Arbitrary<List<Turn>> turns() {
    var turn =
        Combinators.combine(
                Arbitraries.of(Circle.INNER, Circle.ACTIVE, Circle.DORMANT),
                Arbitraries.integers().between(-20, 18),
                Arbitraries.integers().between(-30, 0),
                Arbitraries.of(0, 7, 14, 30))
            .as(
                (circle, dueIn, heldFrom, days) ->
                    days == 0
                        ? due(circle, dueIn)
                        : held(due(circle, dueIn), TODAY.plusDays(heldFrom), days));
    return turn.list().ofMaxSize(60);
  }

  private static boolean goesBefore(Turn one, Turn other) {
    return one.isInner() == other.isInner()
        ? !one.comesOn(UTC).isAfter(other.comesOn(UTC))
        : one.isInner();
  }

  private static LocalDate latest(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private static Horizon horizon(int budget) {
    return new Horizon(TODAY, TODAY, budget, UTC);
  }

  private static Turn due(Circle circle, int inDays) {
    return turn(circle, 30, TODAY.plusDays(inDays - 30L).atTime(9, 0).atZone(UTC).toInstant());
  }

  private static Turn turn(Circle circle, int cadence, Instant quietSince) {
    return new Turn(UUID.randomUUID(), "Ada", circle, cadence, quietSince, null, null, null);
  }

  private static Turn held(Turn turn, LocalDate from, int days) {
    return new Turn(
        turn.contactId(),
        turn.name(),
        turn.circle(),
        turn.cadenceDays(),
        turn.quietSince(),
        new Hold(from.atTime(9, 0).atZone(UTC).toInstant(), days),
        turn.toldSince(),
        turn.toldOn());
  }

  private static Turn told(Turn turn, LocalDate on) {
    return new Turn(
        turn.contactId(),
        turn.name(),
        turn.circle(),
        turn.cadenceDays(),
        turn.quietSince(),
        null,
        turn.quietSince(),
        on);
  }
}
