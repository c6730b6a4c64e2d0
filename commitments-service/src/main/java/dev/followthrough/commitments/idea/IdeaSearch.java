package dev.followthrough.commitments.idea;

import dev.followthrough.commitments.catalogue.Idea;
import dev.followthrough.events.CommitmentKind;
import dev.followthrough.events.Complexity;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Which action ideas are asked for; what is null does not matter.
 *
 * @param q words that all have to stand in the idea's words, area or key
 */
record IdeaSearch(CommitmentKind kind, Complexity complexity, String q) {

  /** Those of them, in their order. */
  List<Idea> among(List<Idea> ideas) {
    return ideas.stream().filter(this::fits).toList();
  }

  /**
   * The part that comes after the one seen last. Own ideas are gone through by id, the newest
   * first, so that one deleted meanwhile takes no other along; those of the catalogue by their
   * place.
   */
  static List<Idea> after(List<Idea> ideas, Optional<UUID> last, int limit) {
    return last.map(id -> rest(ideas, id)).orElse(ideas).stream().limit(limit).toList();
  }

  private static List<Idea> rest(List<Idea> ideas, UUID last) {
    for (int i = 0; i < ideas.size(); i++) {
      if (ideas.get(i).id().equals(last)) {
        return ideas.subList(i + 1, ideas.size());
      }
    }
    return ideas.stream()
        .filter(idea -> idea.key() != null || idea.id().toString().compareTo(last.toString()) < 0)
        .toList();
  }

  private boolean fits(Idea idea) {
    return (kind == null || kind == idea.kind())
        && (complexity == null || complexity == idea.complexity())
        && (q == null
            || Arrays.stream(lower(q).strip().split("\\s+")).allMatch(text(idea)::contains));
  }

  private static String text(Idea idea) {
    return lower(String.join(" ", idea.words(), orNone(idea.area()), orNone(idea.key())));
  }

  private static String orNone(String text) {
    return text == null ? "" : text;
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
