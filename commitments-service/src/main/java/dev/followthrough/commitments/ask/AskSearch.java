package dev.followthrough.commitments.ask;

import dev.followthrough.events.AskDirection;
import java.util.UUID;

/** Which asks are wanted; what is null does not matter. {@code last} is the one seen last. */
record AskSearch(UUID contactId, AskDirection direction, UUID goalId, UUID last, int limit) {}
