package dev.followthrough.notifications.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.followthrough.notifications.message.LogReader.Part;
import dev.followthrough.notifications.message.LoggedMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import org.jboss.logging.Logger;

/**
 * One client's stream of the log. It reads a part, writes it as fast as the client takes it, and
 * only then reads on: what is new waits in the log, not here. At the end of the log it sleeps until
 * it is woken, holding no database connection. Each event's {@code id} is its place in the log; a
 * sign of life carries the place too, so that a client whom nothing concerned need not go far back.
 */
final class EventStream {

  /** Messages of a part, under 20 kB each. */
  static final int PART = 20;

  private static final Logger LOG = Logger.getLogger(EventStream.class);
  private static final String RETRY = "retry: 2000\n";

  private final UUID owner;
  private final LongFunction<Optional<Part>> log;
  private final Duration heartbeat;
  private final long endsAtNanos;
  private final Runnable left;
  private final Semaphore news = new Semaphore(0);
  private volatile long place;
  private volatile long writingSinceNanos;
  private volatile boolean writing;
  private volatile boolean ended;
  private volatile Runnable connection = () -> {};

  /**
   * @param log the part after a place; empty when the log no longer reaches back to it
   * @param left called once the stream has ended
   */
  EventStream(
      UUID owner,
      long place,
      LongFunction<Optional<Part>> log,
      Duration heartbeat,
      Duration lasts,
      Runnable left) {
    this.owner = owner;
    this.place = place;
    this.log = log;
    this.heartbeat = heartbeat;
    this.endsAtNanos = System.nanoTime() + lasts.toNanos();
    this.left = left;
  }

  UUID owner() {
    return owner;
  }

  /** The last place that was written, or looked at. */
  long place() {
    return place;
  }

  /** How the connection is cut if its reader is stuck. */
  void onCut(Runnable cut) {
    connection = cut;
  }

  /** Writes until the client goes, the time is up, or the service stops; returns quietly then. */
  void writeTo(OutputStream out) {
    try {
      put(out, RETRY + sign());
      flush(out);
      while (!isOver() && tellNews(out)) {
        await(out);
      }
      put(out, ": the stream ends here; go on from the last id\n\n");
      flush(out);
    } catch (IOException _) {
      // the client has gone; it goes on from the last id it saw
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.warnf("an event stream ends, to be gone on with: %s", e.getMessage());
      LOG.debug("an event stream failed", e);
    } finally {
      gone();
    }
  }

  /** The log of the owner has come so far. */
  void reached(long last) {
    if (last != place) {
      wake();
    }
  }

  void wake() {
    if (news.availablePermits() == 0) {
      news.release();
    }
  }

  /** Has it end politely, between two events. */
  void end() {
    ended = true;
    wake();
  }

  /** It has ended, or never began. */
  void gone() {
    end();
    left.run();
  }

  /** Cuts a reader off that has not taken what is offered for so long. */
  void cutIfStuck(Duration limit) {
    if (writing && System.nanoTime() - writingSinceNanos > limit.toNanos()) {
      LOG.info("an event stream is cut off: its reader takes nothing");
      connection.run();
      gone();
    }
  }

  /**
   * @return false when the log can no longer be gone on with from here
   */
  private boolean tellNews(OutputStream out) throws IOException {
    Part part;
    do {
      var next = log.apply(place);
      if (next.isEmpty()) {
        return false;
      }
      part = next.get();
      for (var message : part.messages()) {
        if (isOver()) {
          return false;
        }
        put(out, event(message));
        place = message.sequence();
      }
      if (!part.messages().isEmpty()) {
        flush(out);
      }
      place = part.place();
    } while (part.messages().size() == PART);
    return true;
  }

  private void await(OutputStream out) throws IOException, InterruptedException {
    while (!isOver()) {
      // since anything was written: news that the client does not want are no sign of life
      var beatAt = writingSinceNanos + heartbeat.toNanos();
      var wait = Math.min(beatAt, endsAtNanos) - System.nanoTime();
      if (wait > 0 && news.tryAcquire(wait, TimeUnit.NANOSECONDS)) {
        news.drainPermits();
        return;
      }
      if (System.nanoTime() - beatAt >= 0) {
        put(out, ": still here\n" + sign());
        flush(out);
      }
    }
  }

  private boolean isOver() {
    return ended || System.nanoTime() - endsAtNanos >= 0;
  }

  /** A block without data tells no event, and is remembered as the last id all the same. */
  private String sign() {
    return "id: " + place + "\n\n";
  }

  private static String event(LoggedMessage message) {
    return "id: %d\nevent: %s\ndata: %s\n\n"
        .formatted(message.sequence(), message.type(), message.item());
  }

  private void put(OutputStream out, String text) throws IOException {
    began();
    out.write(text.getBytes(UTF_8));
    writing = false;
  }

  private void flush(OutputStream out) throws IOException {
    began();
    out.flush();
    writing = false;
  }

  private void began() {
    writingSinceNanos = System.nanoTime();
    writing = true;
  }
}
