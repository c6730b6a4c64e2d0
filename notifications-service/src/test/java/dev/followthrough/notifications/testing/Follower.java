package dev.followthrough.notifications.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;

/**
 * Somebody's client of an event stream, by the letter of the specification of Server-Sent Events.
 */
public final class Follower implements AutoCloseable {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** An event that was dispatched. */
  public record Told(String id, String type, JsonNode data) {
    public long place() {
      return Long.parseLong(id);
    }
  }

  private final HttpResponse<InputStream> answer;
  private final List<Told> told = new CopyOnWriteArrayList<>();
  private final List<String> comments = new CopyOnWriteArrayList<>();
  private volatile String lastId = "";
  private volatile boolean ended;

  /** Follows with a token, after the last id if it is not null. */
  public Follower(String token, String query, String lastId) {
    var request =
        HttpRequest.newBuilder(
                URI.create("http://localhost:" + RestAssured.port + "/v1/events/stream" + query))
            .header("Authorization", "Bearer " + token)
            .header("Accept", "text/event-stream");
    if (lastId != null) {
      request.header("Last-Event-ID", lastId);
    }
    try {
      answer = CLIENT.send(request.build(), BodyHandlers.ofInputStream());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    Thread.ofVirtual().start(this::read);
  }

  public int status() {
    return answer.statusCode();
  }

  public String header(String name) {
    return answer.headers().firstValue(name).orElse(null);
  }

  public List<Told> told() {
    return told;
  }

  public List<String> comments() {
    return comments;
  }

  public String lastId() {
    return lastId;
  }

  public Follower awaitLastId(String id) {
    await().until(() -> lastId.equals(id));
    return this;
  }

  public List<Told> await(int events) {
    await().until(() -> told.size() >= events);
    return told;
  }

  /** Waits until the server has ended the stream by itself. */
  public void awaitEnd() {
    await().until(() -> ended);
  }

  private static org.awaitility.core.ConditionFactory await() {
    return Awaitility.await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(10));
  }

  private void read() {
    var data = new StringBuilder();
    String type = null;
    var id = lastId;
    try (var lines = new BufferedReader(new InputStreamReader(answer.body(), UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(":")) {
          comments.add(line);
        } else if (line.startsWith("id: ")) {
          id = line.substring(4);
        } else if (line.startsWith("event: ")) {
          type = line.substring(7);
        } else if (line.startsWith("data: ")) {
          data.append(line.substring(6));
        } else if (line.isEmpty()) {
          if (!data.isEmpty()) {
            told.add(new Told(id, type, json(data.toString())));
          }
          lastId = id;
          data.setLength(0);
          type = null;
        }
      }
      ended = true;
    } catch (IOException e) {
      // closed by the test
    }
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      answer.body().close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
