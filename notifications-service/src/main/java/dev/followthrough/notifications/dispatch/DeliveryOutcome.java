package dev.followthrough.notifications.dispatch;

import dev.followthrough.platform.outgoing.OutgoingAnswer;
import dev.followthrough.platform.outgoing.OutgoingAnswer.Answered;
import dev.followthrough.platform.outgoing.OutgoingAnswer.Failed;
import dev.followthrough.platform.outgoing.OutgoingAnswer.Refused;
import java.time.Instant;

/** What follows from a try. Only an answer 2xx is a success; a redirect is none. */
sealed interface DeliveryOutcome {

  record Delivered() implements DeliveryOutcome {}

  /**
   * @param endpointRestsUntil the endpoint asked to be left alone until then, or null
   */
  record RetryAt(Instant at, String reason, Instant endpointRestsUntil)
      implements DeliveryOutcome {}

  /** That was the last try. */
  record GaveUp(String reason) implements DeliveryOutcome {}

  /** It answered 410: nobody wants these events any more. */
  record EndpointGone() implements DeliveryOutcome {}

  /**
   * @param triesMade with this one
   * @param jitter a factor from 0.8 to 1.2
   */
  static DeliveryOutcome of(OutgoingAnswer answer, int triesMade, Instant now, double jitter) {
    return switch (answer) {
      case Answered answered when answered.success() -> new Delivered();
      case Answered answered when answered.status() == 410 -> new EndpointGone();
      case Answered(int status, var retryAfter, _, _, _, _) ->
          failure(
              "The endpoint answered " + status + ".",
              RetryAfter.read(status, retryAfter, now).orElse(null),
              triesMade,
              now,
              jitter);
      case Refused(_, var sentence) -> failure(sentence, null, triesMade, now, jitter);
      case Failed(_, var sentence, _) -> failure(sentence, null, triesMade, now, jitter);
    };
  }

  private static DeliveryOutcome failure(
      String reason, Instant restsUntil, int triesMade, Instant now, double jitter) {
    var pause = RetrySchedule.pauseAfter(triesMade, jitter);
    if (pause.isEmpty()) {
      return new GaveUp(reason);
    }
    var at = now.plus(pause.get());
    var later = restsUntil != null && restsUntil.isAfter(at) ? restsUntil : at;
    return new RetryAt(later, reason, restsUntil);
  }
}
