package dev.followthrough.platform.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Wakes those who wait until an event has been applied by this process. */
@ApplicationScoped
public class Applied {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  void signal() {
    lock.lock();
    try {
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits for the next signal, at most that long: another replica's work gives none. */
  public void await(Duration atMost) {
    lock.lock();
    try {
      var _ = changed.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }
}
