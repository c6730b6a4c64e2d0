package dev.followthrough.contacts.contact;

import java.util.UUID;

/** What the other features may know of a contact. */
public record Person(UUID id, String name, boolean practiceOff) {}
