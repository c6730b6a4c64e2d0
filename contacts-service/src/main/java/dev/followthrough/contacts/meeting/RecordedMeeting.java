package dev.followthrough.contacts.meeting;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A meeting with those who take part in it, as it stands at an instant. */
record RecordedMeeting(Meeting meeting, List<Attendance> attendance, Instant asOf) {

  boolean isUnconfirmed() {
    return meeting.isUnconfirmed(asOf);
  }

  List<UUID> contactIds() {
    return attendance.stream().map(one -> one.contactId).toList();
  }
}
