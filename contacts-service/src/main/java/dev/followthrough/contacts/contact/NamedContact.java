package dev.followthrough.contacts.contact;

import java.util.UUID;

/** A contact as it is told apart from others of a like name. */
public record NamedContact(UUID id, String name, String organisation) {}
