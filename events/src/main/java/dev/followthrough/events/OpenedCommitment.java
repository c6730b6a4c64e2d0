package dev.followthrough.events;

import java.util.UUID;

/**
 * One commitment of a newly opened agreement.
 *
 * @param promiser who owes it; null for the shared one, which every participant owes a part of
 * @param receiver to whom it is due; null for the shared one, and for the owner's in a group until
 *     the owner names someone
 */
public record OpenedCommitment(
    UUID commitmentId, CommitmentKind kind, Party promiser, Party receiver) {}
