package dev.followthrough.notifications.lane;

import dev.followthrough.platform.owner.CurrentOwner;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * How the endpoint of a lane fares, by what came of its tries: failures in a row pause the lane, a
 * success ends that. Works for the current owner in the current transaction.
 */
@ApplicationScoped
public class LaneHealth {

  private final LaneTable table;
  private final LaneWaker waker;

  LaneHealth(LaneTable table, LaneWaker waker) {
    this.table = table;
    this.waker = waker;
  }

  public Optional<Lane.Health> of(UUID endpoint) {
    return table.query(
        """
        select failures, failing_since, paused_until from endpoint_lane
        where owner_id = ? and endpoint_id = ?
        """,
        LaneTable::health,
        CurrentOwner.require(),
        endpoint);
  }

  /**
   * The endpoint took something: whatever was held against it is forgotten.
   *
   * @return how it had fared if it was failing until now
   */
  public Optional<Lane.Health> succeeded(UUID endpoint, Instant now) {
    // a healthy lane is not touched: its row would be a bottleneck of the endpoint's deliveries
    var before =
        table.query(
            """
            update endpoint_lane lane
            set failures = 0, failing_since = null, failed_at = null, paused_until = null,
              next_due = ?
            from (
              select owner_id, endpoint_id, failures, failing_since, paused_until
              from endpoint_lane
              where owner_id = ? and endpoint_id = ? and failures > 0 for update) was
            where lane.owner_id = was.owner_id and lane.endpoint_id = was.endpoint_id
            returning was.failures as failures, was.failing_since as failing_since,
              was.paused_until as paused_until
            """,
            LaneTable::health,
            LaneTable.at(now),
            CurrentOwner.require(),
            endpoint);
    if (before.isPresent()) {
      waker.ringAfterCommit();
    }
    return before.filter(Lane.Health::isFailing);
  }

  /**
   * The endpoint failed: pauses the lane if that was once too often, or until the endpoint asked to
   * be left alone. Failures are counted in a row: one of a try that ran beside a failed one, begun
   * before that was known, is the same failure once more; it counts nothing and pauses nothing.
   *
   * @param leaveAloneUntil what the endpoint asked for, or null; it is respected in any case
   * @return how it fares if this failure made it a failing one
   */
  public Optional<Lane.Health> failed(
      UUID endpoint, Instant startedAt, Instant now, Instant leaveAloneUntil) {
    var failures =
        table.query(
            """
            update endpoint_lane
            set failures = failures + 1, failing_since = coalesce(failing_since, ?), failed_at = ?
            where owner_id = ? and endpoint_id = ? and (failed_at is null or failed_at <= ?)
            returning failures, failing_since, paused_until
            """,
            LaneTable::health,
            LaneTable.at(now),
            LaneTable.at(now),
            CurrentOwner.require(),
            endpoint,
            LaneTable.at(startedAt));
    var pausedUntil =
        failures.map(fares -> now.plus(Breaker.pauseAfter(fares.failures()))).orElse(now);
    if (leaveAloneUntil != null && leaveAloneUntil.isAfter(pausedUntil)) {
      pausedUntil = leaveAloneUntil;
    }
    if (pausedUntil.isAfter(now)) {
      table.update(
          """
          update endpoint_lane
          set paused_until = greatest(paused_until, ?), next_due = greatest(next_due, ?)
          where owner_id = ? and endpoint_id = ?
          """,
          LaneTable.at(pausedUntil),
          LaneTable.at(pausedUntil),
          CurrentOwner.require(),
          endpoint);
    }
    return failures.filter(fares -> fares.failures() == Breaker.PATIENCE);
  }
}
