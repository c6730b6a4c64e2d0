package dev.followthrough.contacts.guidance;

import dev.followthrough.contacts.circle.Hold;
import dev.followthrough.contacts.touch.Conversations.Said;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * When another touch is better not made, by what was said before. Days are counted from the day of
 * the touch, in the owner's zone; on the last of them it holds no more.
 *
 * <ul>
 *   <li>A reply is still awaited: the owner's last touch that awaits one has none, nor a meeting
 *       after it; for 14 days.
 *   <li>Three in a row unanswered: three touches of the owner since the contact was last heard of,
 *       by a touch or a held meeting; for 30 days after the last of them, from the fourth on for
 *       90. What answers a touch of the contact's is not one of them: it asks for no answer in
 *       turn.
 *   <li>More than two of the owner's touches in 7 days: until the third last is 7 days old.
 * </ul>
 */
final class TouchRule {

  /** How many of the latest touches decide it at most. */
  static final int LOOKS_BACK = 50;

  static final int REPLY_DAYS = 14;
  static final int THREE_DAYS = 30;
  static final int FOUR_DAYS = 90;
  static final int BUSY_DAYS = 7;
  private static final int IN_A_ROW = 3;
  private static final int TOO_MANY = 3;

  /**
   * A reason to wait.
   *
   * @param count of the touches that are the reason
   */
  record Wait(GuidanceCode code, Hold hold, int count) {}

  private TouchRule() {}

  /**
   * All reasons to wait, whether or not they are over by now.
   *
   * @param latestFirst the touches with the contact
   * @param lastHeld when the last held meeting with them ended, or null
   */
  static List<Wait> waits(List<Said> latestFirst, Instant lastHeld) {
    var waits = new ArrayList<Wait>();
    latestFirst.stream()
        .filter(said -> said.outbound() && said.awaitsReply() && said.answeredAt() == null)
        .filter(said -> lastHeld == null || said.at().isAfter(lastHeld))
        .findFirst()
        .ifPresent(
            said ->
                waits.add(
                    new Wait(GuidanceCode.REPLY_AWAITED, new Hold(said.at(), REPLY_DAYS), 1)));
    var run = unanswered(latestFirst, lastHeld);
    if (run.size() >= IN_A_ROW) {
      var days = run.size() == IN_A_ROW ? THREE_DAYS : FOUR_DAYS;
      waits.add(
          new Wait(GuidanceCode.THREE_UNANSWERED, new Hold(run.getFirst().at(), days), run.size()));
    }
    latestFirst.stream()
        .filter(Said::outbound)
        .skip(TOO_MANY - 1)
        .findFirst()
        .ifPresent(
            said ->
                waits.add(
                    new Wait(GuidanceCode.MANY_TOUCHES, new Hold(said.at(), BUSY_DAYS), TOO_MANY)));
    return waits;
  }

  /** The one that holds longest. */
  static Optional<Hold> longest(List<Wait> waits) {
    return waits.stream()
        .map(Wait::hold)
        .max(Comparator.comparing(hold -> hold.from().plus(Duration.ofDays(hold.days()))));
  }

  private static List<Said> unanswered(List<Said> latestFirst, Instant lastHeld) {
    return latestFirst.stream()
        .takeWhile(
            said ->
                said.outbound()
                    && said.answeredAt() == null
                    && (lastHeld == null || said.at().isAfter(lastHeld)))
        .filter(said -> !said.isAnswer())
        .toList();
  }
}
