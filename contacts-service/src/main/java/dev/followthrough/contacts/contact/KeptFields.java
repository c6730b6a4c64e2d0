package dev.followthrough.contacts.contact;

/** What was said of a contact before it took up another one, and from then on. */
public record KeptFields(ContactFields before, ContactFields after) {}
