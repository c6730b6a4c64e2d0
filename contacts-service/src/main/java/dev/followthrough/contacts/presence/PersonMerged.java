package dev.followthrough.contacts.presence;

import java.util.UUID;

/**
 * Said within the transaction in which a contact becomes another one: what stays theirs is to be
 * hidden.
 */
public record PersonMerged(UUID id) {}
