package dev.followthrough.contacts.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** What an erasure takes of calendar files. What they said of a meeting goes with the meeting. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class CalendarErasure {

  private final KnownEvents events;

  CalendarErasure(KnownEvents events) {
    this.events = events;
  }

  public void eraseAll() {
    events.eraseAll();
  }
}
