package dev.followthrough.events;

import java.util.UUID;

/** An open commitment ended without evidence, because its contact or meeting is gone. */
@EventType("commitment.voided")
public record CommitmentVoided(UUID commitmentId, UUID agreementId, CommitmentKind kind)
    implements CommitmentsEvent {
  @Override
  public String subject() {
    return "commitment/" + commitmentId;
  }
}
