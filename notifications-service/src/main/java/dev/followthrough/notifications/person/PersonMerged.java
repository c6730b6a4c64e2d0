package dev.followthrough.notifications.person;

import java.util.UUID;

/** Told inside the transaction in which a contact becomes another one. */
public record PersonMerged(UUID id) {}
