package dev.followthrough.contacts.openloop;

import dev.followthrough.events.LoopReason;
import dev.followthrough.events.TouchKind;
import java.time.Instant;
import java.util.UUID;

/**
 * A touch of a contact that wants a word of the owner.
 *
 * @param answered whether the owner has given it
 */
public record Awaited(
    UUID touchId,
    UUID contactId,
    LoopReason reason,
    TouchKind kind,
    Instant happenedAt,
    boolean answered) {}
