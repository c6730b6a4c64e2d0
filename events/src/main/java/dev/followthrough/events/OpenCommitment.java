package dev.followthrough.events;

import java.util.List;
import java.util.UUID;

/**
 * One commitment as a reminder names it.
 *
 * @param text its words; absent while it has none
 * @param by who still owes it (several for the shared one)
 * @param names display names of the contacts among {@code by} and the receiver
 */
public record OpenCommitment(
    UUID commitmentId,
    CommitmentKind kind,
    String text,
    boolean promised,
    List<Party> by,
    Party receiver,
    List<Participant> names) {}
