package dev.followthrough.events;

import java.time.LocalDate;
import java.util.UUID;

/**
 * It is time to do something with a contact, outside the owner's quiet hours.
 *
 * @param on the day that it is for, in the owner's zone
 * @param words why now, for the owner to read
 * @param question one question to ask the contact
 */
@EventType("reminder.due")
public record ReminderDue(
    UUID reminderId,
    ReminderMatter matter,
    UUID contactId,
    String name,
    LocalDate on,
    String words,
    String question,
    String timeZone)
    implements NotificationsEvent {
  @Override
  public String subject() {
    return "contact/" + contactId;
  }
}
