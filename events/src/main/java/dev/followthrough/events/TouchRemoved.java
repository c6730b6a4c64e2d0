package dev.followthrough.events;

import java.util.UUID;

/** A touch was recorded in error and is removed; what it answered is unanswered by it. */
@EventType("touch.removed")
public record TouchRemoved(UUID touchId, UUID contactId) implements ContactsEvent {
  @Override
  public String subject() {
    return "touch/" + touchId;
  }
}
