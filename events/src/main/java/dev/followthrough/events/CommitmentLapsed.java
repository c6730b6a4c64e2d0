package dev.followthrough.events;

import java.util.UUID;

/** The deadline passed before anything was promised; that is no evidence. */
@EventType("commitment.lapsed")
public record CommitmentLapsed(UUID commitmentId, UUID agreementId, CommitmentKind kind)
    implements CommitmentsEvent {
  @Override
  public String subject() {
    return "commitment/" + commitmentId;
  }
}
