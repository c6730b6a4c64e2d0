package dev.followthrough.notifications.message;

import dev.followthrough.platform.json.Faults;
import java.util.regex.Pattern;

/**
 * Which events somebody wants: {@code *} for every one, {@code commitment.*} for all whose names
 * begin so, or one event's exact name.
 */
public final class EventTypePattern {

  /** How long a pattern may be. */
  public static final int LONGEST = 100;

  static final String FORM = "\\*|[a-z_]+(\\.[a-z_]+)*(\\.\\*)?";
  private static final Pattern GOOD = Pattern.compile(FORM);

  private EventTypePattern() {}

  static boolean isWellFormed(String pattern) {
    return GOOD.matcher(pattern).matches();
  }

  public static boolean matches(String pattern, String type) {
    return isExact(pattern) ? type.equals(pattern) : type.startsWith(prefix(pattern));
  }

  /** Whether it names one event. */
  static boolean isExact(String pattern) {
    return !pattern.endsWith("*");
  }

  /** What the names begin with that a pattern wants which is not exact. */
  static String prefix(String pattern) {
    return pattern.substring(0, pattern.length() - 1);
  }

  /** Adds the fault of a pattern that is none, or that no event fits. */
  public static void check(String pattern, String pointer, Faults faults) {
    if (pattern.length() > LONGEST) {
      faults.add(pointer, "size", "must have at most " + LONGEST + " characters");
    } else if (!isWellFormed(pattern)) {
      faults.add(pointer, "pattern", "must match " + FORM);
    } else if (PublicEvents.types().stream().noneMatch(type -> matches(pattern, type))) {
      faults.add(pointer, "known-event-type", "there is no such event");
    }
  }
}
