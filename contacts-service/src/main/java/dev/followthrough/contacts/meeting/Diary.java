package dev.followthrough.contacts.meeting;

import dev.followthrough.contacts.contact.Person;
import dev.followthrough.contacts.meeting.NewMeeting.NewMeetingStatus;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

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

  /**
   * @param origin how the file that brought it names it
   * @param held whom the caller holds on to, by id
   */
  public DiaryEntry schedule(
      Appointment said, List<String> topics, CalendarOrigin origin, Map<UUID, Person> held) {
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
                null,
                null),
            origin,
            held));
  }

  /**
   * Topics, notes, practice and goals stay.
   *
   * @param held whom the caller holds on to, by id
   */
  public DiaryEntry move(UUID id, Appointment said, Map<UUID, Person> held) {
    return DiaryEntry.of(
        meetings.move(
            id,
            before ->
                new MeetingFields(
                    said.kind(),
                    said.contactIds(),
                    said.startsAt(),
                    said.endsAt(),
                    said.place(),
                    said.link(),
                    before.topics(),
                    before.notes(),
                    before.practice(),
                    before.goalIds(),
                    before.answers()),
            held));
  }

  public DiaryEntry cancel(UUID id) {
    return DiaryEntry.of(meetings.cancel(id));
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
    return entries(found);
  }

  /** Those that there are, by id; held on to until the commit, always in the same order. */
  public Map<UUID, DiaryEntry> hold(Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    var found =
        Meeting.<Meeting>find("id in ?1 order by id", ids)
            .withLock(LockModeType.PESSIMISTIC_WRITE)
            .list();
    return entries(found).stream().collect(Collectors.toMap(DiaryEntry::id, Function.identity()));
  }

  private static List<DiaryEntry> entries(List<Meeting> found) {
    var attendance = Attendance.of(found.stream().map(meeting -> meeting.id).toList());
    return found.stream()
        .map(one -> DiaryEntry.of(one, attendance.getOrDefault(one.id, List.of())))
        .toList();
  }
}
