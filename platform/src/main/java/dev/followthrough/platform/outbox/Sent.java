package dev.followthrough.platform.outbox;

/** What came of sending an event. */
public enum Sent {
  /** The broker has it. */
  STORED,
  /** The broker was away or slow, or the event was held back behind one that was not stored. */
  LATER,
  /** The broker takes anything but this event: it is too large, or not what it allows. */
  REFUSED
}
