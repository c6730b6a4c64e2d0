package dev.followthrough.commitments.meeting;

import java.time.Instant;
import java.util.UUID;

/** That the owner met a contact. */
public record Met(UUID contactId, Instant endedAt) {}
