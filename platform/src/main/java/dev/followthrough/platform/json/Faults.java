package dev.followthrough.platform.json;

import dev.followthrough.platform.problem.FieldError;
import dev.followthrough.platform.problem.Problems;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The faults of one input, collected so that a client can mend them all at once. Each is kept once.
 */
public final class Faults {

  private final String prefix;
  private final Set<FieldError> errors;
  private final Set<String> broken;

  public Faults() {
    this("", new LinkedHashSet<>(), new LinkedHashSet<>());
  }

  private Faults(String prefix, Set<FieldError> errors, Set<String> broken) {
    this.prefix = prefix;
    this.errors = errors;
    this.broken = broken;
  }

  /** The same collection, for a part of the input: its pointers begin with the prefix. */
  Faults under(String pointer) {
    return new Faults(prefix + pointer, errors, broken);
  }

  public void add(String pointer, String rule, String detail) {
    errors.add(new FieldError(prefix + pointer, rule, detail));
  }

  /** Adds the fault of a text that holds control characters or half characters. */
  public void text(String pointer, String text) {
    var wrong = Texts.fault(text);
    if (wrong != null) {
      add(pointer, "characters", wrong);
    }
  }

  /** A value that could not be bound at all; what its absence breaks is no further fault. */
  void unbindable(String pointer, String rule, String detail) {
    broken.add(prefix + pointer);
    add(pointer, rule, detail);
  }

  boolean isBroken(String pointer) {
    return broken.contains(prefix + pointer);
  }

  public boolean isEmpty() {
    return errors.isEmpty();
  }

  public List<FieldError> list() {
    return new ArrayList<>(errors);
  }

  /**
   * @throws dev.followthrough.platform.problem.ProblemException with all faults, if there are any
   */
  public void refuse() {
    if (!errors.isEmpty()) {
      throw Problems.invalid(list());
    }
  }
}
