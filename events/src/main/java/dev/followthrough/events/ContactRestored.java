package dev.followthrough.events;

import java.util.UUID;

/** A removed contact is back in the network; what its removal voided stays void. */
@EventType("contact.restored")
public record ContactRestored(UUID contactId, String name, boolean practiceOff)
    implements ContactsEvent {
  @Override
  public String subject() {
    return "contact/" + contactId;
  }
}
