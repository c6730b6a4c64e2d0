package dev.followthrough.commitments.meeting;

import dev.followthrough.commitments.presence.PersonErased;
import dev.followthrough.events.MeetingHeld;
import dev.followthrough.events.Participant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
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

  /**
   * The meetings with a contact that took place and ended in that time, both ends included, the
   * earliest first.
   */
  public List<HeldMeeting> heldWith(UUID contactId, Instant from, Instant until) {
    return Attendance.held(contactId, from, until);
  }

  /** Whom the owner met after the first instant and up to the second, once for each meeting. */
  public List<Met> met(Instant after, Instant until) {
    return Attendance.met(after, until);
  }

  /** Notes a held meeting with those of its people who are still known. */
  public void held(MeetingHeld meeting, Collection<Participant> people) {
    note(meeting.meetingId(), MeetingStatus.HELD);
    Attendance.delete("meetingId", meeting.meetingId());
    people.stream()
        .map(Participant::contactId)
        .distinct()
        .forEach(contactId -> Attendance.of(meeting, contactId).persist());
  }

  void erased(@Observes PersonErased person) {
    Attendance.delete("contactId", person.id());
  }

  private static Optional<KnownMeeting> find(UUID meetingId) {
    return KnownMeeting.findByIdOptional(meetingId);
  }
}
