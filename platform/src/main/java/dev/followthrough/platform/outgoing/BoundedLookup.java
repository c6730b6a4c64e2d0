package dev.followthrough.platform.outgoing;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Name look-ups that end in time. The system's resolver cannot be interrupted and would pin the
 * carrier of a virtual thread, so look-ups run on threads of their own, of which there is a stated
 * number; requests for one name that overlap share one look-up, so that a name whose servers are
 * silent holds one thread and not all.
 */
final class BoundedLookup implements AutoCloseable {

  private static final int MAX_THREADS = 64;

  private final NameLookup lookup;
  private final ConcurrentHashMap<String, CompletableFuture<List<InetAddress>>> running =
      new ConcurrentHashMap<>();
  private final ExecutorService threads =
      new ThreadPoolExecutor(
          0,
          MAX_THREADS,
          10,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          Thread.ofPlatform().name("name-lookup-", 0).daemon().factory());

  BoundedLookup(NameLookup lookup) {
    this.lookup = lookup;
  }

  /** All addresses of the name; empty when there are none, or none were found in time. */
  Optional<List<InetAddress>> within(Duration limit, String name) throws InterruptedException {
    try {
      return Optional.of(shared(name).get(limit.toNanos(), TimeUnit.NANOSECONDS))
          .filter(addresses -> !addresses.isEmpty());
    } catch (ExecutionException | TimeoutException _) {
      return Optional.empty();
    }
  }

  private CompletableFuture<List<InetAddress>> shared(String name) {
    var own = new CompletableFuture<List<InetAddress>>();
    var other = running.putIfAbsent(name, own);
    if (other != null) {
      return other;
    }
    try {
      threads.execute(() -> complete(own, name));
    } catch (RejectedExecutionException e) {
      running.remove(name, own);
      own.completeExceptionally(e);
    }
    return own;
  }

  private void complete(CompletableFuture<List<InetAddress>> result, String name) {
    try {
      result.complete(lookup.addresses(name));
    } catch (Exception e) {
      result.completeExceptionally(e);
    } finally {
      running.remove(name, result);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
