package dev.followthrough.contacts.meeting;

import dev.followthrough.contacts.meeting.HeldMeetings.LastTopic;
import dev.followthrough.events.MeetingKind;
import dev.followthrough.platform.owner.OwnedEntity;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.query.NativeQuery;

/** That a contact takes part in a meeting, and whether the meeting's agreement is with them too. */
@Entity
class Attendance extends OwnedEntity {

  UUID meetingId;
  UUID contactId;
  int place;
  boolean inAgreement;

  static List<Attendance> of(UUID meetingId) {
    return list("meetingId = ?1 order by place", meetingId);
  }

  static Map<UUID, List<Attendance>> of(Collection<UUID> meetingIds) {
    return Attendance.<Attendance>list("meetingId in ?1 order by place", meetingIds).stream()
        .collect(Collectors.groupingBy(one -> one.meetingId));
  }

  static List<UUID> meetingsWith(UUID contactId) {
    return Attendance.<Attendance>list("contactId", contactId).stream()
        .map(one -> one.meetingId)
        .toList();
  }

  /** The scheduled meetings with this contact about which nobody was asked. */
  static List<Meeting> unaskedWith(UUID contactId) {
    return getEntityManager()
        .createQuery(
            """
            select m from Attendance a join Meeting m on m.id = a.meetingId
            where a.contactId = ?1 and m.status = ?2 and m.asked = false
            """,
            Meeting.class)
        .setParameter(1, contactId)
        .setParameter(2, MeetingStatus.SCHEDULED)
        .getResultList();
  }

  /** The last held meetings with this contact, the latest first. */
  static List<Meeting> lastHeldWith(UUID contactId, int most) {
    return getEntityManager()
        .createQuery(
            """
            select m from Attendance a join Meeting m on m.id = a.meetingId
            where a.contactId = ?1 and m.status = ?2 order by m.endsAt desc, m.id desc
            """,
            Meeting.class)
        .setParameter(1, contactId)
        .setParameter(2, MeetingStatus.HELD)
        .setMaxResults(most)
        .getResultList();
  }

  /** When each of these contacts' last held meeting ended. */
  static Map<UUID, Instant> lastHeld(Collection<UUID> contactIds) {
    return getEntityManager()
        .createQuery(
            """
            select a.contactId, max(m.endsAt) from Attendance a join Meeting m on m.id = a.meetingId
            where a.contactId in ?1 and m.status = ?2 group by a.contactId
            """,
            Object[].class)
        .setParameter(1, contactIds)
        .setParameter(2, MeetingStatus.HELD)
        .getResultStream()
        .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Instant) row[1]));
  }

  /** When the last one-on-one with each of these that was held, or is scheduled, begins. */
  static Map<UUID, Instant> lastOneOnOne(Collection<UUID> contactIds) {
    return getEntityManager()
        .createQuery(
            """
            select a.contactId, max(m.startsAt) from Attendance a join Meeting m on m.id = a.meetingId
            where a.contactId in ?1 and m.kind = ?2 and m.status in ?3 group by a.contactId
            """,
            Object[].class)
        .setParameter(1, contactIds)
        .setParameter(2, MeetingKind.ONE_ON_ONE)
        .setParameter(3, List.of(MeetingStatus.SCHEDULED, MeetingStatus.HELD))
        .getResultStream()
        .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Instant) row[1]));
  }

  static int heldWith(UUID contactId) {
    return getEntityManager()
        .createQuery(
            """
            select count(*) from Attendance a join Meeting m on m.id = a.meetingId
            where a.contactId = ?1 and m.status = ?2
            """,
            Long.class)
        .setParameter(1, contactId)
        .setParameter(2, MeetingStatus.HELD)
        .getSingleResult()
        .intValue();
  }

  /** The first topic of the last held meeting with each of these in which there was one. */
  static List<LastTopic> lastTopics(Collection<UUID> contactIds) {
    List<Object[]> rows =
        getEntityManager()
            .createNativeQuery(
                """
                select distinct on (a.contact_id) a.contact_id, m.ends_at, m.topics ->> 0 as topic
                from attendance a join meeting m on m.owner_id = a.owner_id and m.id = a.meeting_id
                where a.contact_id in (?1) and m.status = 'HELD' and m.topics ->> 0 is not null
                order by a.contact_id, m.ends_at desc
                """,
                Object[].class)
            .unwrap(NativeQuery.class)
            .addScalar("contact_id", UUID.class)
            .addScalar("ends_at", Instant.class)
            .addScalar("topic", String.class)
            .setParameterList(1, contactIds)
            .getResultList();
    return rows.stream()
        .map(row -> new LastTopic((UUID) row[0], (Instant) row[1], (String) row[2]))
        .toList();
  }

  /** Not written yet. */
  static List<Attendance> planned(UUID meetingId, List<UUID> contactIds) {
    var invited = new ArrayList<Attendance>();
    for (var contactId : contactIds) {
      var one = new Attendance();
      one.meetingId = meetingId;
      one.contactId = contactId;
      one.place = invited.size();
      invited.add(one);
    }
    return invited;
  }

  /** Puts these contacts in the place of whoever was to take part. */
  static List<Attendance> replace(UUID meetingId, List<UUID> contactIds) {
    delete("meetingId", meetingId);
    var others = planned(meetingId, contactIds);
    persist(others);
    return others;
  }
}
