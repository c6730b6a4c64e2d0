package dev.followthrough.commitments.value;

import java.time.Instant;
import java.util.UUID;

/**
 * Something of worth that one side did for the other.
 *
 * @param weight 1 for a small or simple thing, 3 for a medium or complex one, 9 for a large one
 * @param at when it was done
 * @param kind what it was, such as {@code referral} or {@code commitment}
 * @param subjectId the favour, commitment or introduction that says so
 * @param thanksSaid whether thanks were said for it; true also for a promise that was kept, for
 *     which none are owed
 * @param deedId what was done: values of one deed are the same deed, told twice
 */
public record Value(
    ValueDirection direction,
    double weight,
    Instant at,
    String kind,
    UUID subjectId,
    boolean thanksSaid,
    UUID deedId) {

  /** A deed that nothing else tells of. */
  public Value(
      ValueDirection direction,
      double weight,
      Instant at,
      String kind,
      UUID subjectId,
      boolean thanksSaid) {
    this(direction, weight, at, kind, subjectId, thanksSaid, subjectId);
  }
}
