package dev.followthrough.contacts.meeting;

import dev.followthrough.contacts.contact.Person;
import dev.followthrough.contacts.goal.GoalNames;
import dev.followthrough.contacts.goal.GoalSubject;
import dev.followthrough.platform.http.Preconditions;
import dev.followthrough.platform.json.MergePatch;
import dev.followthrough.platform.outbox.Outbox;
import dev.followthrough.platform.problem.Problems;
import dev.followthrough.platform.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Meetings from the diary to the record: scheduling, changing, holding, cancelling, voiding. */
@ApplicationScoped
public class Meetings {

  private final Participants participants;
  private final GoalNames goals;
  private final Holding holding;
  private final Unconfirmed unconfirmed;
  private final Outbox outbox;
  private final Preconditions preconditions;
  private final BusinessTime time;

  Meetings(
      Participants participants,
      GoalNames goals,
      Holding holding,
      Unconfirmed unconfirmed,
      Outbox outbox,
      Preconditions preconditions,
      BusinessTime time) {
    this.participants = participants;
    this.goals = goals;
    this.holding = holding;
    this.unconfirmed = unconfirmed;
    this.outbox = outbox;
    this.preconditions = preconditions;
    this.time = time;
  }

  @Transactional
  RecordedMeeting create(NewMeeting recorded) {
    return create(recorded, CalendarOrigin.NONE, Map.of());
  }

  /**
   * @param held whom the caller holds on to, by id
   */
  @Transactional
  RecordedMeeting create(NewMeeting recorded, CalendarOrigin origin, Map<UUID, Person> held) {
    var people = participants.invited(recorded.contactIds(), held);
    var meeting = new Meeting();
    var fields = recorded.fields();
    meeting.record(fields, origin, time.now());
    if (recorded.held()) {
      MeetingChecks.requireOver(meeting, time.now());
    }
    if (recorded.goalIds() != null) {
      goals.say(GoalSubject.MEETING, meeting.id, recorded.goalIds());
    }
    var attendance = Attendance.planned(meeting.id, recorded.contactIds());
    if (recorded.held()) {
      holding.hold(meeting, attendance, people, fields.answersOrNone());
    } else {
      outbox.append(meeting.schedule(Participants.named(people)));
      unconfirmed.askAtEndOf(meeting);
    }
    // once they say all that is to be written
    meeting.persist();
    Attendance.persist(attendance);
    Meeting.flush();
    var answered =
        recorded.held()
            ? holding.tookPlace(meeting, people, fields.answersOrNone())
            : List.<UUID>of();
    return new RecordedMeeting(meeting, attendance, answered, time.now());
  }

  /** The same for another feature, in its transaction. */
  @Transactional(Transactional.TxType.MANDATORY)
  public LoggedMeeting log(NewMeeting recorded, boolean withPrivateParts) {
    var made = create(recorded);
    return new LoggedMeeting(MeetingView.of(made, withPrivateParts), made.meeting().version);
  }

  @Transactional
  RecordedMeeting get(UUID id) {
    var meeting = Meeting.find(id).orElseThrow(() -> Problems.notFound("meeting", id));
    return recorded(meeting);
  }

  @Transactional
  List<RecordedMeeting> list(MeetingSearch search) {
    var now = time.now();
    var meetings = search.find(now);
    var ids = meetings.stream().map(meeting -> meeting.id).toList();
    var attendance = Attendance.of(ids);
    var answered = MeetingAnswer.of(ids);
    return meetings.stream()
        .map(
            meeting ->
                new RecordedMeeting(
                    meeting,
                    attendance.getOrDefault(meeting.id, List.of()),
                    answered.getOrDefault(meeting.id, List.of()),
                    now))
        .toList();
  }

  @Transactional
  RecordedMeeting change(UUID id, MergePatch<MeetingFields> patch) {
    var before = lock(id);
    var fields = patch.applyTo(before.fields());
    return say(before, fields, patch.names("goalIds"), Map.of());
  }

  private RecordedMeeting say(
      RecordedMeeting before, MeetingFields fields, boolean namesGoals, Map<UUID, Person> held) {
    var meeting = before.meeting();
    var id = meeting.id;
    var said = before.fields();
    var changed = MeetingDifferences.between(said, fields);
    var moved = MeetingChecks.moves(said, fields);
    if (moved) {
      MeetingChecks.requireMovable(meeting);
    }
    var answering = changed.contains("answers");
    if (answering) {
      MeetingChecks.requireHeldToAnswer(meeting);
      participants.held(before.contactIds());
    }
    // contacts are held before goals, as everywhere
    List<Person> people = moved ? participants.invited(fields.contactIds(), held) : List.of();
    if (namesGoals) {
      goals.say(GoalSubject.MEETING, id, fields.goalIds());
    }
    meeting.say(fields, time.now());
    var attendance = before.attendance();
    if (moved) {
      if (!fields.contactIds().equals(before.contactIds())) {
        attendance = Attendance.replace(id, fields.contactIds());
      }
      unconfirmed.askAtEndOf(meeting);
    }
    if (!changed.isEmpty()) {
      var present =
          moved ? Participants.named(people) : participants.remaining(before.contactIds());
      outbox.append(meeting.changed(present, changed, fields.answersOrNone()));
    }
    Meeting.flush();
    var answered =
        answering
            ? holding.answer(meeting, before.contactIds(), fields.answersOrNone())
            : before.answers();
    return new RecordedMeeting(meeting, attendance, answered, time.now());
  }

  /** The same, said by somebody else than a client's patch, who holds on to these. */
  @Transactional
  RecordedMeeting move(UUID id, UnaryOperator<MeetingFields> patch, Map<UUID, Person> held) {
    var before = lock(id);
    return say(before, patch.apply(before.fields()), false, held);
  }

  @Transactional
  RecordedMeeting hold(UUID id) {
    var planned = lock(id);
    MeetingChecks.requireScheduled(planned.meeting());
    MeetingChecks.requireOver(planned.meeting(), time.now());
    var people = participants.present(planned.contactIds());
    holding.hold(planned.meeting(), planned.attendance(), people, List.of());
    unconfirmed.settled(id);
    Meeting.flush();
    holding.tookPlace(planned.meeting(), people, List.of());
    return planned;
  }

  @Transactional
  RecordedMeeting cancel(UUID id) {
    var planned = lock(id);
    MeetingChecks.requireScheduled(planned.meeting());
    outbox.append(planned.meeting().cancel(time.now()));
    unconfirmed.settled(id);
    Meeting.flush();
    return planned;
  }

  @Transactional
  RecordedMeeting voidMeeting(UUID id) {
    var held = lock(id);
    MeetingChecks.requireVoidable(held.meeting());
    holding.voidIt(held);
    return held;
  }

  private RecordedMeeting lock(UUID id) {
    var meeting = Meeting.lock(id).orElseThrow(() -> Problems.notFound("meeting", id));
    preconditions.requireMatch(meeting.version);
    return recorded(meeting);
  }

  private RecordedMeeting recorded(Meeting meeting) {
    return new RecordedMeeting(
        meeting, Attendance.of(meeting.id), MeetingAnswer.of(meeting.id), time.now());
  }
}
