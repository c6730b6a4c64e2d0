package dev.followthrough.platform.json;

/**
 * A body, or a part of one, with rules between its fields. They are checked after it was bound,
 * together with the limits of each field, so a field may be null here whatever its own rules say.
 */
public interface Checked {

  /** Adds what is wrong, with pointers relative to this object, such as {@code /endsAt}. */
  void check(Faults faults);
}
