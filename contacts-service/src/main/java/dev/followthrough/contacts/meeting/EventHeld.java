package dev.followthrough.contacts.meeting;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Said within the transaction in which a meeting of kind event counts as held: whom the owner met
 * there.
 */
public record EventHeld(UUID meetingId, Instant endedAt, List<UUID> contactIds) {}
