package dev.followthrough.events;

import java.time.Instant;
import java.util.UUID;

/**
 * A question or thanks of a contact has waited for three days: the owner owes an answer. It can
 * open again when its answer is removed.
 *
 * @param happenedAt when the contact asked or thanked
 * @param openedAt since when it counts as open
 */
@EventType("open_loop.opened")
public record OpenLoopOpened(
    UUID touchId,
    UUID contactId,
    LoopReason reason,
    TouchKind kind,
    Instant happenedAt,
    Instant openedAt)
    implements ContactsEvent {
  @Override
  public String subject() {
    return "open-loop/" + touchId;
  }
}
