package dev.followthrough.contacts.guidance;

import dev.followthrough.contacts.touch.Conversations.Said;
import dev.followthrough.events.OriginKind;
import dev.followthrough.events.StandingChanged;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What guidance looks at.
 *
 * @param latest the latest touches, the latest first
 * @param touchesInYear how many there were in the last 365 days, in both directions
 * @param heldMeetings how many there were
 * @param lastHeld when the last one ended, or null
 * @param lastAnswered when a touch was last answered, or null
 * @param openLoopSince since when the owner owes a word, or null
 * @param challenged whether a 1:1:1 with them is open
 * @param standing empty while nothing is known of it
 */
record Acquaintance(
    boolean doNotContact,
    OriginKind origin,
    Instant addedAt,
    List<Said> latest,
    int touchesInYear,
    int heldMeetings,
    Instant lastHeld,
    Instant lastAnswered,
    Instant openLoopSince,
    boolean challenged,
    Optional<StandingChanged> standing) {

  /** When the two last had something of each other: a meeting, or a touch that was answered. */
  Instant lastExchange() {
    if (lastHeld == null || lastAnswered != null && lastAnswered.isAfter(lastHeld)) {
      return lastAnswered;
    }
    return lastHeld;
  }
}
