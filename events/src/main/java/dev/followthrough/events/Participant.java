package dev.followthrough.events;

import java.util.UUID;

/** A contact who took part in a meeting, with the name to show for them at that moment. */
public record Participant(UUID contactId, String name) {}
