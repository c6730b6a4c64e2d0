package dev.followthrough.events;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The owner's next actions in one go, as often as their rhythm says.
 *
 * @param period daily or weekly
 * @param on the day, in the owner's zone
 * @param actions the first 20, best first
 * @param more how many more there are
 */
@EventType("digest.due")
public record DigestDue(
    UUID digestId, Digest period, LocalDate on, String timeZone, List<NextAction> actions, int more)
    implements NotificationsEvent {
  @Override
  public String subject() {
    return "digest";
  }
}
