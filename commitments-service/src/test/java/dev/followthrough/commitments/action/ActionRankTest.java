package dev.followthrough.commitments.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.commitments.action.ActionRank.Place;
import dev.followthrough.events.NextActionKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The order of the owner's list (C8), and the ids of its lines. */
class ActionRankTest {

  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

  @Property(tries = 500)
  void of_two_lines_one_always_comes_first(@ForAll("places") Place one, @ForAll("places") Place b) {
    int order = ActionRank.ORDER.compare(one, b);
    assertThat(Integer.signum(ActionRank.ORDER.compare(b, one))).isEqualTo(-Integer.signum(order));
    assertThat(order == 0).isEqualTo(one.equals(b));
  }

  @Property(tries = 200)
  void the_list_does_not_depend_on_the_order_in_which_it_is_found(
      @ForAll("lists") List<Place> places, @ForAll long seed) {
    var sorted = places.stream().sorted(ActionRank.ORDER).toList();
    var shuffled = new ArrayList<>(places);
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(shuffled.stream().sorted(ActionRank.ORDER).toList()).isEqualTo(sorted);
  }

  @Property(tries = 200)
  void apologies_come_before_all_else(@ForAll("places") Place one, @ForAll("places") Place other) {
    var apology = new Place(NextActionKind.APOLOGY, one.inner(), one.at(), one.subject());
    if (other.kind() != NextActionKind.APOLOGY) {
      assertThat(ActionRank.ORDER.compare(apology, other)).isNegative();
    }
  }

  @Property(tries = 300)
  void within_a_kind_the_inner_circle_is_first_but_for_promises_whose_deadline_is(
      @ForAll("places") Place one, @ForAll("places") Place other) {
    var b = new Place(one.kind(), other.inner(), other.at(), other.subject());
    int order = ActionRank.ORDER.compare(one, b);
    if (one.kind() == NextActionKind.OWN_PROMISE && !one.at().equals(b.at())) {
      assertThat(order < 0).isEqualTo(one.at().isBefore(b.at()));
    } else if (one.inner() != b.inner()) {
      assertThat(order < 0).isEqualTo(one.inner());
    } else if (!one.at().equals(b.at())) {
      assertThat(order < 0).isEqualTo(one.at().isBefore(b.at()));
    }
  }

  @Example
  void kinds_are_in_the_order_of_the_product() {
    assertThat(NextActionKind.values())
        .startsWith(
            NextActionKind.APOLOGY,
            NextActionKind.OWN_PROMISE,
            NextActionKind.ASSESSMENT,
            NextActionKind.OPEN_LOOP)
        .endsWith(
            NextActionKind.TOUCH_DUE,
            NextActionKind.ONE_ONE_ONE_TO_PROPOSE,
            NextActionKind.ASK_WORTH_MAKING);
  }

  @Example
  void ids_are_ranked_as_the_database_ranks_them() {
    var low = place("70000000-0000-7000-8000-000000000000");
    var high = place("f0000000-0000-7000-8000-000000000000");
    assertThat(ActionRank.ORDER.compare(low, high)).isNegative();
  }

  @Property(tries = 300)
  void an_id_leads_back_to_its_subject_and_to_no_other_kind(
      @ForAll("subjects") UUID subject, @ForAll NextActionKind kind, @ForAll NextActionKind other) {
    var id = ActionIds.of(kind, subject);
    assertThat(ActionIds.subject(kind, id)).isEqualTo(subject);
    assertThat(id.version()).isEqualTo(subject.version());
    assertThat(id.variant()).isEqualTo(subject.variant());
    assertThat(id).isNotEqualTo(subject);
    if (kind != other) {
      assertThat(ActionIds.of(other, subject)).isNotEqualTo(id);
    }
  }

  @Property(tries = 200)
  void long_words_are_cut_between_characters_and_short_ones_are_not(@ForAll String text) {
    var brief = Brief.of(text);
    assertThat(brief.codePointCount(0, brief.length())).isLessThanOrEqualTo(Brief.LONGEST);
    if (text.codePointCount(0, text.length()) <= Brief.LONGEST) {
      assertThat(brief).isEqualTo(text);
    } else {
      assertThat(brief).endsWith("…");
      assertThat(text).contains(brief.substring(0, brief.length() - 1));
    }
  }

  @Example
  void a_character_of_two_halves_is_not_cut_in_two() {
    var bicycles = "🚲".repeat(300);
    assertThat(Brief.of(bicycles)).isEqualTo("🚲".repeat(199) + "…");
  }

  private static Place place(String subject) {
    return new Place(NextActionKind.OPEN_LOOP, false, NOON, UUID.fromString(subject));
  }

  @Provide
  Arbitrary<Place> places() {
    return Combinators.combine(
            Arbitraries.of(NextActionKind.values()),
            Arbitraries.of(true, false),
            Arbitraries.integers().between(0, 3).map(NOON::plusSeconds),
            Arbitraries.of(1L, -1L).map(bits -> new UUID(bits << 60, 1L << 63)))
        .as(Place::new);
  }

  @Provide
  Arbitrary<List<Place>> lists() {
    return places().list().ofMaxSize(20);
  }

  @Provide
  Arbitrary<UUID> subjects() {
    return Combinators.combine(Arbitraries.longs(), Arbitraries.longs())
        .as((high, low) -> new UUID(high & ~0xF000L | 0x7000L, low >>> 2 | 1L << 63));
  }
}
