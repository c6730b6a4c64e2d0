package dev.followthrough.commitments.outcome;

import dev.followthrough.commitments.agreement.CommitmentStatus;
import dev.followthrough.commitments.agreement.CommitmentView;
import dev.followthrough.commitments.agreement.Report;
import dev.followthrough.events.Party;
import java.time.Instant;
import java.util.Optional;

/**
 * What came of somebody's promise, read from its history as it was known at an instant. A miss is
 * known from its deadline on, everything else from when it was recorded. Evidence is what was
 * delivered in time, and what was missed: a late delivery stays a miss; an attestation by the
 * receiver turns a miss into a keep, at the time at which it arrived; what the other side denied is
 * disputed and no evidence, unless it was late; what lapsed, was declined or became void is none.
 */
final class PartHistory {

  private final CommitmentView commitment;
  private final Party by;
  private final Instant asOf;

  private PartHistory(CommitmentView commitment, Party by, Instant asOf) {
    this.commitment = commitment;
    this.by = by;
    this.asOf = asOf;
  }

  /** What it amounts to as evidence; empty when it is none. */
  static Optional<Ended> of(CommitmentView commitment, Party by, Instant asOf) {
    return new PartHistory(commitment, by, asOf).ended();
  }

  private Optional<Ended> ended() {
    var missed = line(Report.Kind.MISSED);
    if (missed.isPresent()) {
      return Optional.of(
          line(Report.Kind.ATTESTED)
              .map(attested -> ended(true, attested.happenedAt()))
              .orElseGet(() -> ended(false, commitment.dueAt())));
    }
    if (isOverdue()) {
      return Optional.of(ended(false, commitment.dueAt()));
    }
    if (line(Report.Kind.DENIED).isPresent()) {
      return Optional.empty();
    }
    return line(Report.Kind.DELIVERED).map(delivered -> ended(true, delivered.happenedAt()));
  }

  /** The deadline has passed, and its work is not done yet: it is missed all the same. */
  private boolean isOverdue() {
    return commitment.dueAt().isBefore(asOf)
        && commitment.parts().stream()
            .anyMatch(part -> part.by().equals(by) && part.status() == CommitmentStatus.PROMISED);
  }

  private Optional<Report> line(Report.Kind kind) {
    return commitment.reports().stream()
        .filter(report -> report.kind() == kind && report.by().equals(by))
        .filter(report -> !knownFrom(report).isAfter(asOf))
        .findFirst();
  }

  /** However late the deadline's work was done: the due instant itself is still in time. */
  private static Instant knownFrom(Report report) {
    return report.kind() == Report.Kind.MISSED
        ? report.happenedAt().plusMillis(1)
        : report.recordedAt();
  }

  private Ended ended(boolean kept, Instant closedAt) {
    return new Ended(
        commitment.id(),
        commitment.kind(),
        by,
        commitment.receiver(),
        kept,
        commitment.complexity(),
        commitment.area(),
        commitment.text(),
        closedAt,
        line(Report.Kind.APOLOGISED).isPresent());
  }
}
