package dev.followthrough.commitments.need;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which offer meets a need. */
class OfferRuleTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a designer | design of logos",
        "a designer | Design",
        "a review of our contract | reviews of contracts",
        "an introduction to a publisher | publishers",
        "a lawyer for contracts | contracts",
        "Übersetzer | übersetzer für Verträge",
        "ubersetzer | Übersetzer",
        "a tax man | tax",
        "a new designer | good design",
      })
  void words_meet_by_their_beginnings(String need, String offer) {
    assertThat(OfferRule.matches(need, offer)).isTrue();
    assertThat(OfferRule.matches(offer, need)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a designer | bicycles",
        "an introduction to a publisher | introductions to investors",
        "a cat sitter | catering for weddings",
        "someone to help | help with anything for someone",
        "a | a",
        "tax | taxonomy",
      })
  void others_do_not_meet(String need, String offer) {
    assertThat(OfferRule.matches(need, offer)).isFalse();
    assertThat(OfferRule.matches(offer, need)).isFalse();
  }

  @Property(tries = 300)
  void what_matches_is_found_by_its_stems(
      @ForAll @StringLength(max = 30) String need, @ForAll @StringLength(max = 30) String offer) {
    if (OfferRule.matches(need, offer)) {
      assertThat(OfferRule.stems(offer)).containsAnyElementsOf(OfferRule.stems(need));
    }
    assertThat(OfferRule.stems(need)).allSatisfy(stem -> assertThat(stem).hasSizeBetween(3, 4));
  }

  @Property(tries = 300)
  void a_need_is_met_by_its_own_words_if_they_say_anything(
      @ForAll @StringLength(max = 30) String need) {
    assertThat(OfferRule.matches(need, need)).isEqualTo(!OfferRule.stems(need).isEmpty());
  }
}
