package dev.followthrough.contacts.calendar.format;

import java.time.Duration;

/**
 * How much may be spent on the rules of one file: so many steps, and so much of the machine's time,
 * for a rule can be written that works for hours and finds nothing.
 */
public final class Budget {

  private static final int STEPS = 300_000;
  private static final long NANOS = Duration.ofSeconds(5).toNanos();

  static final class Spent extends Exception {
    Spent() {
      super(null, null, false, false);
    }
  }

  private final long begun = System.nanoTime();
  private int steps;

  void spend() throws Spent {
    if (++steps > STEPS || System.nanoTime() - begun > NANOS) {
      throw new Spent();
    }
  }
}
