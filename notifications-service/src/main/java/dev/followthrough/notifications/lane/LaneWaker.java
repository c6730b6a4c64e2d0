package dev.followthrough.notifications.lane;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The bell between those who put something into a lane and the one who empties them. */
@ApplicationScoped
public class LaneWaker {

  private static final String RINGS = LaneWaker.class.getName();

  private final TransactionSynchronizationRegistry transaction;
  private final Semaphore rings = new Semaphore(0);

  LaneWaker(TransactionSynchronizationRegistry transaction) {
    this.transaction = transaction;
  }

  /** Says that some lane may have become due. Never blocks. */
  public void ring() {
    if (rings.availablePermits() == 0) {
      rings.release();
    }
  }

  /** Says so once the current transaction is committed. */
  void ringAfterCommit() {
    if (transaction.getResource(RINGS) == null) {
      transaction.putResource(RINGS, Boolean.TRUE);
      transaction.registerInterposedSynchronization(new Ring());
    }
  }

  /** Sleeps until somebody rings, at most so long. */
  public void await(Duration atMost) throws InterruptedException {
    if (rings.tryAcquire(Math.max(0, atMost.toNanos()), TimeUnit.NANOSECONDS)) {
      rings.drainPermits();
    }
  }

  private final class Ring implements Synchronization {

    @Override
    public void beforeCompletion() {}

    @Override
    public void afterCompletion(int status) {
      if (status == Status.STATUS_COMMITTED) {
        ring();
      }
    }
  }
}
