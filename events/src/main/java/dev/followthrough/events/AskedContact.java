package dev.followthrough.events;

import java.util.UUID;

/**
 * Somebody who was asked, or who asked the owner.
 *
 * @param touchId the id that the touch which the ask is goes by
 */
public record AskedContact(UUID contactId, UUID touchId) {}
