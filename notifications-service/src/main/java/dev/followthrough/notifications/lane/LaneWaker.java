package dev.followthrough.notifications.lane;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The bell between those who put something into a lane and the one who empties them. */
@ApplicationScoped
public class LaneWaker {

  private final Semaphore rings = new Semaphore(0);

  /** Says that some lane may have become due. Never blocks. */
  public void ring() {
    if (rings.availablePermits() == 0) {
      rings.release();
    }
  }

  /** Sleeps until somebody rings, at most so long. */
  public void await(Duration atMost) throws InterruptedException {
    if (rings.tryAcquire(Math.max(0, atMost.toNanos()), TimeUnit.NANOSECONDS)) {
      rings.drainPermits();
    }
  }
}
