package dev.followthrough.sdk;

import dev.followthrough.sdk.model.Event;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every event as it happens (Server-Sent Events). A connection that ends is opened again after the
 * last event that was given: none is missed, none comes twice. For one thread; {@link #close} may
 * be called by another and ends a waiting {@link #next}.
 */
public final class EventStream implements AutoCloseable {

  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Transport transport;
  private final Call call;
  private volatile boolean closed;
  private volatile BufferedReader lines;
  private String place;

  EventStream(Transport transport, List<String> types, String subject, String after) {
    this.transport = transport;
    Map<String, Object> query = new LinkedHashMap<>();
    query.put("type", types);
    query.put("subject", subject);
    call =
        Call.of("GET", "/v1/events/stream", "text/event-stream", CallOptions.NONE)
            .query(query)
            .done();
    place = after;
  }

  /** Where the last event given stands in the log: a later stream goes on after it. */
  public String place() {
    return place;
  }

  /**
   * Waits for the next event.
   *
   * @return null once the stream is closed
   * @throws ProblemException when the stream is refused
   */
  public Event next() {
    while (!closed) {
      try {
        if (lines == null) {
          var headers = place == null ? Map.<String, String>of() : Map.of("Last-Event-ID", place);
          var body = transport.open(call, headers).body();
          lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        }
        var event = read();
        if (event != null) {
          return event;
        }
        lines = null;
      } catch (IOException broken) {
        lines = null;
      } catch (ProblemException refused) {
        if (refused.status() < 500 && refused.status() != 429) {
          throw refused;
        }
      }
      if (!closed) {
        Pause.sleep(PAUSE);
      }
    }
    return null;
  }

  private Event read() throws IOException {
    var data = new StringBuilder();
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("id:")) {
        place = line.substring(3).strip();
      } else if (line.startsWith("data:")) {
        data.append(data.isEmpty() ? "" : "\n").append(line.substring(5).stripLeading());
      } else if (line.isEmpty() && !data.isEmpty()) {
        return Transport.JSON.readValue(data.toString(), Event.class);
      }
    }
    return null;
  }

  @Override
  public void close() {
    closed = true;
    var open = lines;
    if (open != null) {
      try {
        open.close();
      } catch (IOException ignored) {
        // it is closed either way
      }
    }
  }
}
