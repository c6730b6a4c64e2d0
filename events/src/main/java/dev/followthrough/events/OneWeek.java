package dev.followthrough.events;

import java.time.Duration;
import java.time.Instant;

/**
 * The one-week rule: what was agreed in a meeting is due 168 hours after the meeting's end,
 * exactly, whatever clocks are put forward or back in between. In time means at or before that
 * instant.
 */
public final class OneWeek {

  public static final Duration LENGTH = Duration.ofHours(168);

  private OneWeek() {}

  public static Instant dueAt(Instant meetingEnd) {
    return meetingEnd.plus(LENGTH);
  }

  /**
   * Whether the week has gone by at {@code now}: the due instant itself still counts as in time.
   */
  public static boolean hasPassed(Instant meetingEnd, Instant now) {
    return now.isAfter(dueAt(meetingEnd));
  }
}
