package dev.followthrough.events;

import java.util.List;
import java.util.UUID;

/**
 * An ask was recorded in error and is removed, or nobody is left of whom anything was asked. The
 * touches that it was never happened.
 *
 * @param contacts with whom it was recorded in error; empty when they were erased
 */
@EventType("ask.removed")
public record AskRemoved(UUID askId, List<AskedContact> contacts) implements CommitmentsEvent {
  @Override
  public String subject() {
    return "ask/" + askId;
  }
}
