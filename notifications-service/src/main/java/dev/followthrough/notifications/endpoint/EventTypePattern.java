package dev.followthrough.notifications.endpoint;

import java.util.regex.Pattern;

/**
 * Which events an endpoint wants: {@code *} for every one, {@code commitment.*} for all whose names
 * begin so, or one event's exact name.
 */
final class EventTypePattern {

  static final String FORM = "\\*|[a-z_]+(\\.[a-z_]+)*(\\.\\*)?";
  private static final Pattern GOOD = Pattern.compile(FORM);

  private EventTypePattern() {}

  static boolean isWellFormed(String pattern) {
    return GOOD.matcher(pattern).matches();
  }

  static boolean matches(String pattern, String type) {
    if (pattern.equals("*")) {
      return true;
    }
    return pattern.endsWith(".*")
        ? type.startsWith(pattern.substring(0, pattern.length() - 1))
        : type.equals(pattern);
  }
}
