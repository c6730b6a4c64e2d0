package dev.followthrough.notifications.testing;

import dev.followthrough.notifications.lane.LaneWaker;
import dev.followthrough.notifications.time.TransportTime;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Duration;
import java.time.Instant;

/** Transport time that a test can put ahead; it never goes back while the run lasts. */
@Alternative
@Priority(1)
@ApplicationScoped
public class SettableTransportTime extends TransportTime {

  private final LaneWaker waker;
  private volatile Duration ahead = Duration.ZERO;

  SettableTransportTime(LaneWaker waker) {
    this.waker = waker;
  }

  @Override
  public Instant now() {
    return super.now().plus(ahead);
  }

  public void advance(Duration by) {
    ahead = ahead.plus(by);
    waker.ring();
  }
}
