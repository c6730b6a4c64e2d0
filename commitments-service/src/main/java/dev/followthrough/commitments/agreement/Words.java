package dev.followthrough.commitments.agreement;

import dev.followthrough.events.Complexity;

/**
 * What is to be done, and how much it weighs.
 *
 * @param text absent while nobody has said it
 * @param actionIdea the id of the action idea that it came from; it may have been deleted since
 */
public record Words(String text, Complexity complexity, String area, String actionIdea) {

  static final Words NONE = new Words(null, null, null, null);

  public Words {
    complexity = complexity == null ? Complexity.SIMPLE : complexity;
  }

  /** The same, in this area. */
  public Words in(String other) {
    return new Words(text, complexity, other, actionIdea);
  }

  /** The same, from this idea. */
  public Words from(String idea) {
    return new Words(text, complexity, area, idea);
  }
}
