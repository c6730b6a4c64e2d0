package dev.followthrough.notifications.dispatch;

import dev.followthrough.notifications.delivery.AttemptLog;
import dev.followthrough.notifications.delivery.AttemptLog.Try;
import dev.followthrough.notifications.dispatch.DeliveryOutcome.Delivered;
import dev.followthrough.notifications.dispatch.DeliveryOutcome.EndpointGone;
import dev.followthrough.notifications.dispatch.DeliveryOutcome.GaveUp;
import dev.followthrough.notifications.dispatch.DeliveryOutcome.RetryAt;
import dev.followthrough.notifications.dispatch.EndpointJudge.NeedsLog;
import dev.followthrough.notifications.lane.Lanes;
import dev.followthrough.notifications.message.EventLog;
import dev.followthrough.notifications.time.TransportTime;
import dev.followthrough.platform.outgoing.OutgoingAnswer;
import dev.followthrough.platform.outgoing.OutgoingAnswer.Answered;
import dev.followthrough.platform.outgoing.OutgoingAnswer.Failed;
import dev.followthrough.platform.outgoing.OutgoingAnswer.Refused;
import dev.followthrough.platform.owner.Owners;
import dev.followthrough.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Writes down what came of a try: each in the log, and where the claim still is ours with the state
 * of the delivery and what it means for the endpoint.
 */
@ApplicationScoped
class Results {

  private final Owners owners;
  private final Sql sql;
  private final Lanes lanes;
  private final EndpointJudge judge;
  private final AttemptLog attempts;
  private final EventLog log;
  private final TransportTime time;

  Results(
      Owners owners,
      Sql sql,
      Lanes lanes,
      EndpointJudge judge,
      AttemptLog attempts,
      EventLog log,
      TransportTime time) {
    this.owners = owners;
    this.sql = sql;
    this.lanes = lanes;
    this.judge = judge;
    this.attempts = attempts;
    this.log = log;
    this.time = time;
  }

  /**
   * @throws dev.followthrough.platform.owner.OwnerBusy when somebody works alone for the owner
   * @return false when the claim was no longer ours: the try is in the log, and decides nothing
   */
  boolean record(Claim claim, OutgoingAnswer answer, DeliveryOutcome outcome, Instant startedAt) {
    try {
      return record(claim, answer, outcome, startedAt, () -> {});
    } catch (NeedsLog _) {
      return record(claim, answer, outcome, startedAt, log::lock);
    }
  }

  private boolean record(
      Claim claim,
      OutgoingAnswer answer,
      DeliveryOutcome outcome,
      Instant startedAt,
      Runnable first) {
    return owners.actIfFree(
        claim.lane().owner(),
        () -> {
          first.run();
          var endpoint = claim.lane().endpoint();
          var end = judge.prepare(endpoint, answer, outcome);
          var number = settle(claim, outcome);
          if (number.isEmpty()) {
            countOnly(claim)
                .ifPresent(late -> attempts.add(claim.delivery(), late, made(answer, startedAt)));
            return false;
          }
          attempts.add(claim.delivery(), number.get(), made(answer, startedAt));
          judge.judge(endpoint, end, outcome, startedAt);
          return true;
        });
  }

  /** Gives a claim back that was not used: the replica stops. */
  void release(Claim claim) {
    owners.act(
        claim.lane().owner(),
        () -> {
          sql.update(
              """
              update delivery set lease_until = null, next_attempt_at = ?
              where id = ? and fence = ? and lease_until = ? and status = 'WAITING'
              """,
              time.now(),
              claim.delivery(),
              claim.fence(),
              claim.leaseUntil());
          lanes.dueAt(claim.lane().endpoint(), time.now());
        });
  }

  /** The attempt's number, unless the delivery was claimed or begun anew meanwhile. */
  private Optional<Integer> settle(Claim claim, DeliveryOutcome outcome) {
    var status =
        switch (outcome) {
          case Delivered _ -> "DELIVERED";
          case GaveUp _ -> "FAILED";
          case RetryAt _, EndpointGone _ -> "WAITING";
        };
    var next =
        switch (outcome) {
          case RetryAt(var at, _, _) -> at;
          case EndpointGone _ -> time.now();
          case Delivered _, GaveUp _ -> null;
        };
    return sql.first(
        """
        update delivery
        set status = ?, tries = tries + 1, attempts = attempts + 1,
          next_attempt_at = ?::timestamptz, lease_until = null, version = version + 1,
          delivered_at = case when ? = 'DELIVERED' then ?::timestamptz end
        where id = ? and fence = ? and lease_until = ? and status = 'WAITING'
        returning attempts
        """,
        row -> row.getInt(1),
        status,
        next,
        status,
        time.now(),
        claim.delivery(),
        claim.fence(),
        claim.leaseUntil());
  }

  /** The attempt's number in a delivery that goes on without it, if there still is one. */
  private Optional<Integer> countOnly(Claim claim) {
    return sql.first(
        """
        update delivery set attempts = attempts + 1, version = version + 1
        where id = ? returning attempts
        """,
        row -> row.getInt(1),
        claim.delivery());
  }

  private static Try made(OutgoingAnswer answer, Instant startedAt) {
    return switch (answer) {
      case Answered(int status, _, _, _, var excerpt, var latency) ->
          new Try(
              startedAt,
              latency,
              status,
              status / 100 == 2 ? "delivered" : "failed",
              status / 100 == 2 ? null : "The endpoint answered " + status + ".",
              excerpt.isEmpty() ? null : excerpt);
      case Refused(_, var sentence) ->
          new Try(startedAt, Duration.ZERO, null, "refused", sentence, null);
      case Failed(_, var sentence, var latency) ->
          new Try(startedAt, latency, null, "failed", sentence, null);
    };
  }
}
