package dev.followthrough.events;

import java.util.List;
import java.util.UUID;

/** The deadline passed before {@code by} had promised; that is no evidence. */
@EventType("commitment.lapsed")
public record CommitmentLapsed(
    UUID commitmentId, UUID agreementId, CommitmentKind kind, List<Party> by)
    implements CommitmentsEvent {
  @Override
  public String subject() {
    return "commitment/" + commitmentId;
  }
}
