package dev.followthrough.notifications.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** What the owner can read of each try. */
@ApplicationScoped
public class AttemptLog {

  /**
   * One try.
   *
   * @param statusCode the answer's, or null when none came
   * @param outcome {@code delivered}, {@code failed} or {@code refused}
   * @param detail why it failed, in words for the owner, or null
   * @param excerpt the start of the answer, or null
   */
  public record Try(
      Instant startedAt,
      Duration latency,
      Integer statusCode,
      String outcome,
      String detail,
      String excerpt) {}

  /** Adds a try to the log of a delivery, in the transaction that settles it. */
  @Transactional(TxType.MANDATORY)
  public void add(UUID deliveryId, int number, Try made) {
    var attempt = new Attempt();
    attempt.deliveryId = deliveryId;
    attempt.number = number;
    attempt.startedAt = made.startedAt();
    attempt.latencyMs = made.latency().toMillis();
    attempt.statusCode = made.statusCode();
    attempt.outcome = made.outcome();
    attempt.detail = made.detail();
    attempt.excerpt = made.excerpt();
    attempt.persistAndFlush();
  }
}
