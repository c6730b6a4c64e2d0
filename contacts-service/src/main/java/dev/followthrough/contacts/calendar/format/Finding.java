package dev.followthrough.contacts.calendar.format;

import java.time.Duration;
import java.time.Instant;

/** What a file says of one event, or of one occurrence of a series. */
public sealed interface Finding {

  String uid();

  /** When it begins; null where that cannot be told. */
  Instant startsAt();

  /**
   * One that can be a meeting.
   *
   * @param recurrenceId when it was to begin by the rule of its series; null when it is no part of
   *     a series
   */
  record Occurrence(
      String uid,
      Instant recurrenceId,
      Instant startsAt,
      Instant endsAt,
      Zone zone,
      Details details)
      implements Finding {

    public Duration duration() {
      return Duration.between(startsAt, endsAt);
    }
  }

  /** One that cannot. */
  record Unusable(String uid, Instant startsAt, Reason reason) implements Finding {}
}
