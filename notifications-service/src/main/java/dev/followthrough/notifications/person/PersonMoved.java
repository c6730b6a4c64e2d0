package dev.followthrough.notifications.person;

import java.util.UUID;

/**
 * Told inside the transaction in which what named one contact comes to name another: they are
 * called so.
 */
public record PersonMoved(UUID id, String name) {}
