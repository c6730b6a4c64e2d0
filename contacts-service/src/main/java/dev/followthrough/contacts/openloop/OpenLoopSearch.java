package dev.followthrough.contacts.openloop;

import dev.followthrough.platform.paging.PageRequest;
import java.time.Instant;
import java.util.UUID;

/**
 * Which open loops are asked for.
 *
 * @param afterOpensAt together with {@code afterId} the last one seen, or null
 */
record OpenLoopSearch(UUID contactId, Instant afterOpensAt, UUID afterId, int limit) {

  static OpenLoopSearch of(UUID contactId, PageRequest page) {
    return page.after(
            key ->
                new OpenLoopSearch(
                    contactId,
                    PageRequest.instant(key.get(0)),
                    UUID.fromString(key.get(1)),
                    page.fetch()))
        .orElseGet(() -> new OpenLoopSearch(contactId, null, null, page.fetch()));
  }
}
