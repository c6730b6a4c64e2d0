package dev.followthrough.contacts.meeting;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A meeting with those who take part in it and the touches that were answered in it, as it stands
 * at an instant.
 */
record RecordedMeeting(
    Meeting meeting, List<Attendance> attendance, List<UUID> answers, Instant asOf) {

  boolean isUnconfirmed() {
    return meeting.isUnconfirmed(asOf);
  }

  MeetingFields fields() {
    return meeting.fields(contactIds(), answers);
  }

  List<UUID> contactIds() {
    return attendance.stream().map(one -> one.contactId).toList();
  }
}
