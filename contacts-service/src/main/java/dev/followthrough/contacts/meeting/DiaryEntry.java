package dev.followthrough.contacts.meeting;

import dev.followthrough.events.MeetingKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What the other features may know of a meeting: nothing that is private to the owner. */
public record DiaryEntry(
    UUID id,
    long version,
    MeetingKind kind,
    MeetingStatus status,
    List<UUID> contactIds,
    Instant startsAt,
    Instant endsAt,
    String place,
    String link,
    List<String> topics,
    Instant createdAt,
    Instant changedAt) {

  static DiaryEntry of(RecordedMeeting recorded) {
    return of(recorded.meeting(), recorded.attendance());
  }

  static DiaryEntry of(Meeting meeting, List<Attendance> attendance) {
    return new DiaryEntry(
        meeting.id,
        meeting.version,
        meeting.kind,
        meeting.status,
        attendance.stream().map(one -> one.contactId).toList(),
        meeting.startsAt,
        meeting.endsAt,
        meeting.place,
        meeting.link,
        meeting.topics,
        meeting.createdAt,
        meeting.changedAt);
  }
}
