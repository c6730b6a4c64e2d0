package dev.followthrough.events;

import java.time.LocalDate;
import java.util.UUID;

/**
 * It is the day to be in touch with a contact again.
 *
 * @param on the day, in the owner's zone
 * @param daysSilent since the last touch or held meeting, else since the contact was added
 * @param words why to write now, for the owner to read
 * @param question one question to ask the contact
 */
@EventType("keep_in_touch.due")
public record KeepInTouchDue(
    UUID contactId,
    String name,
    Circle circle,
    LocalDate on,
    int daysSilent,
    KeepInTouchReason reason,
    String words,
    String question)
    implements ContactsEvent {
  @Override
  public String subject() {
    return "contact/" + contactId;
  }
}
