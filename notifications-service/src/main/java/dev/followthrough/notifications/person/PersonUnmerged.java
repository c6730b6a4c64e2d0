package dev.followthrough.notifications.person;

import java.util.UUID;

/** Told inside the transaction in which a merged contact is one of their own again. */
public record PersonUnmerged(UUID id) {}
