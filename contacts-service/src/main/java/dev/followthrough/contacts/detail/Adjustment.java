package dev.followthrough.contacts.detail;

import dev.followthrough.events.Circle;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * A change that many contacts can undergo alike.
 *
 * @param circle to which they move, or null when they stay
 * @param cadence empty for the circle's own, or null when it stays
 */
public record Adjustment(
    List<String> addTags, List<String> removeTags, Circle circle, Optional<Integer> cadence) {

  /** The tags that a contact has after it; null stays null when nothing is added. */
  public List<String> tags(List<String> before) {
    var tags = new LinkedHashSet<>(before == null ? List.<String>of() : before);
    tags.addAll(addTags);
    removeTags.forEach(tags::remove);
    return before == null && tags.isEmpty() ? null : List.copyOf(tags);
  }

  public Integer cadence(Integer before) {
    return cadence == null ? before : cadence.orElse(null);
  }
}
