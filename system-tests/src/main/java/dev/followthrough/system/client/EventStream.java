package dev.followthrough.system.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An owner's events as they come, as a client reads them that cannot receive webhooks: Server-Sent
 * Events by the letter. It does not go on by itself after a break; whoever opens the next one gives
 * it the last id of this one.
 */
public final class EventStream implements AutoCloseable {

  /** One event, with its place in the log. */
  public record Told(String id, String type, JsonNode data) {
    public long place() {
      return Long.parseLong(id);
    }
  }

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final InputStream body;
  private final List<Told> told = new CopyOnWriteArrayList<>();
  private volatile String lastId;
  private volatile boolean ended;

  private EventStream(InputStream body, String lastId) {
    this.body = body;
    this.lastId = lastId;
  }

  /**
   * Follows the events of a token's owner.
   *
   * @param query such as {@code ?type=contact.added}, or empty
   * @param lastId the last id seen; {@code 0} for everything that is kept
   * @throws UncheckedIOException when nobody answers there
   */
  public static EventStream open(String baseUrl, String token, String query, String lastId) {
    var request =
        HttpRequest.newBuilder(URI.create(baseUrl + "/v1/events/stream" + query))
            .header("Authorization", "Bearer " + token)
            .header("Accept", "text/event-stream")
            .header("Last-Event-ID", lastId)
            .build();
    try {
      var answer = HTTP.send(request, BodyHandlers.ofInputStream());
      if (answer.statusCode() != 200) {
        throw new IOException("the stream answered " + answer.statusCode());
      }
      var stream = new EventStream(answer.body(), lastId);
      Thread.ofVirtual().start(stream::read);
      return stream;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** What has come, in its order. */
  public List<Told> told() {
    return told;
  }

  /** With which to go on elsewhere. */
  public String lastId() {
    return lastId;
  }

  /** Whether it is over: the server, its death or the network has ended it. */
  public boolean hasEnded() {
    return ended;
  }

  @Override
  public void close() {
    try {
      body.close();
    } catch (IOException e) {
      // it is over all the same
    }
  }

  private void read() {
    var data = new StringBuilder();
    var type = "";
    var id = lastId;
    try (var lines = new BufferedReader(new InputStreamReader(body, UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("id: ")) {
          id = line.substring(4);
        } else if (line.startsWith("event: ")) {
          type = line.substring(7);
        } else if (line.startsWith("data: ")) {
          data.append(line.substring(6));
        } else if (line.isEmpty()) {
          // first, so that whoever sees the event goes on after it
          lastId = id;
          if (!data.isEmpty()) {
            told.add(new Told(id, type, MAPPER.readTree(data.toString())));
          }
          data.setLength(0);
        }
      }
    } catch (IOException e) {
      // cut: what did not come whole is not counted
    } finally {
      ended = true;
    }
  }
}
