package dev.followthrough.contacts.meeting;

import dev.followthrough.contacts.contact.Person;
import dev.followthrough.contacts.goal.GoalNames;
import dev.followthrough.contacts.goal.GoalSubject;
import dev.followthrough.contacts.recency.LastTouches;
import dev.followthrough.platform.http.Preconditions;
import dev.followthrough.platform.json.MergePatch;
import dev.followthrough.platform.outbox.Outbox;
import dev.followthrough.platform.problem.Problems;
import dev.followthrough.platform.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Meetings from the diary to the record: scheduling, changing, holding, cancelling, voiding. */
@ApplicationScoped
public class Meetings {

  private final Participants participants;
  private final GoalNames goals;
  private final LastTouches lastTouches;
  private final Outbox outbox;
  private final Preconditions preconditions;
  private final BusinessTime time;

  Meetings(
      Participants participants,
      GoalNames goals,
      LastTouches lastTouches,
      Outbox outbox,
      Preconditions preconditions,
      BusinessTime time) {
    this.participants = participants;
    this.goals = goals;
    this.lastTouches = lastTouches;
    this.outbox = outbox;
    this.preconditions = preconditions;
    this.time = time;
  }

  @Transactional
  RecordedMeeting create(NewMeeting recorded) {
    var people = participants.invited(recorded.contactIds());
    var meeting = new Meeting();
    meeting.record(recorded.fields(), time.now());
    if (recorded.isHeld()) {
      requireOver(meeting);
    }
    meeting.persist();
    goals.say(GoalSubject.MEETING, meeting.id, recorded.goalIds());
    var attendance = Attendance.invite(meeting.id, recorded.contactIds());
    if (recorded.isHeld()) {
      hold(meeting, attendance, people);
    } else {
      outbox.append(meeting.schedule(Participants.named(people)));
    }
    Meeting.flush();
    return new RecordedMeeting(meeting, attendance);
  }

  @Transactional
  RecordedMeeting get(UUID id) {
    var meeting = Meeting.find(id).orElseThrow(() -> Problems.notFound("meeting", id));
    return new RecordedMeeting(meeting, Attendance.of(id));
  }

  @Transactional
  List<RecordedMeeting> list(MeetingSearch search) {
    var meetings = search.find();
    var attendance = Attendance.of(meetings.stream().map(meeting -> meeting.id).toList());
    return meetings.stream()
        .map(
            meeting -> new RecordedMeeting(meeting, attendance.getOrDefault(meeting.id, List.of())))
        .toList();
  }

  @Transactional
  RecordedMeeting change(UUID id, MergePatch<MeetingFields> patch) {
    var before = lock(id);
    var fields = patch.applyTo(before.meeting().fields(before.contactIds()));
    return say(before, fields, patch.names("goalIds"));
  }

  private RecordedMeeting say(RecordedMeeting before, MeetingFields fields, boolean namesGoals) {
    var meeting = before.meeting();
    var id = meeting.id;
    var moved = !sameFixedParts(fields, meeting.fields(before.contactIds()));
    if (moved && !meeting.isScheduled()) {
      throw MeetingProblems.FIXED.because(
          "The meeting is %s: its kind, times, people and practice stay."
              .formatted(meeting.status.name().toLowerCase(java.util.Locale.ROOT)));
    }
    // contacts are held before goals, as everywhere
    List<Person> people = moved ? participants.invited(fields.contactIds()) : List.of();
    if (namesGoals) {
      goals.say(GoalSubject.MEETING, id, fields.goalIds());
    }
    meeting.say(fields, time.now());
    var attendance = before.attendance();
    if (moved) {
      if (!fields.contactIds().equals(before.contactIds())) {
        attendance = Attendance.replace(id, fields.contactIds());
      }
      outbox.append(meeting.changed(Participants.named(people)));
    }
    Meeting.flush();
    return new RecordedMeeting(meeting, attendance);
  }

  /** The same, said by somebody else than a client's patch. */
  @Transactional
  RecordedMeeting move(UUID id, MeetingFields fields) {
    return say(lock(id), fields, false);
  }

  @Transactional
  RecordedMeeting hold(UUID id) {
    var planned = lock(id);
    requireScheduled(planned.meeting());
    requireOver(planned.meeting());
    hold(planned.meeting(), planned.attendance(), participants.present(planned.contactIds()));
    Meeting.flush();
    return planned;
  }

  @Transactional
  RecordedMeeting cancel(UUID id) {
    var planned = lock(id);
    requireScheduled(planned.meeting());
    outbox.append(planned.meeting().cancel(time.now()));
    Meeting.flush();
    return planned;
  }

  @Transactional
  RecordedMeeting voidMeeting(UUID id) {
    var held = lock(id);
    requireVoidable(held.meeting());
    outbox.append(held.meeting().voidIt(time.now()));
    Meeting.flush();
    lastTouches.recount(held.contactIds());
    return held;
  }

  private RecordedMeeting lock(UUID id) {
    var meeting = Meeting.lock(id).orElseThrow(() -> Problems.notFound("meeting", id));
    preconditions.requireMatch(meeting.version);
    return new RecordedMeeting(meeting, Attendance.of(id));
  }

  private void hold(Meeting meeting, List<Attendance> attendance, List<Person> people) {
    var practiceOff = meeting.practice != null && meeting.practice.isOff();
    var agreement =
        AgreementRule.decide(meeting.kind, practiceOff, meeting.endsAt, people, time.now());
    var with = agreement.with().stream().map(one -> one.contactId()).collect(Collectors.toSet());
    attendance.forEach(one -> one.inAgreement = with.contains(one.contactId));
    outbox.append(meeting.hold(Participants.named(people), agreement, time.now()));
    lastTouches.touched(people.stream().map(Person::id).toList(), meeting.endsAt);
  }

  private void requireOver(Meeting meeting) {
    if (meeting.endsAt.isAfter(time.now())) {
      throw MeetingProblems.NOT_OVER
          .because("It ends at %s.".formatted(meeting.endsAt))
          .with("endsAt", meeting.endsAt.toString());
    }
  }

  private static void requireScheduled(Meeting meeting) {
    switch (meeting.status) {
      case SCHEDULED -> {}
      case HELD -> throw MeetingProblems.ALREADY_HELD.because("It counts as held.");
      case CANCELLED -> throw MeetingProblems.ALREADY_CANCELLED.because("It was cancelled.");
      case VOIDED -> throw MeetingProblems.ALREADY_VOIDED.because("It was voided.");
    }
  }

  private static void requireVoidable(Meeting meeting) {
    switch (meeting.status) {
      case SCHEDULED -> throw MeetingProblems.NOT_HELD.because("It is still scheduled.");
      case HELD -> {
        if (meeting.promised) {
          throw MeetingProblems.PROMISED.because("Something was promised in its agreement.");
        }
      }
      case CANCELLED -> throw MeetingProblems.ALREADY_CANCELLED.because("It was cancelled.");
      case VOIDED -> throw MeetingProblems.ALREADY_VOIDED.because("It was voided.");
    }
  }

  private static boolean sameFixedParts(MeetingFields one, MeetingFields other) {
    return one.kind() == other.kind()
        && one.startsAt().equals(other.startsAt())
        && one.endsAt().equals(other.endsAt())
        && one.contactIds().equals(other.contactIds())
        && java.util.Objects.equals(one.practice(), other.practice());
  }
}
