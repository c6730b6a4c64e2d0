package dev.followthrough.commitments.suggestion;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whether two texts speak of the same thing: they share a word that says something. Words of up to
 * four letters must be the same, longer ones begin with the same five letters ("builder",
 * "building"); words of fewer than three letters and little words say nothing.
 */
final class Likeness {

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final int STEM = 5;
  private static final Set<String> SAY_NOTHING =
      Set.of(
          "the",
          "and",
          "for",
          "with",
          "from",
          "our",
          "your",
          "their",
          "his",
          "her",
          "its",
          "who",
          "that",
          "this",
          "some",
          "somebody",
          "someone",
          "something",
          "one",
          "any",
          "about",
          "into",
          "help",
          "good",
          "new",
          "more",
          "can",
          "need",
          "needs",
          "offer",
          "offers");

  private Likeness() {}

  static boolean share(String one, String other) {
    var words = stems(one);
    return stems(other).stream().anyMatch(words::contains);
  }

  private static Set<String> stems(String text) {
    return BETWEEN_WORDS
        .splitAsStream(text.toLowerCase(Locale.ROOT))
        .filter(word -> word.length() > 2 && !SAY_NOTHING.contains(word))
        .map(word -> word.length() > STEM ? word.substring(0, STEM) : word)
        .collect(Collectors.toSet());
  }
}
