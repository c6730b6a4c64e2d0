package dev.followthrough.platform.testing;

import dev.followthrough.platform.time.BusinessTime;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Duration;
import java.time.Instant;

/** Business time that a test can move; it runs on from where it was put. */
@Alternative
@Priority(1)
@ApplicationScoped
public class SettableTime extends BusinessTime {

  private volatile Duration ahead = Duration.ZERO;
  private volatile Instant frozen;

  @Override
  public Instant now() {
    var at = frozen;
    return at != null ? at : super.now().plus(ahead);
  }

  /** Stands still at this instant. */
  public void freeze(Instant instant) {
    frozen = instant;
  }

  public void advance(Duration by) {
    if (frozen != null) {
      frozen = frozen.plus(by);
    } else {
      ahead = ahead.plus(by);
    }
  }

  public void reset() {
    frozen = null;
    ahead = Duration.ZERO;
  }
}
