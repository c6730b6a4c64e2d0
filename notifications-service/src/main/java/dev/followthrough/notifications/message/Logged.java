package dev.followthrough.notifications.message;

import java.util.UUID;

/** Says, within the transaction, that the owner's log has become longer. */
public record Logged(UUID owner) {}
