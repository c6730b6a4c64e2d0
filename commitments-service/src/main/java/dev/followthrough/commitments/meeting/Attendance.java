package dev.followthrough.commitments.meeting;

import dev.followthrough.events.MeetingHeld;
import dev.followthrough.events.MeetingKind;
import dev.followthrough.platform.owner.OwnedEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** That a contact was at a meeting that was told as held. */
@Entity
class Attendance extends OwnedEntity {

  UUID meetingId;
  UUID contactId;

  @Enumerated(EnumType.STRING)
  MeetingKind kind;

  Instant startsAt;
  Instant endsAt;

  static Attendance of(MeetingHeld meeting, UUID contactId) {
    var attendance = new Attendance();
    attendance.meetingId = meeting.meetingId();
    attendance.contactId = contactId;
    attendance.kind = meeting.kind();
    attendance.startsAt = meeting.startsAt();
    attendance.endsAt = meeting.endsAt();
    return attendance;
  }

  /** Whom the owner met in meetings that ended in that time and were not recorded in error. */
  static List<Met> met(Instant after, Instant until) {
    return getEntityManager()
        .createQuery(
            """
            select new dev.followthrough.commitments.meeting.Met(a.contactId, a.endsAt)
            from Attendance a, KnownMeeting m
            where m.id = a.meetingId and m.status = ?1 and a.endsAt > ?2 and a.endsAt <= ?3
            """,
            Met.class)
        .setParameter(1, MeetingStatus.HELD)
        .setParameter(2, after)
        .setParameter(3, until)
        .getResultList();
  }

  /** The contact's meetings that ended in that time and were not recorded in error. */
  static List<HeldMeeting> held(UUID contactId, Instant from, Instant until) {
    return getEntityManager()
        .createQuery(
            """
            select new dev.followthrough.commitments.meeting.HeldMeeting(
                a.meetingId, a.kind, a.startsAt, a.endsAt)
            from Attendance a, KnownMeeting m
            where m.id = a.meetingId and m.status = ?1
              and a.contactId = ?2 and a.endsAt >= ?3 and a.endsAt <= ?4
            order by a.endsAt, a.id
            """,
            HeldMeeting.class)
        .setParameter(1, MeetingStatus.HELD)
        .setParameter(2, contactId)
        .setParameter(3, from)
        .setParameter(4, until)
        .getResultList();
  }
}
