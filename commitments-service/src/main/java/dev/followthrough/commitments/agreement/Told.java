package dev.followthrough.commitments.agreement;

import dev.followthrough.events.Party;
import java.time.Instant;
import java.util.List;

/**
 * The circumstances of something that was reported: by whom, when it happened, and when it was
 * recorded here, which is never before.
 *
 * @param throughLink whether whoever reported it said so themselves, through a share link; else the
 *     owner's token did, whomever it names
 */
public record Told(
    Party reportedBy,
    Instant happenedAt,
    Instant recordedAt,
    String note,
    List<String> evidence,
    boolean throughLink) {

  Told(
      Party reportedBy,
      Instant happenedAt,
      Instant recordedAt,
      String note,
      List<String> evidence) {
    this(reportedBy, happenedAt, recordedAt, note, evidence, false);
  }

  public Told {
    evidence = evidence == null ? List.of() : List.copyOf(evidence);
    if (happenedAt.isAfter(recordedAt)) {
      throw Refusals.HAPPENED_IN_FUTURE.because(
          "happenedAt %s lies after now, %s.".formatted(happenedAt, recordedAt));
    }
  }

  /** The same, said by the side that the call comes from. */
  public Told from(Party side) {
    return new Told(reportedBy, happenedAt, recordedAt, note, evidence, !side.isOwner());
  }
}
