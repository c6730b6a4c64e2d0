package dev.followthrough.contacts.meeting;

import dev.followthrough.contacts.contact.Person;
import dev.followthrough.contacts.goal.GoalNames;
import dev.followthrough.contacts.goal.GoalSubject;
import dev.followthrough.contacts.recency.LastTouches;
import dev.followthrough.events.MeetingKind;
import dev.followthrough.platform.http.Preconditions;
import dev.followthrough.platform.json.MergePatch;
import dev.followthrough.platform.outbox.Outbox;
import dev.followthrough.platform.problem.Problems;
import dev.followthrough.platform.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Meetings from the diary to the record: scheduling, changing, holding, cancelling, voiding. */
@ApplicationScoped
public class Meetings {

  private final Participants participants;
  private final GoalNames goals;
  private final LastTouches lastTouches;
  private final Unconfirmed unconfirmed;
  private final Event<EventHeld> eventHeld;
  private final Event<MeetingTakenBack> voided;
  private final Outbox outbox;
  private final Preconditions preconditions;
  private final BusinessTime time;

  Meetings(
      Participants participants,
      GoalNames goals,
      LastTouches lastTouches,
      Unconfirmed unconfirmed,
      Event<EventHeld> eventHeld,
      Event<MeetingTakenBack> voided,
      Outbox outbox,
      Preconditions preconditions,
      BusinessTime time) {
    this.participants = participants;
    this.goals = goals;
    this.lastTouches = lastTouches;
    this.unconfirmed = unconfirmed;
    this.eventHeld = eventHeld;
    this.voided = voided;
    this.outbox = outbox;
    this.preconditions = preconditions;
    this.time = time;
  }

  @Transactional
  RecordedMeeting create(NewMeeting recorded) {
    return create(recorded, Map.of());
  }

  /**
   * @param held whom the caller holds on to, by id
   */
  @Transactional
  RecordedMeeting create(NewMeeting recorded, Map<UUID, Person> held) {
    var people = participants.invited(recorded.contactIds(), held);
    var meeting = new Meeting();
    meeting.record(recorded.fields(), time.now());
    if (recorded.held()) {
      MeetingChecks.requireOver(meeting, time.now());
    }
    if (recorded.goalIds() != null) {
      goals.say(GoalSubject.MEETING, meeting.id, recorded.goalIds());
    }
    var attendance = Attendance.planned(meeting.id, recorded.contactIds());
    if (recorded.held()) {
      hold(meeting, attendance, people);
    } else {
      outbox.append(meeting.schedule(Participants.named(people)));
      unconfirmed.askAtEndOf(meeting);
    }
    // once they say all that is to be written
    meeting.persist();
    Attendance.persist(attendance);
    Meeting.flush();
    if (recorded.held()) {
      tookPlace(meeting, people);
    }
    return recorded(meeting, attendance);
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
    return recorded(meeting, Attendance.of(id));
  }

  @Transactional
  List<RecordedMeeting> list(MeetingSearch search) {
    var now = time.now();
    var meetings = search.find(now);
    var attendance = Attendance.of(meetings.stream().map(meeting -> meeting.id).toList());
    return meetings.stream()
        .map(
            meeting ->
                new RecordedMeeting(meeting, attendance.getOrDefault(meeting.id, List.of()), now))
        .toList();
  }

  @Transactional
  RecordedMeeting change(UUID id, MergePatch<MeetingFields> patch) {
    var before = lock(id);
    var fields = patch.applyTo(before.meeting().fields(before.contactIds()));
    return say(before, fields, patch.names("goalIds"), Map.of());
  }

  private RecordedMeeting say(
      RecordedMeeting before, MeetingFields fields, boolean namesGoals, Map<UUID, Person> held) {
    var meeting = before.meeting();
    var id = meeting.id;
    var said = meeting.fields(before.contactIds());
    var moved = MeetingChecks.moves(said, fields);
    if (moved) {
      MeetingChecks.requireMovable(meeting);
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
    var changed = MeetingDifferences.between(said, fields);
    if (!changed.isEmpty()) {
      var present =
          moved ? Participants.named(people) : participants.remaining(before.contactIds());
      outbox.append(meeting.changed(present, changed));
    }
    Meeting.flush();
    return recorded(meeting, attendance);
  }

  /** The same, said by somebody else than a client's patch, who holds on to these. */
  @Transactional
  RecordedMeeting move(UUID id, UnaryOperator<MeetingFields> patch, Map<UUID, Person> held) {
    var before = lock(id);
    return say(before, patch.apply(before.meeting().fields(before.contactIds())), false, held);
  }

  @Transactional
  RecordedMeeting hold(UUID id) {
    var planned = lock(id);
    MeetingChecks.requireScheduled(planned.meeting());
    MeetingChecks.requireOver(planned.meeting(), time.now());
    var people = participants.present(planned.contactIds());
    hold(planned.meeting(), planned.attendance(), people);
    unconfirmed.settled(id);
    Meeting.flush();
    tookPlace(planned.meeting(), people);
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
    outbox.append(held.meeting().voidIt(time.now()));
    voided.fire(new MeetingTakenBack(id));
    Meeting.flush();
    lastTouches.recount(held.contactIds());
    return held;
  }

  private RecordedMeeting lock(UUID id) {
    var meeting = Meeting.lock(id).orElseThrow(() -> Problems.notFound("meeting", id));
    preconditions.requireMatch(meeting.version);
    return recorded(meeting, Attendance.of(id));
  }

  private RecordedMeeting recorded(Meeting meeting, List<Attendance> attendance) {
    return new RecordedMeeting(meeting, attendance, time.now());
  }

  private void hold(Meeting meeting, List<Attendance> attendance, List<Person> people) {
    var practiceOff = meeting.practice != null && meeting.practice.leavesOut();
    var agreement =
        AgreementRule.decide(meeting.kind, practiceOff, meeting.endsAt, people, time.now());
    var with = agreement.with().stream().map(one -> one.contactId()).collect(Collectors.toSet());
    attendance.forEach(one -> one.inAgreement = with.contains(one.contactId));
    outbox.append(meeting.hold(Participants.named(people), agreement, time.now()));
  }

  /** To be said once it is written, for what follows from it is read from what is written. */
  private void tookPlace(Meeting meeting, List<Person> people) {
    var contactIds = people.stream().map(Person::id).toList();
    lastTouches.touched(contactIds, meeting.endsAt);
    if (meeting.kind == MeetingKind.EVENT) {
      eventHeld.fire(new EventHeld(meeting.id, meeting.endsAt, contactIds));
    }
  }
}
