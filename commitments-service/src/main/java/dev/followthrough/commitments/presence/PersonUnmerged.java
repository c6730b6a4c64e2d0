package dev.followthrough.commitments.presence;

import dev.followthrough.events.ContactFacts;
import java.util.UUID;

/** Told inside the transaction in which a merged contact is one of their own again. */
public record PersonUnmerged(UUID id, ContactFacts facts) {}
