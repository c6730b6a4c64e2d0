package dev.followthrough.commitments.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** The owner's meetings, as far as this service has heard of them. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Meetings {

  /**
   * Present once it is decided whether the meeting has an agreement: held, cancelled or voided.
   * Absent for one that is unknown or still scheduled, which may just be on its way here.
   */
  public Optional<MeetingStatus> decided(UUID meetingId) {
    return find(meetingId)
        .map(meeting -> meeting.status)
        .filter(status -> status != MeetingStatus.SCHEDULED);
  }

  public void note(UUID meetingId, MeetingStatus status) {
    var known = find(meetingId);
    if (known.isPresent()) {
      known.get().status = status;
    } else {
      var meeting = new KnownMeeting();
      meeting.id = meetingId;
      meeting.status = status;
      meeting.persist();
    }
  }

  private static Optional<KnownMeeting> find(UUID meetingId) {
    return KnownMeeting.findByIdOptional(meetingId);
  }
}
