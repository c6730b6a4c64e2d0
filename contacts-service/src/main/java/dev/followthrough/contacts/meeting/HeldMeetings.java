package dev.followthrough.contacts.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What other features may know of the meetings that took place. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class HeldMeetings {

  /**
   * What was spoken of when.
   *
   * @param topic the first of the meeting's topics
   */
  public record LastTopic(UUID contactId, Instant at, String topic) {}

  /** When each of these contacts' last held meeting ended; who had none is absent. */
  public Map<UUID, Instant> last(Collection<UUID> contactIds) {
    return Attendance.lastHeld(contactIds);
  }

  public int count(UUID contactId) {
    return Attendance.heldWith(contactId);
  }

  /** A topic of the last meeting with each of these that had any; who had none is absent. */
  public Map<UUID, LastTopic> lastTopics(Collection<UUID> contactIds) {
    return contactIds.isEmpty()
        ? Map.of()
        : Attendance.lastTopics(contactIds).stream()
            .collect(Collectors.toMap(LastTopic::contactId, Function.identity()));
  }
}
