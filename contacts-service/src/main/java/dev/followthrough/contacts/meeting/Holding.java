package dev.followthrough.contacts.meeting;

import dev.followthrough.contacts.contact.Person;
import dev.followthrough.contacts.recency.LastTouches;
import dev.followthrough.events.MeetingKind;
import dev.followthrough.platform.outbox.Outbox;
import dev.followthrough.platform.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What follows when a meeting took place: its agreement opens, it was contact with everybody, the
 * touches that it names are answered, and an event asks for verdicts. Voided, it takes all of that
 * back, but for the agreement, of which commitments-service decides. Whoever holds or voids one
 * holds on to it.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Holding {

  private final Participants participants;
  private final MeetingAnswers answers;
  private final LastTouches lastTouches;
  private final Event<EventHeld> eventHeld;
  private final Event<MeetingTakenBack> takenBack;
  private final Outbox outbox;
  private final BusinessTime time;

  Holding(
      Participants participants,
      MeetingAnswers answers,
      LastTouches lastTouches,
      Event<EventHeld> eventHeld,
      Event<MeetingTakenBack> takenBack,
      Outbox outbox,
      BusinessTime time) {
    this.participants = participants;
    this.answers = answers;
    this.lastTouches = lastTouches;
    this.eventHeld = eventHeld;
    this.takenBack = takenBack;
    this.outbox = outbox;
    this.time = time;
  }

  /**
   * To be said before it is written for the first time: a new one is written as it is held.
   *
   * @param people who took part, held on to
   * @param answered the touches that it is said to have answered, not looked at yet
   */
  void hold(
      Meeting meeting, List<Attendance> attendance, List<Person> people, List<UUID> answered) {
    var practiceOff = meeting.practice != null && meeting.practice.leavesOut();
    var agreement =
        AgreementRule.decide(meeting.kind, practiceOff, meeting.endsAt, people, time.now());
    var with = agreement.with().stream().map(one -> one.contactId()).collect(Collectors.toSet());
    attendance.forEach(one -> one.inAgreement = with.contains(one.contactId));
    outbox.append(meeting.hold(Participants.named(people), agreement, answered, time.now()));
  }

  /**
   * To be said once it is written, for what follows from it is read from what is written.
   *
   * @return the touches that were answered in it
   */
  List<UUID> tookPlace(Meeting meeting, List<Person> people, List<UUID> answered) {
    var contactIds = people.stream().map(Person::id).toList();
    var named = answered.isEmpty() ? answered : answers.say(meeting, contactIds, answered);
    lastTouches.touched(contactIds, meeting.endsAt);
    if (meeting.kind == MeetingKind.EVENT) {
      eventHeld.fire(new EventHeld(meeting.id, meeting.endsAt, contactIds));
    }
    return named;
  }

  /**
   * These touches and no others were answered in it; its contacts are held on to.
   *
   * @return the same, in the order in which it was told of them
   */
  List<UUID> answer(Meeting held, List<UUID> contactIds, List<UUID> answered) {
    var named = answers.say(held, contactIds, answered);
    lastTouches.recount(contactIds);
    return named;
  }

  void voidIt(RecordedMeeting held) {
    var meeting = held.meeting();
    participants.held(held.contactIds());
    outbox.append(meeting.voidIt(time.now()));
    takenBack.fire(new MeetingTakenBack(meeting.id));
    Meeting.flush();
    answers.settle(meeting.id);
    lastTouches.recount(held.contactIds());
  }

  /** It was held after all, since something had been promised in it. */
  void revertVoid(Meeting meeting, List<UUID> contactIds) {
    participants.held(contactIds);
    outbox.append(meeting.revertVoid(time.now()));
    Meeting.flush();
    answers.settle(meeting.id);
    lastTouches.touched(contactIds, meeting.endsAt);
  }
}
