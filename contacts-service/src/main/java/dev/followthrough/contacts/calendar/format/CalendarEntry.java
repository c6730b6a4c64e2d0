package dev.followthrough.contacts.calendar.format;

import java.time.Instant;

/**
 * What a calendar is told of a meeting. It holds no notes, no figures and nobody's address.
 *
 * @param recurrenceId when it was to begin by the rule of its series; null when it is no part of
 *     one
 * @param description or null
 * @param place or null
 * @param link or null
 */
public record CalendarEntry(
    String uid,
    Instant recurrenceId,
    Instant startsAt,
    Instant endsAt,
    Zone zone,
    String summary,
    String description,
    String place,
    String link,
    Status status,
    int sequence,
    Instant createdAt,
    Instant changedAt) {

  /** The STATUS of RFC 5545. */
  public enum Status {
    CONFIRMED,
    TENTATIVE,
    CANCELLED
  }
}
