package dev.followthrough.events;

import java.util.UUID;

/**
 * A commitment got words, or new ones. {@code proposed} wordings of the other side bind only once
 * accepted; {@code inForce} tells whether these do.
 */
@EventType("commitment.worded")
public record CommitmentWorded(
    UUID commitmentId,
    UUID agreementId,
    CommitmentKind kind,
    Party promiser,
    Party receiver,
    int wording,
    String text,
    Complexity complexity,
    String area,
    Party proposedBy,
    boolean inForce)
    implements CommitmentsEvent {
  @Override
  public String subject() {
    return "commitment/" + commitmentId;
  }
}
