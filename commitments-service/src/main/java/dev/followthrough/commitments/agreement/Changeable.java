package dev.followthrough.commitments.agreement;

import dev.followthrough.events.CommitmentsEvent;
import dev.followthrough.events.Party;
import java.time.Instant;
import java.util.List;

/**
 * A commitment that is held for a change, with the deadline's work done: what can be done with it.
 * Each call yields the events that tell of it, or refuses with the rule that it breaks.
 */
public sealed interface Changeable permits Commitment {

  /** The owner says it differently, or names another receiver, while it is proposed. */
  List<CommitmentsEvent> reword(Terms terms, Instant now);

  /**
   * A counter-proposal: it waits for the other side.
   *
   * @param side the one that says so: the owner may say it of a contact
   */
  List<CommitmentsEvent> propose(Words words, Party proposedBy, Party side, Instant now);

  /**
   * The other side accepts a wording: {@code by}, or when absent everybody who still has to.
   *
   * @param side the one that says so: the owner may say it of a contact
   */
  List<CommitmentsEvent> accept(int number, Party by, Party side);

  /** {@code by} promises, or when absent everybody who still can. */
  List<CommitmentsEvent> promise(Party by, Integer wording, Told told);

  /** {@code by} says no, or when absent everybody who still can. */
  List<CommitmentsEvent> decline(Party by, Told told);

  /** {@code by} delivered, or when absent everybody who promised and has not. */
  List<CommitmentsEvent> deliver(Party by, Told told);

  /** {@code by} apologises for a miss; absent where only one can be meant. */
  List<CommitmentsEvent> apologise(Party by, Told told, String said, String offered);

  /** {@code attester} says that what {@code by} promised arrived in time. */
  List<CommitmentsEvent> attest(Party by, Party attester, Told told);

  /** {@code denier}, or when absent the owner, says that it did not arrive. */
  List<CommitmentsEvent> deny(Party by, Party denier, Told told);

  /** The circumstances of a report about it, checked against its agreement. */
  Told told(Party reportedBy, Instant happenedAt, Instant now, String note, List<String> evidence);

  /** What it says now. */
  Terms terms();
}
