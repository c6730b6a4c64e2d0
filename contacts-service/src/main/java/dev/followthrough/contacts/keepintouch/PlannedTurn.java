package dev.followthrough.contacts.keepintouch;

import dev.followthrough.contacts.circle.Turn;
import dev.followthrough.events.PlannedTouch;
import java.time.LocalDate;

/**
 * The day on which a contact's turn comes.
 *
 * @param told whether that has been told already
 */
record PlannedTurn(Turn turn, LocalDate on, boolean told) {

  PlannedTouch event() {
    return new PlannedTouch(turn.contactId(), turn.name(), turn.circle(), on);
  }
}
