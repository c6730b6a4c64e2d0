package dev.followthrough.contacts.verdict;

import dev.followthrough.contacts.circle.KnownContact;
import dev.followthrough.contacts.contact.Contacts;
import dev.followthrough.contacts.meeting.KnownMeeting;
import dev.followthrough.contacts.meeting.KnownMeetings;
import dev.followthrough.events.MeetingKind;
import dev.followthrough.platform.http.Preconditions;
import dev.followthrough.platform.outbox.Outbox;
import dev.followthrough.platform.problem.Problems;
import dev.followthrough.platform.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** What is to come of the people met at events: giving verdicts and finding who has none yet. */
@ApplicationScoped
public class Verdicts {

  /**
   * Somebody met at an event, as they are known.
   *
   * @param seenAgain whether a one-on-one after the event is scheduled or was held
   */
  record Judged(PersonMet met, KnownContact contact, boolean seenAgain) {}

  private final KnownMeetings meetings;
  private final Contacts contacts;
  private final Outbox outbox;
  private final Preconditions preconditions;
  private final BusinessTime time;

  Verdicts(
      KnownMeetings meetings,
      Contacts contacts,
      Outbox outbox,
      Preconditions preconditions,
      BusinessTime time) {
    this.meetings = meetings;
    this.contacts = contacts;
    this.outbox = outbox;
    this.preconditions = preconditions;
    this.time = time;
  }

  /** The verdict from now on; the same one again changes nothing. */
  @Transactional
  Judged give(UUID meetingId, UUID contactId, VerdictFields verdict) {
    // meetings are held before contacts, as by whoever holds one
    requireHeldEvent(
        meetings.lock(meetingId).orElseThrow(() -> Problems.notFound("meeting", meetingId)));
    var person = contacts.hold(contactId).orElseThrow(() -> contacts.missing(contactId));
    var met =
        PersonMet.lock(meetingId, contactId)
            .orElseThrow(
                () ->
                    VerdictProblems.NOT_MET.because(
                        "%s took no part in it.".formatted(person.name())));
    preconditions.requireMatchOf(VerdictView.of(judged(List.of(met)).getFirst()));
    met.give(verdict, time.now()).ifPresent(outbox::append);
    PersonMet.flush();
    return judged(List.of(met)).getFirst();
  }

  /** Everybody met at an event, in the order in which the meeting names them. */
  @Transactional
  List<Judged> at(UUID meetingId) {
    requireHeldEvent(
        meetings.find(meetingId).orElseThrow(() -> Problems.notFound("meeting", meetingId)));
    return judged(PersonMet.at(meetingId));
  }

  /** Those of all events still without a verdict, the first to be due first. */
  @Transactional
  List<Judged> waiting(Instant afterDueAt, UUID afterId, int limit) {
    return judged(PersonMet.waiting(afterDueAt, afterId, limit));
  }

  /** Why the owner wants to meet this contact again, if that is their last verdict. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<String> mutualValue(UUID contactId) {
    return PersonMet.lastJudged(contactId).map(met -> met.mutualValue);
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public void eraseContact(UUID contactId) {
    PersonMet.delete("contactId", contactId);
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public void eraseAll() {
    PersonMet.deleteAll();
  }

  private static void requireHeldEvent(KnownMeeting meeting) {
    if (meeting.kind() != MeetingKind.EVENT) {
      throw VerdictProblems.NO_EVENT.because("It is of another kind.");
    }
    if (!meeting.isHeld()) {
      throw VerdictProblems.NOT_HELD.because("It does not count as held.");
    }
  }

  private List<Judged> judged(List<PersonMet> met) {
    var contactIds = met.stream().map(one -> one.contactId).toList();
    var lastOneOnOne = meetings.lastOneOnOne(contactIds);
    var byId =
        contacts.known(contactIds).stream().collect(Collectors.toMap(KnownContact::id, one -> one));
    return met.stream()
        .filter(one -> byId.containsKey(one.contactId))
        .map(one -> new Judged(one, byId.get(one.contactId), isAfter(one, lastOneOnOne)))
        .toList();
  }

  private static boolean isAfter(PersonMet met, Map<UUID, Instant> oneOnOnes) {
    var startsAt = oneOnOnes.get(met.contactId);
    return startsAt != null && !startsAt.isBefore(met.metAt);
  }
}
