package dev.followthrough.events;

import java.time.Instant;
import java.util.UUID;

/**
 * One side has assessed a commitment, or changed what it gave. What it gave stands in no event: the
 * other side must not see it before it has given its own.
 *
 * @param contactId the contact with whom it lies, whoever gave it
 * @param by who assesses
 * @param complete whether both sides have given theirs, so that each sees the other's
 */
@EventType("assessment.given")
public record AssessmentGiven(
    UUID commitmentId,
    UUID agreementId,
    CommitmentKind kind,
    UUID contactId,
    Party by,
    Instant givenAt,
    boolean complete)
    implements CommitmentsEvent {
  @Override
  public String subject() {
    return "commitment/" + commitmentId;
  }
}
