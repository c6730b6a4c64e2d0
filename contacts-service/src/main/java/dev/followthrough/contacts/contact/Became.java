package dev.followthrough.contacts.contact;

import java.util.UUID;

/** By which merge a contact became another, which may have become yet another since. */
public record Became(UUID contactId, UUID mergeId) {}
