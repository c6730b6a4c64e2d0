package dev.followthrough.contacts.verdict;

import dev.followthrough.contacts.contact.Contacts;
import dev.followthrough.contacts.contact.Person;
import dev.followthrough.contacts.meeting.EventHeld;
import dev.followthrough.contacts.meeting.MeetingTakenBack;
import dev.followthrough.contacts.presence.PersonRemoved;
import dev.followthrough.contacts.presence.PersonRestored;
import dev.followthrough.events.Participant;
import dev.followthrough.events.VerdictsOverdue;
import dev.followthrough.platform.duework.DueHandler;
import dev.followthrough.platform.duework.DueWork;
import dev.followthrough.platform.outbox.Outbox;
import dev.followthrough.platform.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Who of an event has a verdict to get, from when it is held until it is voided, and that some have
 * none in time: told once for the event, naming all of them, and once more only when somebody comes
 * back who was removed at that time.
 */
@ApplicationScoped
class OverdueVerdicts implements DueHandler {

  private static final String KIND = "verdicts.overdue";

  private final Contacts contacts;
  private final DueWork dueWork;
  private final Outbox outbox;
  private final BusinessTime time;

  OverdueVerdicts(Contacts contacts, DueWork dueWork, Outbox outbox, BusinessTime time) {
    this.contacts = contacts;
    this.dueWork = dueWork;
    this.outbox = outbox;
    this.time = time;
  }

  void held(@Observes EventHeld event) {
    var now = time.now();
    for (var place = 0; place < event.contactIds().size(); place++) {
      var contactId = event.contactIds().get(place);
      PersonMet.at(event.meetingId(), contactId, place, event.endedAt(), now).persist();
    }
    dueWork.schedule(KIND, event.meetingId(), VerdictRule.dueAt(event.endedAt(), now));
  }

  void voided(@Observes MeetingTakenBack meeting) {
    PersonMet.delete("meetingId", meeting.meetingId());
    dueWork.cancel(KIND, meeting.meetingId());
  }

  void gone(@Observes PersonRemoved person) {
    PersonMet.lockAllOf(person.id()).forEach(met -> met.hidden = true);
  }

  void back(@Observes PersonRestored person) {
    for (var met : PersonMet.lockAllOf(person.id())) {
      met.hidden = false;
      if (met.isWaiting() && !met.told) {
        dueWork.schedule(KIND, met.meetingId, met.dueAt);
      }
    }
  }

  @Override
  public String kind() {
    return KIND;
  }

  /** Verdicts come before their due work, as they do for whoever gives one. */
  @Override
  public void beforeClaim() {
    PersonMet.lockUntold(time.now());
  }

  @Override
  public void run(UUID meetingId, Instant dueAt) {
    var without = PersonMet.at(meetingId).stream().filter(PersonMet::isWaiting).toList();
    if (without.stream().allMatch(met -> met.told)) {
      return;
    }
    outbox.append(new VerdictsOverdue(meetingId, without.getFirst().metAt, named(without)));
    without.forEach(met -> met.told = true);
  }

  private List<Participant> named(List<PersonMet> without) {
    var names =
        contacts.people(without.stream().map(met -> met.contactId).toList()).stream()
            .collect(Collectors.toMap(Person::id, Person::name));
    return without.stream()
        .filter(met -> names.containsKey(met.contactId))
        .map(met -> new Participant(met.contactId, names.get(met.contactId)))
        .toList();
  }
}
