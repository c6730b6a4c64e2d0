package dev.followthrough.notifications.diary;

import java.time.Instant;
import java.time.LocalDate;

/**
 * An entry of the diary as a calendar is told it: display names and words of commitments, and
 * nothing private.
 *
 * @param uid the same as long as it is the same thing; of a meeting the one that contacts-service
 *     writes: that of the calendar file which brought it, else ours
 * @param occurrence when it was to begin by the rule of its series in that file, or null
 * @param day the day that it takes up; null when it has times
 * @param description null for none, as {@code place} and {@code link}
 */
public record Appointment(
    String uid,
    Instant occurrence,
    DiaryKind kind,
    Instant startsAt,
    Instant endsAt,
    LocalDate day,
    String summary,
    String description,
    String place,
    String link,
    boolean cancelled,
    int sequence,
    Instant createdAt,
    Instant changedAt) {

  private static final String OURS = "@followthrough";

  static Appointment of(DiaryEntry entry) {
    return new Appointment(
        uid(entry),
        entry.calendarOccurrence,
        entry.kind,
        entry.startsAt,
        entry.endsAt,
        entry.kind == DiaryKind.KEEP_IN_TOUCH ? entry.day() : null,
        DiaryWords.summary(entry),
        DiaryWords.description(entry),
        entry.place,
        entry.link,
        entry.isCancelled(),
        entry.sequence,
        entry.createdAt,
        entry.changedAt);
  }

  private static String uid(DiaryEntry entry) {
    return switch (entry.kind) {
      case MEETING -> entry.calendarUid == null ? entry.subjectId + OURS : entry.calendarUid;
      case DEADLINE -> entry.subjectId + "-due" + OURS;
      case KEEP_IN_TOUCH -> entry.id + "-keep-in-touch" + OURS;
    };
  }
}
