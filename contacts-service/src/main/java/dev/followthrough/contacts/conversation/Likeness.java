package dev.followthrough.contacts.conversation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whether two short texts speak of the same: they have a word of at least four letters in common,
 * case aside.
 */
final class Likeness {

  private static final int SHORTEST = 4;
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private Likeness() {}

  static Optional<String> first(String text, List<String> others) {
    var words = words(text);
    return others.stream()
        .filter(other -> words(other).stream().anyMatch(words::contains))
        .findFirst();
  }

  private static Set<String> words(String text) {
    return Arrays.stream(BETWEEN_WORDS.split(text.toLowerCase(Locale.ROOT)))
        .filter(word -> word.length() >= SHORTEST)
        .collect(Collectors.toSet());
  }
}
