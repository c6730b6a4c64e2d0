package dev.followthrough.stack.gateway;

import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** The requests that have come and are not yet answered, so that an end can wait for them. */
final class UnderWay {

  private static final Duration LOOK = Duration.ofMillis(20);

  private final Set<HttpServerRequest> requests = ConcurrentHashMap.newKeySet();
  private volatile boolean ending;

  /**
   * @return false when no more are taken
   */
  boolean enter(HttpServerRequest request) {
    if (ending) {
      return false;
    }
    requests.add(request);
    request.response().endHandler(_ -> leave(request));
    request.response().closeHandler(_ -> leave(request));
    return true;
  }

  /** No end waits for it any more: it is answered, or a stream, which does not end by itself. */
  void leave(HttpServerRequest request) {
    requests.remove(request);
  }

  /** Takes no more, and waits for those that came. */
  void drain(Duration atMost) {
    ending = true;
    long end = System.nanoTime() + atMost.toNanos();
    while (!requests.isEmpty() && System.nanoTime() < end) {
      LockSupport.parkNanos(LOOK.toNanos());
    }
  }
}
