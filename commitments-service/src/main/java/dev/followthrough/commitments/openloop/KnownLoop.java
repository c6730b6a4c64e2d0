package dev.followthrough.commitments.openloop;

import dev.followthrough.events.LoopReason;
import dev.followthrough.events.TouchKind;
import java.time.Instant;
import java.util.UUID;

/** What the owner owes a word on: a contact's question or thanks, open since then. */
public record KnownLoop(
    UUID touchId,
    UUID contactId,
    LoopReason reason,
    TouchKind kind,
    Instant happenedAt,
    Instant openedAt) {}
