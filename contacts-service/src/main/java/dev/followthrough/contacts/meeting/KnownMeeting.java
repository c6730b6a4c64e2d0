package dev.followthrough.contacts.meeting;

import dev.followthrough.events.MeetingKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What the other features may know of a meeting. */
public record KnownMeeting(
    UUID id,
    MeetingKind kind,
    MeetingStatus status,
    List<UUID> contactIds,
    Instant startsAt,
    Instant endsAt,
    String place,
    String link,
    List<String> topics,
    String notes,
    List<UUID> goalIds) {

  static KnownMeeting of(Meeting meeting, List<Attendance> attendance) {
    return new KnownMeeting(
        meeting.id,
        meeting.kind,
        meeting.status,
        attendance.stream().map(one -> one.contactId).toList(),
        meeting.startsAt,
        meeting.endsAt,
        meeting.place,
        meeting.link,
        meeting.topics,
        meeting.notes,
        meeting.goalIds == null ? List.of() : meeting.goalIds);
  }

  public boolean isHeld() {
    return status == MeetingStatus.HELD;
  }
}
