package dev.followthrough.contacts.openloop;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Which open loops are asked for.
 *
 * @param afterOpensAt together with {@code afterId} the last one seen, or null
 */
record OpenLoopSearch(UUID contactId, Instant afterOpensAt, UUID afterId, int limit) {

  static OpenLoopSearch of(UUID contactId, Optional<List<String>> after, int limit) {
    return new OpenLoopSearch(
        contactId,
        after.map(key -> Instant.parse(key.get(0))).orElse(null),
        after.map(key -> UUID.fromString(key.get(1))).orElse(null),
        limit);
  }
}
