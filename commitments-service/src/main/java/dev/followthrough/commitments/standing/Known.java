package dev.followthrough.commitments.standing;

import dev.followthrough.commitments.assessment.Assessed;
import dev.followthrough.commitments.meeting.HeldMeeting;
import dev.followthrough.commitments.outcome.Ended;
import dev.followthrough.commitments.person.KnownPerson;
import dev.followthrough.commitments.standing.AskSource.InboundAsk;
import dev.followthrough.commitments.touch.KnownTouch;
import dev.followthrough.commitments.value.Value;
import dev.followthrough.events.Party;
import java.time.Instant;
import java.util.List;

/**
 * All that the figures of a contact are reckoned from, as it was known at an instant.
 *
 * @param promises that were kept or missed, both ways
 * @param assessments both ways
 * @param touches all up to then
 * @param meetings held up to then
 * @param deeds value, both ways
 * @param asks of the contact
 */
record Known(
    KnownPerson person,
    Instant asOf,
    List<Ended> promises,
    List<Assessed> assessments,
    List<KnownTouch> touches,
    List<HeldMeeting> meetings,
    List<Value> deeds,
    List<InboundAsk> asks) {

  /** Whether there is nothing at all to reckon from. */
  boolean isEmpty() {
    return promises.isEmpty()
        && touches.isEmpty()
        && meetings.isEmpty()
        && deeds.isEmpty()
        && asks.isEmpty();
  }

  Party contact() {
    return Party.contact(person.id());
  }

  List<Ended> promisedBy(Party by) {
    return promises.stream().filter(promise -> promise.by().equals(by)).toList();
  }

  List<Assessed> assessedBy(Party by) {
    return assessments.stream().filter(one -> one.by().equals(by)).toList();
  }
}
