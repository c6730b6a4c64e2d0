package dev.followthrough.contacts.meeting;

import java.util.List;
import java.util.UUID;

/** A meeting with those who take part in it. */
record RecordedMeeting(Meeting meeting, List<Attendance> attendance) {

  List<UUID> contactIds() {
    return attendance.stream().map(one -> one.contactId).toList();
  }
}
