package dev.followthrough.commitments.value;

import java.util.UUID;

/** Told inside the transaction in which a favour with a contact changes: new evidence. */
public record ValueChanged(UUID contactId) {}
