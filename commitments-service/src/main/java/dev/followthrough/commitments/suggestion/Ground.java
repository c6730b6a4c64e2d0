package dev.followthrough.commitments.suggestion;

import dev.followthrough.commitments.catalogue.Fit;
import dev.followthrough.commitments.catalogue.Idea;
import java.util.Set;

/**
 * One thing that is known and speaks for some ideas.
 *
 * @param points how much: a need that an offer or expertise answers 6, a need 4, a shared interest
 *     3, an offer or the contact's expertise 2
 * @param about what it is about, in the words of those concerned
 * @param reason the same as a sentence to the owner
 */
record Ground(Set<Fit> fits, int points, String about, String reason) {

  static Ground answered(String need, String offer, String reason) {
    return new Ground(Set.of(Fit.NEED, Fit.OFFER), 6, need + " " + offer, reason);
  }

  static Ground need(String need, String reason) {
    return new Ground(Set.of(Fit.NEED), 4, need, reason);
  }

  static Ground interest(String topic, String reason) {
    return new Ground(Set.of(Fit.TOPIC), 3, topic, reason);
  }

  static Ground offer(String offer, String reason) {
    return new Ground(Set.of(Fit.OFFER), 2, offer, reason);
  }

  static Ground expertise(String known, String reason) {
    return new Ground(Set.of(Fit.TOPIC), 2, known, reason);
  }

  boolean speaksFor(Idea idea) {
    return idea.fits().stream().anyMatch(fits::contains);
  }
}
