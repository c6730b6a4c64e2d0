package dev.followthrough.commitments.standing;

import dev.followthrough.commitments.figure.CircleProposal;
import dev.followthrough.commitments.figure.ExpectationGap;
import dev.followthrough.commitments.outcome.Ended;
import dev.followthrough.commitments.value.Reciprocity;
import dev.followthrough.commitments.value.Value;
import dev.followthrough.commitments.value.ValueDirection;
import dev.followthrough.events.Circle;
import dev.followthrough.events.Party;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What a contact's evidence adds up to at an instant. It is reckoned from what is known then and
 * from nothing else: the same evidence gives the same figures.
 *
 * @param contact how the contact works for the owner
 * @param owner how the owner works for the contact
 * @param areas the contact's work by area
 */
record Standing(
    Known known,
    Work contact,
    Work owner,
    SortedMap<String, Work> areas,
    Reciprocity reciprocity,
    Ties ties,
    ExpectationGap gap,
    Optional<Circle> proposedCircle) {

  static Standing of(Known known) {
    var contact = Work.of(known, known.contact());
    var ties = Ties.of(known);
    return new Standing(
        known,
        contact,
        Work.of(known, Party.OWNER),
        Work.byArea(known, known.contact()),
        Reciprocity.of(known.deeds(), known.asOf()),
        ties,
        ExpectationGap.of(
            ties.rapport(),
            contact.reliability(),
            contact.quality(),
            contact.collaboration(),
            known.asOf()),
        CircleProposal.of(
            known.person().circle(), contact.reliability(), ties.oneWaySince(), known.asOf()));
  }

  /** What the owner promised this contact, missed, and has not apologised for. */
  List<Ended> apologiesOwed() {
    return known.promisedBy(Party.OWNER).stream()
        .filter(promise -> !promise.kept() && !promise.apologised())
        .toList();
  }

  /** What the owner received without saying thanks. */
  List<Value> thanksOwed() {
    return known.deeds().stream()
        .filter(deed -> deed.direction() == ValueDirection.RECEIVED && !deed.thanksSaid())
        .toList();
  }

  /** What the contact missed. */
  List<Ended> missed() {
    return known.promisedBy(known.contact()).stream().filter(promise -> !promise.kept()).toList();
  }
}
