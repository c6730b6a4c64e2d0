package dev.followthrough.contacts.quicklog;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;

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

  private final LocalTime begins;

  DayPart(int hour) {
    begins = LocalTime.of(hour, 0);
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

  /** Whether a meeting in it, of today, could still lie ahead or go on. */
  boolean mayLieAhead(LocalDateTime now) {
    return now.isBefore(now.toLocalDate().atTime(begins).plus(LoggedTime.LENGTH));
  }
}
