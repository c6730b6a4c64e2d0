package dev.followthrough.commitments.outcome;

import dev.followthrough.commitments.reliability.Outcome;
import dev.followthrough.events.CommitmentKind;
import dev.followthrough.events.Complexity;
import dev.followthrough.events.Party;
import java.time.Instant;
import java.util.UUID;

/**
 * A promise between the owner and a contact that was kept or missed: an individual commitment, or
 * one person's part of a shared one.
 *
 * @param by who promised
 * @param receiver of an individual one; null for the shared one, and once they are erased
 * @param kept in time, or attested to have arrived in time
 * @param area absent while the commitment has none
 * @param text its words in force
 * @param closedAt when it was delivered, or its deadline
 * @param apologised of a missed one: whether an apology was made for it
 */
public record Ended(
    UUID commitmentId,
    CommitmentKind kind,
    Party by,
    Party receiver,
    boolean kept,
    Complexity complexity,
    String area,
    String text,
    Instant closedAt,
    boolean apologised) {

  public Outcome outcome() {
    return new Outcome(kept, complexity, closedAt);
  }
}
