package dev.followthrough.notifications.dispatch;

import dev.followthrough.events.DeliveryFailing;
import dev.followthrough.events.DeliveryRecovered;
import dev.followthrough.events.NotificationsEvent;
import dev.followthrough.notifications.dispatch.DeliveryOutcome.Delivered;
import dev.followthrough.notifications.dispatch.DeliveryOutcome.EndpointGone;
import dev.followthrough.notifications.dispatch.DeliveryOutcome.GaveUp;
import dev.followthrough.notifications.dispatch.DeliveryOutcome.RetryAt;
import dev.followthrough.notifications.endpoint.DeadEndpoints;
import dev.followthrough.notifications.endpoint.DisabledReason;
import dev.followthrough.notifications.lane.Lane;
import dev.followthrough.notifications.lane.LaneHealth;
import dev.followthrough.notifications.lane.Lanes;
import dev.followthrough.notifications.message.EventLog;
import dev.followthrough.notifications.time.TransportTime;
import dev.followthrough.platform.outgoing.OutgoingAnswer;
import dev.followthrough.platform.outgoing.OutgoingAnswer.Answered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What a try means for its endpoint: the health of its lane; after a 410, an answer with {@code
 * webhook-delivery: disable}, or five days of failed tries without a success, its end; and to the
 * owner that it has begun to fail (five times in a row) or takes deliveries again. The five days
 * begin with the first failed try after the last success, so that an endpoint that had nothing to
 * take for weeks is not disabled by one bad moment.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class EndpointJudge {

  static final Duration LONGEST_FAILING = Duration.ofDays(5);

  /** There is news that was not foreseen: nothing may be written unless the log is held first. */
  static final class NeedsLog extends RuntimeException {
    NeedsLog() {
      super("there is news to log, and the log is not held", null, false, false);
    }
  }

  private final Lanes lanes;
  private final LaneHealth health;
  private final DeadEndpoints deadEndpoints;
  private final EventLog log;
  private final TransportTime time;

  EndpointJudge(
      Lanes lanes,
      LaneHealth health,
      DeadEndpoints deadEndpoints,
      EventLog log,
      TransportTime time) {
    this.lanes = lanes;
    this.health = health;
    this.deadEndpoints = deadEndpoints;
    this.log = log;
    this.time = time;
  }

  /**
   * Takes what the judgement will need before the delivery is settled: the log and the endpoint
   * come before deliveries; see {@link EventLog#lock}.
   *
   * @return why the endpoint is to be disabled after this try, if it is
   */
  Optional<DisabledReason> prepare(UUID endpoint, OutgoingAnswer answer, DeliveryOutcome outcome) {
    if (outcome instanceof Delivered && !wantsNoMore(answer)) {
      return Optional.empty(); // what nearly every try is: whether it is news, its judgement sees
    }
    var fares = health.of(endpoint);
    var end = endOf(fares, answer, outcome);
    if (end.isPresent()) {
      deadEndpoints.hold(endpoint);
    } else if (fares.filter(before -> isNews(before, outcome)).isPresent()) {
      log.lock();
    }
    return end;
  }

  /**
   * Judges a try that counts.
   *
   * @throws NeedsLog when another try has made this one news since it was prepared
   */
  void judge(
      UUID endpoint, Optional<DisabledReason> end, DeliveryOutcome outcome, Instant startedAt) {
    end.ifPresent(reason -> deadEndpoints.giveUp(endpoint, reason));
    var now = time.now();
    switch (outcome) {
      case Delivered _ ->
          health
              .succeeded(endpoint, now)
              .filter(_ -> end.isEmpty())
              .ifPresent(
                  before -> announce(new DeliveryRecovered(endpoint, before.failingSince())));
      case EndpointGone _ -> {}
      case GaveUp _ -> failed(endpoint, end, startedAt, now, null);
      case RetryAt(var at, _, var restsUntil) -> {
        failed(endpoint, end, startedAt, now, restsUntil);
        lanes.dueAt(endpoint, at);
      }
    }
  }

  private void failed(
      UUID endpoint,
      Optional<DisabledReason> end,
      Instant startedAt,
      Instant now,
      Instant restsUntil) {
    health
        .failed(endpoint, startedAt, now, restsUntil)
        .filter(_ -> end.isEmpty())
        .ifPresent(
            fares ->
                announce(new DeliveryFailing(endpoint, fares.failures(), fares.failingSince())));
  }

  /** The log comes before the delivery and the lane that are held by now. */
  private void announce(NotificationsEvent news) {
    if (!log.isLocked()) {
      throw new NeedsLog();
    }
    log.announce(news);
  }

  private static boolean isNews(Lane.Health before, DeliveryOutcome outcome) {
    return switch (outcome) {
      case Delivered _ -> before.isFailing();
      case GaveUp _, RetryAt _ -> before.isAboutToFail();
      case EndpointGone _ -> false;
    };
  }

  private Optional<DisabledReason> endOf(
      Optional<Lane.Health> fares, OutgoingAnswer answer, DeliveryOutcome outcome) {
    if (outcome instanceof EndpointGone) {
      return Optional.of(DisabledReason.GONE);
    }
    if (wantsNoMore(answer)) {
      return Optional.of(DisabledReason.BY_RECEIVER);
    }
    return switch (outcome) {
      case Delivered _, EndpointGone _ -> Optional.empty();
      case GaveUp _, RetryAt _ ->
          fares
              .map(Lane.Health::failingSince)
              .filter(since -> !time.now().isBefore(since.plus(LONGEST_FAILING)))
              .map(_ -> DisabledReason.FAILING);
    };
  }

  private static boolean wantsNoMore(OutgoingAnswer answer) {
    return answer instanceof Answered answered
        && answered
            .webhookDelivery()
            .filter(word -> word.strip().equalsIgnoreCase("disable"))
            .isPresent();
  }
}
