package dev.followthrough.commitments.presence;

import java.util.UUID;

/** Told inside the transaction in which a removed contact is known to be back. */
public record PersonRestored(UUID id) {}
