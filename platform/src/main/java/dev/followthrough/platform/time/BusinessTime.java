package dev.followthrough.platform.time;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Business time: the clock of deadlines, reminders and formulas, in whole milliseconds. Tests put
 * their own in its place and move it; nothing in a packaged service can. Tokens, leases and webhook
 * timestamps are transport time and ask the system instead.
 */
@ApplicationScoped
public class BusinessTime {

  public Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }
}
