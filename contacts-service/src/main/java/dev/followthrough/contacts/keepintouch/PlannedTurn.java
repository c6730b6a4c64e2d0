package dev.followthrough.contacts.keepintouch;

import dev.followthrough.contacts.circle.Turn;
import dev.followthrough.events.PlannedTouch;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The day on which a contact's turn comes; today for who is overdue.
 *
 * @param told whether that has been told already
 */
record PlannedTurn(Turn turn, LocalDate on, boolean told) {

  /** Since about when its contact has waited: what was told since then gives it no later place. */
  Instant waitingSince() {
    return told ? turn.firstDueAbout() : turn.about();
  }

  PlannedTouch event() {
    return new PlannedTouch(turn.contactId(), turn.name(), turn.circle(), on);
  }
}
