package dev.followthrough.contacts.contact;

import java.util.UUID;

/**
 * Said within the transaction that brings a removed contact back: what belongs to them shows again.
 */
public record PersonRestored(UUID id) {}
