package dev.followthrough.contacts.meeting;

import dev.followthrough.contacts.recency.LastTouches;
import dev.followthrough.platform.outbox.Outbox;
import dev.followthrough.platform.time.BusinessTime;
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

  private final LastTouches lastTouches;
  private final Outbox outbox;
  private final BusinessTime time;

  PromisedMeetings(LastTouches lastTouches, Outbox outbox, BusinessTime time) {
    this.lastTouches = lastTouches;
    this.outbox = outbox;
    this.time = time;
  }

  /** Clients see nothing of it, so the meeting's version stays. */
  @Transactional
  void note(UUID meetingId) {
    Meeting.update("promised = true where id = ?1", meetingId);
  }

  @Transactional
  void refuseVoid(UUID meetingId) {
    var meeting = Meeting.lock(meetingId).filter(one -> one.status == MeetingStatus.VOIDED);
    meeting.ifPresent(
        one -> {
          outbox.append(one.revertVoid(time.now()));
          lastTouches.touched(contactsOf(one), one.endsAt);
        });
  }

  private static List<UUID> contactsOf(Meeting meeting) {
    return Attendance.of(meeting.id).stream().map(one -> one.contactId).toList();
  }
}
