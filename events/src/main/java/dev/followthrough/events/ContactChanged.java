package dev.followthrough.events;

import java.util.List;
import java.util.UUID;

/**
 * What is known of a contact changed; {@code changed} names the fields, never private ones'
 * content.
 */
@EventType("contact.changed")
public record ContactChanged(UUID contactId, String name, boolean practiceOff, List<String> changed)
    implements ContactsEvent {
  @Override
  public String subject() {
    return "contact/" + contactId;
  }
}
