package dev.followthrough.system.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The API as a third-party client calls it: with a token, an idempotency key on every POST, and the
 * positions of its own writes echoed, so that it reads what it wrote. Safe for several threads.
 */
public final class Api {

  /** An answer: its status and its JSON, which is missing where the body is empty. */
  public record Answer(int status, JsonNode json, String location) {

    public boolean isSuccess() {
      return status / 100 == 2;
    }

    /** The answer's JSON, or an {@link IllegalStateException} that shows the refusal. */
    public JsonNode orThrow() {
      if (!isSuccess()) {
        throw new IllegalStateException("the API answered %d: %s".formatted(status, json));
      }
      return json;
    }
  }

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final HttpClient http;
  private final String baseUrl;
  private final String token;
  private final Map<String, String> positions = new ConcurrentHashMap<>();

  public Api(String baseUrl, String token) {
    this(HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build(), baseUrl, token);
  }

  public Api(HttpClient http, String baseUrl, String token) {
    this.http = http;
    this.baseUrl = baseUrl;
    this.token = token;
  }

  public Answer get(String path) {
    return send(request(path).GET());
  }

  /** Posts the JSON under a new idempotency key. */
  public Answer post(String path, String json) {
    return post(path, json, UUID.randomUUID().toString());
  }

  /** Posts under the given key, so that a repeat is recognised. An empty body sends none. */
  public Answer post(String path, String json, String key) {
    var request = request(path).header("Idempotency-Key", key);
    if (!json.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    return send(request.POST(BodyPublishers.ofString(json)));
  }

  public Answer patch(String path, String json) {
    return send(
        request(path)
            .header("Content-Type", "application/merge-patch+json")
            .method("PATCH", BodyPublishers.ofString(json)));
  }

  public Answer delete(String path) {
    return send(request(path).DELETE());
  }

  private HttpRequest.Builder request(String path) {
    var request =
        HttpRequest.newBuilder(URI.create(baseUrl + path))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + token);
    if (!positions.isEmpty()) {
      request.header("Followthrough-Position", String.join(",", positions.values()));
    }
    return request;
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      var response = http.send(request.build(), BodyHandlers.ofString());
      response
          .headers()
          .firstValue("Followthrough-Position")
          .ifPresent(position -> positions.merge(source(position), position, Api::later));
      return new Answer(
          response.statusCode(),
          json(response.body()),
          response.headers().firstValue("Location").orElse(null));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static JsonNode json(String body) throws IOException {
    return body.isBlank() ? MAPPER.missingNode() : MAPPER.readTree(body);
  }

  private static String source(String position) {
    return position.substring(0, position.indexOf('.'));
  }

  private static String later(String one, String other) {
    return number(one) > number(other) ? one : other;
  }

  private static long number(String position) {
    return Long.parseLong(position.substring(position.indexOf('.') + 1));
  }
}
