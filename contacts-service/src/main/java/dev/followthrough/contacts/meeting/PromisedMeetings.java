package dev.followthrough.contacts.meeting;

import dev.followthrough.platform.outbox.Outbox;
import dev.followthrough.platform.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/**
 * Meetings in whose agreement something is promised cannot be voided. The promise and the void may
 * cross: then commitments-service refuses the void, and the meeting counts as held again.
 */
@ApplicationScoped
class PromisedMeetings {

  private final Outbox outbox;
  private final BusinessTime time;

  PromisedMeetings(Outbox outbox, BusinessTime time) {
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
    meeting.ifPresent(one -> outbox.append(one.revertVoid(time.now())));
  }
}
