package dev.followthrough.stack.gateway;

import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** The requests that have come and are not yet answered, so that an end can wait for them. */
final class UnderWay {

  private static final Duration LOOK = Duration.ofMillis(20);

  private final AtomicInteger count = new AtomicInteger();
  private volatile boolean ending;

  /**
   * @return false when no more are taken
   */
  boolean enter(HttpServerRequest request) {
    if (ending) {
      return false;
    }
    count.incrementAndGet();
    var left = new AtomicBoolean();
    Runnable leave =
        () -> {
          if (left.compareAndSet(false, true)) {
            count.decrementAndGet();
          }
        };
    request.response().endHandler(_ -> leave.run());
    request.response().closeHandler(_ -> leave.run());
    return true;
  }

  /** Takes no more, and waits for those that came; a stream does not end by itself. */
  void drain(Duration atMost) {
    ending = true;
    long end = System.nanoTime() + atMost.toNanos();
    while (count.get() > 0 && System.nanoTime() < end) {
      LockSupport.parkNanos(LOOK.toNanos());
    }
  }
}
