package dev.followthrough.contacts.meeting;

import dev.followthrough.events.MeetingKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** When, where and with whom a meeting is to take place, as another feature says it. */
public record Appointment(
    MeetingKind kind,
    List<UUID> contactIds,
    Instant startsAt,
    Instant endsAt,
    String place,
    String link) {

  /** How many contacts a meeting has at most. */
  public static final int MOST_CONTACTS = 20;

  /** How long a meeting of this kind lasts at most. */
  public static Duration longest(MeetingKind kind) {
    return kind == MeetingKind.EVENT ? MeetingFields.LONGEST_EVENT : MeetingFields.LONGEST;
  }
}
