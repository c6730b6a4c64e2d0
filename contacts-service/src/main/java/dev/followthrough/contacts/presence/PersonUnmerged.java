package dev.followthrough.contacts.presence;

import java.util.UUID;

/** Said within the transaction in which a merged contact is one of their own again. */
public record PersonUnmerged(UUID id) {}
