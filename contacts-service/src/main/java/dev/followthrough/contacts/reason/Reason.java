package dev.followthrough.contacts.reason;

import dev.followthrough.events.KeepInTouchReason;

/** A concrete reason to write to a contact, and one question to ask them. */
public record Reason(KeepInTouchReason code, String words, String question) {}
