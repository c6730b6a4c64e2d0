package dev.followthrough.commitments.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.commitments.catalogue.Catalogue;
import dev.followthrough.commitments.catalogue.Fit;
import dev.followthrough.commitments.catalogue.Idea;
import dev.followthrough.events.CommitmentKind;
import dev.followthrough.events.Complexity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** B7: what is suggested, from both people's topics, needs and offers. */
class RankingTest {

  private static final Between NOTHING_KNOWN =
      new Between(List.of(), List.of(), "Ada", List.of(), List.of(), List.of(), List.of());
  private static final Between ADA =
      new Between(
          List.of("a translator"),
          List.of("frame building"),
          "Ada",
          List.of("bicycles"),
          List.of("translation"),
          List.of("a frame builder", "a quiet room"),
          List.of("advice on gears"));

  private static final Idea FOR_A_NEED = idea("For a need", Fit.NEED);
  private static final Idea FOR_A_TOPIC = idea("For a topic", Fit.TOPIC);
  private static final Idea FOR_ANYBODY = idea("For anybody");
  private static final Idea FROM_AN_OFFER = idea("From an offer", Fit.OFFER);

  @ParameterizedTest
  @CsvSource({
    "a frame builder, frame building, true",
    "a builder, buildings, true",
    "help with the web, a web page, true",
    "a car, cards, false",
    "someone who can help, help with something, false",
    "Übersetzung, übersetzungen, true",
    "gears, bicycles, false"
  })
  void two_texts_are_alike_when_they_share_a_word_that_says_something(
      String one, String other, boolean alike) {
    assertThat(Likeness.share(one, other)).isEqualTo(alike);
    assertThat(Likeness.share(other, one)).isEqualTo(alike);
  }

  @Test
  void a_need_that_the_owner_offers_to_meet_is_the_first_reason() {
    assertThat(reasons(ADA.forThem(), FOR_A_NEED))
        .containsExactly("Ada needs a frame builder; you offer frame building.");
  }

  @Test
  void a_need_of_the_owner_is_met_by_what_the_contact_offers_or_knows() {
    assertThat(reasons(ADA.forTheOwner(), FOR_A_NEED))
        .containsExactly("You need a translator; Ada knows about translation.");
  }

  @Test
  void needs_weigh_more_than_topics_topics_more_than_offers_and_what_fits_anybody_least() {
    assertThat(
            Ranking.rank(
                List.of(FOR_ANYBODY, FROM_AN_OFFER, FOR_A_TOPIC, FOR_A_NEED),
                new Between(
                        List.of(),
                        List.of("rides"),
                        "Ada",
                        List.of("bicycles"),
                        List.of(),
                        List.of("a room"),
                        List.of())
                    .forThem()))
        .extracting(Suggestion::reason)
        .containsExactly(
            "Ada needs a room.",
            "You and Ada share an interest in bicycles.",
            "You offer rides.",
            "It needs nothing in common: it fits any meeting.");
  }

  @Test
  void what_needs_a_reason_and_has_none_is_not_suggested() {
    assertThat(Ranking.rank(List.of(FOR_A_NEED, FOR_A_TOPIC), NOTHING_KNOWN.together())).isEmpty();
  }

  @Test
  void an_idea_that_is_about_the_need_comes_before_one_that_is_not() {
    var needsAnIntroduction =
        new Between(
            List.of(),
            List.of(),
            "Ada",
            List.of(),
            List.of(),
            List.of("an introduction to a publisher"),
            List.of());

    assertThat(Ranking.rank(Catalogue.all(), needsAnIntroduction.forThem()).getFirst().idea().key())
        .isEqualTo("make-an-introduction");
  }

  @Test
  void of_equal_worth_the_simple_comes_before_the_complex() {
    var complex =
        new Idea(
            new UUID(0, 1),
            null,
            CommitmentKind.INDIVIDUAL,
            Complexity.COMPLEX,
            "Big",
            null,
            List.of(),
            null,
            null);

    assertThat(Ranking.rank(List.of(complex, FOR_ANYBODY), List.of()))
        .extracting(one -> one.idea().words())
        .containsExactly("For anybody", "Big");
  }

  @Property
  void the_order_of_the_catalogue_does_not_matter(@ForAll long seed) {
    var shuffled = new ArrayList<>(Catalogue.all());
    Collections.shuffle(shuffled, new Random(seed));

    assertThat(Ranking.rank(shuffled, ADA.together()))
        .isEqualTo(Ranking.rank(Catalogue.all(), ADA.together()))
        .isSortedAccordingTo((one, other) -> one.place().compareTo(other.place()));
  }

  private static List<String> reasons(List<Ground> grounds, Idea... ideas) {
    return Ranking.rank(List.of(ideas), grounds).stream().map(Suggestion::reason).toList();
  }

  private static Idea idea(String words, Fit... fits) {
    return new Idea(
        UUID.nameUUIDFromBytes(words.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
        null,
        CommitmentKind.INDIVIDUAL,
        Complexity.SIMPLE,
        words,
        null,
        List.of(fits),
        null,
        null);
  }
}
