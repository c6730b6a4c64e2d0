package dev.followthrough.commitments.touch;

import java.time.Instant;
import java.util.UUID;

/** That the owner reached out to a contact. */
public record Contacted(UUID contactId, Instant at) {}
