package dev.followthrough.commitments.telling;

import dev.followthrough.commitments.evidence.NewEvidence;
import dev.followthrough.commitments.person.KnownPerson;
import dev.followthrough.commitments.person.People;
import dev.followthrough.commitments.presence.PersonErased;
import dev.followthrough.commitments.standing.StandingFacts;
import dev.followthrough.commitments.value.ValueChanged;
import dev.followthrough.events.StandingChanged;
import dev.followthrough.platform.outbox.Outbox;
import dev.followthrough.platform.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.UUID;
import java.util.function.BiPredicate;

/**
 * Tells when a contact's standing has changed: on new evidence, in the transaction that brings it;
 * and when a verdict or proposal differs at the owner's daily evaluation, not by mere ageing of the
 * digits. Each takes the place of the one before, so what was last told is kept.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Tellings {

  private final People people;
  private final StandingFacts standings;
  private final Outbox outbox;
  private final BusinessTime time;

  Tellings(People people, StandingFacts standings, Outbox outbox, BusinessTime time) {
    this.people = people;
    this.standings = standings;
    this.outbox = outbox;
    this.time = time;
  }

  void noted(@Observes NewEvidence evidence) {
    tellLastly(evidence.contactId());
  }

  void valued(@Observes ValueChanged value) {
    tellLastly(value.contactId());
  }

  /** Once for all that a transaction brings, and with its locks after the others. */
  private void tellLastly(UUID contactId) {
    outbox.lastly(
        "standing/" + contactId,
        () -> people.present(contactId).ifPresent(person -> tell(person, Tellings::differs)));
  }

  /** The daily look at a contact; no row is held unless there is something to tell. */
  void evaluate(KnownPerson person) {
    var now = time.now();
    var before = ToldStanding.last(person.id()).orElseGet(() -> Verdicts.nobody(person.id(), now));
    var after = standings.of(person, now).orElseGet(() -> Verdicts.nobody(person.id(), now));
    if (saysOtherwise(before, after)) {
      tell(person, Tellings::saysOtherwise);
    }
  }

  void erased(@Observes PersonErased person) {
    ToldStanding.deleteById(person.id());
  }

  private void tell(KnownPerson person, BiPredicate<StandingChanged, StandingChanged> isNews) {
    UUID id = person.id();
    var row = ToldStanding.held(id);
    var now = time.now();
    var before = row.told == null ? Verdicts.nobody(id, now) : row.told;
    var after = standings.of(person, now).orElseGet(() -> Verdicts.nobody(id, now));
    if (isNews.test(before, after)) {
      var changed = Verdicts.changed(before, after);
      row.say(
          new StandingChanged(
              id,
              after.asOf(),
              after.reliability(),
              after.quality(),
              after.collaboration(),
              after.reciprocity(),
              after.apologiesOwed(),
              after.thanksOwed(),
              after.gap(),
              after.oneWaySince(),
              after.alwaysAsking(),
              after.proposedCircle(),
              changed));
      outbox.append(row.told);
    }
  }

  private static boolean differs(StandingChanged before, StandingChanged after) {
    return !Verdicts.changed(before, after).isEmpty();
  }

  private static boolean saysOtherwise(StandingChanged before, StandingChanged after) {
    return !Verdicts.of(before).equals(Verdicts.of(after));
  }
}
