package dev.followthrough.events;

import java.util.UUID;

/** A loop that was open is open no more. */
@EventType("open_loop.closed")
public record OpenLoopClosed(UUID touchId, UUID contactId, LoopReason reason, LoopEnd because)
    implements ContactsEvent {
  @Override
  public String subject() {
    return "open-loop/" + touchId;
  }
}
