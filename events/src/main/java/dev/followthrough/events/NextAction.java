package dev.followthrough.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One line of the owner's list for today.
 *
 * @param actionId the same for as long as the thing is to be done
 * @param words what to do and why, for the owner to read: never a note, a caveat or a figure
 * @param about what it is about, as a subject of events: {@code commitment/…}, {@code contact/…}
 * @param with whom it is with, by display name; nobody for what is not about a contact
 * @param doBy the deadline; null when there is none
 */
public record NextAction(
    UUID actionId,
    NextActionKind kind,
    String words,
    String about,
    List<Participant> with,
    Instant doBy) {}
