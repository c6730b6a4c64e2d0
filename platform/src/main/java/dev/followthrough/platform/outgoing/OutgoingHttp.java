package dev.followthrough.platform.outgoing;

import dev.followthrough.platform.outgoing.OutgoingAnswer.Answered;
import dev.followthrough.platform.outgoing.OutgoingAnswer.Failed;
import dev.followthrough.platform.outgoing.OutgoingAnswer.Kind;
import dev.followthrough.platform.outgoing.OutgoingAnswer.Refused;
import io.vertx.core.Context;
import io.vertx.core.net.TrustOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * The one way out to addresses that others choose. A request goes to public addresses only, decided
 * on the address that is really connected to: the name is resolved once, every address it has is
 * checked, and the connection is made to one of those addresses with the URL's name for Host, SNI
 * and certificate. Redirects are answers. All of it ends within the configured time limit. HTTP/1.1
 * without compression, cookies or proxy; a connection is used again only for the same address and
 * name. Never throws for what the other side does.
 */
@ApplicationScoped
public class OutgoingHttp {

  private static final Logger LOG = Logger.getLogger(OutgoingHttp.class);
  private static final Duration BELT = Duration.ofSeconds(2);

  private final OutgoingConfig config;
  private final OutgoingPolicy policy;
  private final BoundedLookup lookup;
  private final PinnedClient client;

  @Inject
  public OutgoingHttp(OutgoingConfig config, OutgoingPolicy policy) {
    this(config, policy, NameLookup.ofSystem(), Optional.empty());
  }

  OutgoingHttp(
      OutgoingConfig config,
      OutgoingPolicy policy,
      NameLookup names,
      Optional<TrustOptions> trusted) {
    this.config = config;
    this.policy = policy;
    this.lookup = new BoundedLookup(names);
    this.client = new PinnedClient(config, trusted);
  }

  /**
   * Sends the request and waits for what comes of it, on a virtual thread or a worker.
   *
   * @throws IllegalStateException on an event loop, which must not wait
   */
  public OutgoingAnswer send(OutgoingRequest request) {
    if (Context.isOnEventLoopThread()) {
      throw new IllegalStateException("An outgoing request must not block an event loop.");
    }
    long startedAt = System.nanoTime();
    OutgoingUrl url;
    try {
      url = policy.check(request.url());
    } catch (RefusedUrl refused) {
      return new Refused(refused.rule(), refused.getMessage());
    }
    var answer = sendTo(url, request, startedAt);
    log(url, answer);
    return answer;
  }

  private OutgoingAnswer sendTo(OutgoingUrl url, OutgoingRequest request, long startedAt) {
    try {
      var addresses = addresses(url, startedAt);
      if (addresses.isEmpty()) {
        return failed(Kind.DNS, startedAt);
      }
      if (!addresses.get().stream().allMatch(policy::allows)) {
        // Not which address it is: that would tell an outsider about names inside.
        return new Refused(
            RefusedUrl.PUBLIC_ADDRESS,
            "Requests go to public addresses only; this host name has one that is not.");
      }
      var exchange = new Exchange(client, config, url, request, addresses.get(), startedAt);
      return await(exchange.start(left(startedAt)), startedAt);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return failed(Kind.CANCELLED, startedAt);
    }
  }

  private Optional<List<InetAddress>> addresses(OutgoingUrl url, long startedAt)
      throws InterruptedException {
    if (url.literal().isPresent()) {
      return url.literal().map(List::of);
    }
    Duration left = left(startedAt);
    Duration limit = config.lookupLimit();
    return lookup.within(limit.compareTo(left) < 0 ? limit : left, url.host());
  }

  private OutgoingAnswer await(CompletableFuture<OutgoingAnswer> answer, long startedAt)
      throws InterruptedException {
    try {
      return answer.get(left(startedAt).plus(BELT).toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException _) {
      return failed(Kind.TIMEOUT, startedAt);
    } finally {
      answer.cancel(false);
    }
  }

  private Duration left(long startedAt) {
    Duration left = config.timeLimit().minusNanos(System.nanoTime() - startedAt);
    return left.isNegative() ? Duration.ZERO : left;
  }

  private static Failed failed(Kind kind, long startedAt) {
    return new Failed(kind, kind.sentence(), Duration.ofNanos(System.nanoTime() - startedAt));
  }

  /** The host alone: path, query, headers and bodies may hold secrets. */
  private static void log(OutgoingUrl url, OutgoingAnswer answer) {
    String what =
        switch (answer) {
          case Answered(int status, _, _, _, _, var latency) ->
              status + " in " + latency.toMillis() + " ms";
          case Refused(var rule, _) -> "refused by the rule " + rule;
          case Failed(var kind, _, var latency) -> kind + " after " + latency.toMillis() + " ms";
        };
    LOG.debugf("Outgoing request to %s: %s", url.authority(), what);
  }

  @PreDestroy
  void close() {
    lookup.close();
    client.close();
  }
}
