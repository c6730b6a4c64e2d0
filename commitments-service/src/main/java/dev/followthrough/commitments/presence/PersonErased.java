package dev.followthrough.commitments.presence;

import java.util.UUID;

/**
 * Told inside the transaction in which a contact is erased: each feature forgets what it holds of
 * them.
 */
public record PersonErased(UUID id) {}
