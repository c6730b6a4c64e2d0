package dev.followthrough.contacts.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/**
 * Meetings in whose agreement something is promised cannot be voided. The promise and the void may
 * cross: then commitments-service refuses the void, and the meeting counts as held again.
 */
@ApplicationScoped
class PromisedMeetings {

  private final Holding holding;

  PromisedMeetings(Holding holding) {
    this.holding = holding;
  }

  /** Clients see nothing of it, so the meeting's version stays. */
  @Transactional
  void note(UUID meetingId) {
    Meeting.update("promised = true where id = ?1", meetingId);
  }

  @Transactional
  void refuseVoid(UUID meetingId) {
    var meeting = Meeting.lock(meetingId).filter(one -> one.status == MeetingStatus.VOIDED);
    meeting.ifPresent(one -> holding.revertVoid(one, contactsOf(one)));
  }

  private static List<UUID> contactsOf(Meeting meeting) {
    return Attendance.of(meeting.id).stream().map(one -> one.contactId).toList();
  }
}
