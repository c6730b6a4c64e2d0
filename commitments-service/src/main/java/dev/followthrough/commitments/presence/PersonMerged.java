package dev.followthrough.commitments.presence;

import java.util.UUID;

/**
 * Told inside the transaction in which a contact becomes another one: what was theirs is the
 * other's by now, and they themselves are not in the network for the time being.
 */
public record PersonMerged(UUID id) {}
