package dev.followthrough.events;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What is said of a meeting changed; {@code changed} names the fields, never private ones. What a
 * held meeting keeps changes only while it is scheduled; the rest can change at any time. {@code
 * participants} are those still in the network; {@code place} and {@code link} may be null.
 *
 * @param changed null in events of an older version, which told only of what a held meeting keeps
 * @param answers the touches that were answered in it; null for none
 * @param calendarUid the UID under which the owner's calendar file brought it; null for none
 * @param calendarOccurrence when it was to begin by the rule of its series in that file; null when
 *     it is no part of one
 */
@EventType("meeting.changed")
public record MeetingChanged(
    UUID meetingId,
    MeetingKind kind,
    Instant startsAt,
    Instant endsAt,
    List<Participant> participants,
    String place,
    String link,
    List<String> changed,
    List<UUID> answers,
    String calendarUid,
    Instant calendarOccurrence)
    implements ContactsEvent {

  private static final Set<String> MOVING =
      Set.of("kind", "contactIds", "startsAt", "endsAt", "practice");

  /** As an older version said it. */
  public MeetingChanged(
      UUID meetingId,
      MeetingKind kind,
      Instant startsAt,
      Instant endsAt,
      List<Participant> participants) {
    this(meetingId, kind, startsAt, endsAt, participants, null, null, null);
  }

  /** As an older version said it. */
  public MeetingChanged(
      UUID meetingId,
      MeetingKind kind,
      Instant startsAt,
      Instant endsAt,
      List<Participant> participants,
      String place,
      String link,
      List<String> changed) {
    this(meetingId, kind, startsAt, endsAt, participants, place, link, changed, null, null, null);
  }

  /**
   * Whether it is about a scheduled meeting's kind, times, people or practice. If not, it does not
   * say whether the meeting is still to come, was held, or does not take place.
   */
  public boolean moves() {
    return changed == null || changed.stream().anyMatch(MOVING::contains);
  }

  @Override
  public String subject() {
    return "meeting/" + meetingId;
  }
}
