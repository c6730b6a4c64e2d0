package dev.followthrough.commitments.agreement;

import dev.followthrough.events.Party;
import java.time.Instant;
import java.util.List;

/**
 * The circumstances of something that was reported: by whom, when it happened, and when it was
 * recorded here, which is never before.
 */
public record Told(
    Party reportedBy, Instant happenedAt, Instant recordedAt, String note, List<String> evidence) {

  public Told {
    evidence = evidence == null ? List.of() : List.copyOf(evidence);
    if (happenedAt.isAfter(recordedAt)) {
      throw Refusals.HAPPENED_IN_FUTURE.because(
          "happenedAt %s lies after now, %s.".formatted(happenedAt, recordedAt));
    }
  }
}
