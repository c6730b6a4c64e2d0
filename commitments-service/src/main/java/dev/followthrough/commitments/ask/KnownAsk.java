package dev.followthrough.commitments.ask;

import java.time.Instant;
import java.util.UUID;

/** That an ask was made with a contact. */
public record KnownAsk(UUID id, UUID contactId, Instant askedAt) {}
