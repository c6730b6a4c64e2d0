package dev.followthrough.commitments.need;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether what a contact offers, or is good at, meets a need of the owner's, by their words. Words
 * are runs of letters and digits without case and accents; those of fewer than three, and the usual
 * ones between the others, say nothing. Two words match when one begins with the other and the
 * shorter has four letters or more, or when they are the same. A need and an offer match when each
 * word of one of the two that says something finds its match in the other: "a designer" and "design
 * of logos" do, "an introduction to a publisher" and "introductions to investors" do not.
 *
 * <p>Source: the product's C8 leaves it open; decided in ADR 13.
 */
final class OfferRule {

  static final int STEM = 4;
  static final int SHORTEST = 3;

  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
  private static final Set<String> SAY_NOTHING =
      Set.of(
          "the",
          "and",
          "for",
          "with",
          "from",
          "who",
          "that",
          "our",
          "your",
          "their",
          "some",
          "any",
          "can",
          "into",
          "about",
          "someone",
          "somebody",
          "anyone",
          "new",
          "good",
          "help",
          "need");

  private OfferRule() {}

  static boolean matches(String need, String offer) {
    var needed = words(need);
    var offered = words(offer);
    return covers(needed, offered) || covers(offered, needed);
  }

  static boolean matches(String need, Collection<String> offers) {
    return offers.stream().anyMatch(offer -> matches(need, offer));
  }

  /** By which an offer that matches can be found: the first letters of each word. */
  static List<String> stems(String text) {
    return words(text).stream()
        .map(word -> word.substring(0, Math.min(STEM, word.length())))
        .distinct()
        .toList();
  }

  private static List<String> words(String text) {
    var plain = ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    return Arrays.stream(BETWEEN.split(plain.toLowerCase(Locale.ROOT)))
        .filter(word -> word.length() >= SHORTEST && !SAY_NOTHING.contains(word))
        .distinct()
        .toList();
  }

  private static boolean covers(List<String> these, List<String> by) {
    return !these.isEmpty()
        && these.stream().allMatch(word -> by.stream().anyMatch(other -> areAlike(word, other)));
  }

  private static boolean areAlike(String one, String other) {
    return one.equals(other)
        || Math.min(one.length(), other.length()) >= STEM
            && (one.startsWith(other) || other.startsWith(one));
  }
}
