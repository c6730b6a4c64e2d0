package dev.followthrough.contacts.contact;

import java.util.UUID;

/**
 * Said within the transaction that removes a contact, before it does: what belongs to them is to be
 * hidden.
 */
public record PersonRemoved(UUID id) {}
