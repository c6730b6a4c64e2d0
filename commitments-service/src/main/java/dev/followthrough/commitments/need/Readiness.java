package dev.followthrough.commitments.need;

import dev.followthrough.events.OriginKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Whether the owner could ask a contact for something today: nothing of A6 objects to it, as far as
 * this service knows. To an ask objects
 *
 * <ul>
 *   <li>before two held meetings, unless they are family, a friend, or from work;
 *   <li>more than 180 days without a meeting or an answered touch;
 *   <li>an open loop of theirs, and thanks or an apology that the owner owes;
 *   <li>reciprocity above 0.1 with a difference of 3 or more;
 *   <li>a reply still awaited, for 14 days; three touches in a row without an answer, for 30 days
 *       from the last, and more than three for 90; more than two touches within 7 days;
 * </ul>
 *
 * and an ask of the owner's that waits with them, or was made within the last 30 days: who has just
 * been asked is not asked for the next thing. Days are of 24 hours; contacts-service, which guides
 * before each single ask, counts days of the owner's zone.
 *
 * <p>Source: product.md A6 and C8.
 */
record Readiness(
    OriginKind origin,
    int heldMeetings,
    Instant lastExchange,
    boolean loopOpen,
    int owed,
    boolean valueOwed,
    boolean replyAwaited,
    int unansweredInARow,
    Instant lastOutbound,
    int outboundInWeek,
    boolean askedLately) {

  static final Duration ASKED_LATELY = Duration.ofDays(30);
  static final Duration REPLY = Duration.ofDays(14);
  static final Duration WEEK = Duration.ofDays(7);

  private static final int MEETINGS_FIRST = 2;
  private static final Duration SILENCE = Duration.ofDays(180);
  private static final int IN_A_ROW = 3;
  private static final int MANY = 2;
  private static final Duration SHORT_WAIT = Duration.ofDays(30);
  private static final Duration LONG_WAIT = Duration.ofDays(90);
  private static final Set<OriginKind> KNOWN_BEFORE =
      Set.of(OriginKind.FAMILY, OriginKind.FRIEND, OriginKind.WORK);

  boolean at(Instant now) {
    return isKnown()
        && lastExchange != null
        && !lastExchange.isBefore(now.minus(SILENCE))
        && !loopOpen
        && owed == 0
        && !valueOwed
        && !replyAwaited
        && !isToWait(now)
        && outboundInWeek <= MANY
        && !askedLately;
  }

  private boolean isKnown() {
    return heldMeetings >= MEETINGS_FIRST
        || Optional.ofNullable(origin).filter(KNOWN_BEFORE::contains).isPresent();
  }

  private boolean isToWait(Instant now) {
    if (unansweredInARow < IN_A_ROW) {
      return false;
    }
    var wait = unansweredInARow == IN_A_ROW ? SHORT_WAIT : LONG_WAIT;
    return lastOutbound.plus(wait).isAfter(now);
  }
}
