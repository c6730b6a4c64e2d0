package dev.followthrough.events;

import java.time.LocalDate;
import java.util.UUID;

/** A day on which a contact's turn to be written to comes, in the owner's zone. */
public record PlannedTouch(UUID contactId, String name, Circle circle, LocalDate on) {}
