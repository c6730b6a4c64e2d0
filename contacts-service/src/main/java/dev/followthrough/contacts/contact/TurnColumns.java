package dev.followthrough.contacts.contact;

import dev.followthrough.contacts.circle.Hold;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;

/** What a contact's turn to be written to depends on, beside its cadence and its silence. */
@Embeddable
class TurnColumns {

  @Column(name = "hold_from")
  Instant holdFrom;

  @Column(name = "hold_days")
  Integer holdDays;

  @Column(name = "told_since")
  Instant toldSince;

  @Column(name = "told_on")
  LocalDate toldOn;

  /** About when the turn comes; null where nobody is to write. */
  @Column(name = "turn_at")
  Instant at;

  Hold hold() {
    return holdFrom == null ? null : new Hold(holdFrom, holdDays);
  }

  void hold(Hold hold) {
    holdFrom = hold == null ? null : hold.from();
    holdDays = hold == null ? null : hold.days();
  }
}
