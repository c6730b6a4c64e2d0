package dev.followthrough.contacts.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What the other features may ask of the meetings. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class KnownMeetings {

  public Optional<KnownMeeting> find(UUID id) {
    return Meeting.find(id).map(meeting -> KnownMeeting.of(meeting, Attendance.of(id)));
  }

  /** The meeting, which nobody else changes until the commit. */
  public Optional<KnownMeeting> lock(UUID id) {
    return Meeting.lock(id).map(meeting -> KnownMeeting.of(meeting, Attendance.of(id)));
  }

  /**
   * When the last one-on-one with each of these that was held, or is scheduled, begins; who has
   * none is absent.
   */
  public Map<UUID, Instant> lastOneOnOne(Collection<UUID> contactIds) {
    return Attendance.lastOneOnOne(contactIds);
  }

  /** The last meetings that were held with a contact, the latest first. */
  public List<KnownMeeting> lastHeldWith(UUID contactId, int most) {
    var meetings = Attendance.lastHeldWith(contactId, most);
    var attendance = Attendance.of(meetings.stream().map(meeting -> meeting.id).toList());
    return meetings.stream()
        .map(meeting -> KnownMeeting.of(meeting, attendance.getOrDefault(meeting.id, List.of())))
        .toList();
  }
}
