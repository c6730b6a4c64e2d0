package dev.followthrough.commitments.nextaction;

import java.util.List;

/** Names in a sentence: "Ada", "Ada and Bob", "Ada, Bob and others". */
final class Names {

  private Names() {}

  static String joined(List<String> names) {
    return switch (names.size()) {
      case 0 -> "nobody";
      case 1 -> names.getFirst();
      case 2, 3 ->
          String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
      default -> "%s, %s and others".formatted(names.get(0), names.get(1));
    };
  }
}
