package dev.followthrough.contacts.meeting;

import dev.followthrough.contacts.meeting.NewMeeting.NewMeetingStatus;
import dev.followthrough.platform.problem.Problems;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The meetings for other features, which schedule, move and cancel by the same rules as a client.
 * Who breaks one of these rules is refused, and all that they did in the transaction with it.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Diary {

  private final Meetings meetings;

  Diary(Meetings meetings) {
    this.meetings = meetings;
  }

  public DiaryEntry schedule(Appointment said, List<String> topics) {
    return DiaryEntry.of(
        meetings.create(
            new NewMeeting(
                said.kind(),
                NewMeetingStatus.SCHEDULED,
                said.contactIds(),
                said.startsAt(),
                said.endsAt(),
                said.place(),
                said.link(),
                topics,
                null,
                null,
                null)));
  }

  /** Topics, notes, practice and goals stay. */
  public DiaryEntry move(UUID id, Appointment said) {
    var meeting = Meeting.find(id).orElseThrow(() -> Problems.notFound("meeting", id));
    return DiaryEntry.of(
        meetings.move(
            id,
            new MeetingFields(
                said.kind(),
                said.contactIds(),
                said.startsAt(),
                said.endsAt(),
                said.place(),
                said.link(),
                meeting.topics,
                meeting.notes,
                meeting.practice,
                meeting.goalIds)));
  }

  public DiaryEntry cancel(UUID id) {
    return DiaryEntry.of(meetings.cancel(id));
  }

  public Optional<DiaryEntry> find(UUID id) {
    return Meeting.find(id).map(one -> DiaryEntry.of(meetings.get(id)));
  }

  /**
   * @throws dev.followthrough.platform.problem.ProblemException 404 when there is no such meeting
   */
  public DiaryEntry get(UUID id) {
    return DiaryEntry.of(meetings.get(id));
  }

  /** Those that start within this time, the first first. */
  public List<DiaryEntry> between(Instant from, Instant to, int limit) {
    var found =
        Meeting.<Meeting>find("startsAt >= ?1 and startsAt < ?2 order by startsAt, id", from, to)
            .page(Page.ofSize(limit))
            .list();
    var attendance = Attendance.of(found.stream().map(meeting -> meeting.id).toList());
    return found.stream()
        .map(one -> DiaryEntry.of(one, attendance.getOrDefault(one.id, List.of())))
        .toList();
  }

  /** Holds on to these until the commit, always in the same order. */
  public void hold(Collection<UUID> ids) {
    if (!ids.isEmpty()) {
      Meeting.find("id in ?1 order by id", ids).withLock(LockModeType.PESSIMISTIC_WRITE).list();
    }
  }
}
