package dev.followthrough.contacts.meeting;

import dev.followthrough.platform.owner.OwnedEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** That a touch was answered in a meeting. It counts while the meeting is held. */
@Entity
class MeetingAnswer extends OwnedEntity {

  UUID meetingId;
  UUID touchId;

  static MeetingAnswer of(UUID meetingId, UUID touchId) {
    var answer = new MeetingAnswer();
    answer.meetingId = meetingId;
    answer.touchId = touchId;
    return answer;
  }

  /** The touches that a meeting names, in the order in which it was told of them. */
  static List<UUID> of(UUID meetingId) {
    return of(List.of(meetingId)).getOrDefault(meetingId, List.of());
  }

  static Map<UUID, List<UUID>> of(Collection<UUID> meetingIds) {
    return meetingIds.isEmpty()
        ? Map.of()
        : MeetingAnswer.<MeetingAnswer>list("meetingId in ?1 order by id", meetingIds).stream()
            .collect(
                Collectors.groupingBy(
                    answer -> answer.meetingId,
                    Collectors.mapping(answer -> answer.touchId, Collectors.toList())));
  }

  static void forget(UUID meetingId, Collection<UUID> touchIds) {
    delete("meetingId = ?1 and touchId in ?2", meetingId, touchIds);
  }

  /** When the first held meeting in which each of these was answered ended. */
  static Map<UUID, Instant> answeredAt(Collection<UUID> touchIds) {
    return getEntityManager()
        .createQuery(
            """
            select a.touchId, min(m.endsAt) from MeetingAnswer a join Meeting m on m.id = a.meetingId
            where a.touchId in ?1 and m.status = ?2 group by a.touchId
            """,
            Object[].class)
        .setParameter(1, touchIds)
        .setParameter(2, MeetingStatus.HELD)
        .getResultStream()
        .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Instant) row[1]));
  }

  /** The meetings that name one of these, held on to, always in the same order. */
  static List<Meeting> lockMeetings(Collection<UUID> touchIds) {
    return Meeting.<Meeting>find(
            "id in (select a.meetingId from MeetingAnswer a where a.touchId in ?1) order by id",
            touchIds)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }
}
