package dev.followthrough.contacts.meeting;

import dev.followthrough.contacts.contact.Person;
import dev.followthrough.events.MeetingKind;
import dev.followthrough.events.NoAgreement;
import dev.followthrough.events.OneWeek;
import dev.followthrough.events.Participant;
import java.time.Instant;
import java.util.List;

/**
 * Whether a held meeting opens an agreement, and with whom. An event never does; practice that is
 * off for the meeting, or for everybody in it, rules it out, and so does a week that had already
 * passed when the meeting was recorded. Who alone is out of practice is left out alone.
 */
final class AgreementRule {

  /**
   * @param because why none opens, or null when one does
   */
  record Outcome(List<Participant> with, NoAgreement because) {}

  private AgreementRule() {}

  static Outcome decide(
      MeetingKind kind, boolean practiceOff, Instant endsAt, List<Person> people, Instant now) {
    if (kind == MeetingKind.EVENT) {
      return none(NoAgreement.EVENT);
    }
    var practising =
        people.stream()
            .filter(person -> !person.practiceOff())
            .map(person -> new Participant(person.id(), person.name()))
            .toList();
    if (practiceOff || practising.isEmpty()) {
      return none(NoAgreement.PRACTICE_OFF);
    }
    if (OneWeek.hasPassed(endsAt, now)) {
      return none(NoAgreement.WEEK_PASSED);
    }
    return new Outcome(practising, null);
  }

  private static Outcome none(NoAgreement because) {
    return new Outcome(List.of(), because);
  }
}
