package dev.followthrough.notifications.message;

import java.util.UUID;

/**
 * A message of the event log as other features see it.
 *
 * @param id the event's id
 * @param sequence its place in the owner's order
 * @param traceparent the W3C trace it belongs to, or null
 * @param body as receivers get it
 */
public record LoggedMessage(UUID id, long sequence, String type, String traceparent, String body) {

  static LoggedMessage of(Message message) {
    return new LoggedMessage(
        message.id, message.sequence, message.type, message.traceparent, message.body);
  }
}
