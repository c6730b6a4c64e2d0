package dev.followthrough.contacts.quicklog;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A meal or a time of day, and when it usually begins where the owner lives. */
enum DayPart {
  MORNING(6),
  BREAKFAST(7),
  NOON(12),
  LUNCH(12),
  AFTERNOON(13),
  EVENING(18),
  DINNER(18),
  NIGHT(20);

  private static final Duration SAME = Duration.ofHours(1);

  final LocalTime begins;

  DayPart(int hour) {
    begins = LocalTime.of(hour, 0);
  }

  /**
   * The one time that they mean together, as "breakfast this morning" does: the latest of them, if
   * all begin within an hour. Empty when they disagree, or when there are none.
   */
  static Optional<DayPart> agreed(Set<DayPart> parts) {
    var begins = Comparator.comparing((DayPart part) -> part.begins);
    return parts.stream()
        .max(begins)
        .filter(last -> parts.stream().noneMatch(part -> part.isLongBefore(last)));
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean isMeal() {
    return switch (this) {
      case BREAKFAST, LUNCH, DINNER -> true;
      case MORNING, NOON, AFTERNOON, EVENING, NIGHT -> false;
    };
  }

  private boolean isLongBefore(DayPart other) {
    return Duration.between(begins, other.begins).compareTo(SAME) > 0;
  }

  /** Whether a meeting in it, of today, could still lie ahead or go on. */
  boolean mayLieAhead(LocalDateTime now) {
    return now.isBefore(now.toLocalDate().atTime(begins).plus(LoggedTime.LENGTH));
  }
}
