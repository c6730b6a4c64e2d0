package dev.followthrough.contacts.touch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What other features may know of the touches with a contact. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Conversations {

  /**
   * One touch.
   *
   * @param isAnswer whether it answers another one
   * @param answeredAt when it was answered, or null when it was not
   */
  public record Said(
      Instant at, boolean outbound, boolean awaitsReply, boolean isAnswer, Instant answeredAt) {}

  /** The latest touches with a contact, the latest first. */
  public List<Said> latest(UUID contactId, int limit) {
    return Touch.latest(contactId, limit).stream()
        .map(
            touch ->
                new Said(
                    touch.happenedAt,
                    !touch.isInbound(),
                    touch.awaitsReply,
                    touch.answers != null,
                    touch.answeredAt))
        .toList();
  }

  /** How many touches with a contact happened after one instant and not after the other. */
  public int count(UUID contactId, Instant after, Instant until) {
    return Touch.count(contactId, after, until);
  }

  /** When a touch with the contact was last answered, by either side. */
  public Optional<Instant> lastAnswered(UUID contactId) {
    return Touch.lastAnswered(contactId);
  }
}
