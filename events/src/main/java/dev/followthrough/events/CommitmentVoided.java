package dev.followthrough.events;

import java.util.List;
import java.util.UUID;

/**
 * What was open of a commitment by these ended without evidence, because a contact or the meeting
 * is gone.
 */
@EventType("commitment.voided")
public record CommitmentVoided(
    UUID commitmentId, UUID agreementId, CommitmentKind kind, List<Party> by)
    implements CommitmentsEvent {
  @Override
  public String subject() {
    return "commitment/" + commitmentId;
  }
}
