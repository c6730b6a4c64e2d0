package dev.followthrough.notifications.message;

import java.util.UUID;

/**
 * A message of the event log as other features see it.
 *
 * @param id the event's id
 * @param sequence its place in the owner's order
 * @param subject what it is about, such as {@code contact/…}
 * @param traceparent the W3C trace it belongs to, or null
 * @param body as receivers get it
 */
public record LoggedMessage(
    UUID id, long sequence, String type, String subject, String traceparent, String body) {

  static LoggedMessage of(Message message) {
    return new LoggedMessage(
        message.id,
        message.sequence,
        message.type,
        message.subject,
        message.traceparent,
        message.body);
  }

  /** The body with the event's id, as the log shows it to clients: one line of JSON. */
  public String item() {
    return "{\"id\":\"" + id + "\"," + body.substring(1);
  }
}
