package dev.followthrough.notifications.reminder;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The default policy: for each agreement one reminder a day before its deadline, one two hours
 * before, and one after a miss. The leads are lengths of time, not days of the calendar: a change
 * to or from summer time moves no reminder away from its deadline.
 */
public enum ReminderKind {
  @JsonProperty("dayBefore")
  DAY_BEFORE(Duration.ofDays(1), "PT24H"),
  @JsonProperty("hoursBefore")
  HOURS_BEFORE(Duration.ofHours(2), "PT2H"),
  @JsonProperty("missed")
  MISSED(Duration.ZERO, "PT0S");

  /** Those before the deadline, the earliest first. */
  static final List<ReminderKind> BEFORE = List.of(DAY_BEFORE, HOURS_BEFORE);

  private final Duration before;
  private final String written;

  ReminderKind(Duration before, String written) {
    this.before = before;
    this.written = written;
  }

  Instant remindAt(Instant dueAt) {
    return dueAt.minus(before);
  }

  /** The lead as ISO 8601 writes it. */
  String lead() {
    return written;
  }
}
