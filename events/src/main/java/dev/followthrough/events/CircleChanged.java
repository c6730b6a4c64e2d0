package dev.followthrough.events;

import java.util.UUID;

/**
 * The owner moved a contact to another circle. Every contact begins as an acquaintance, so one that
 * is added to another circle is moved there at once.
 */
@EventType("circle.changed")
public record CircleChanged(UUID contactId, Circle from, Circle to) implements ContactsEvent {
  @Override
  public String subject() {
    return "contact/" + contactId;
  }
}
