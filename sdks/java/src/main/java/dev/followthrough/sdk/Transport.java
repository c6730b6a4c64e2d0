package dev.followthrough.sdk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.followthrough.sdk.model.FieldError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Sends calls: token, repeats, positions and problems in one place. Safe to share between threads.
 */
public final class Transport {

  static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
          .build();

  private static final Set<Integer> RETRIED = Set.of(429, 502, 503, 504);
  private static final String POSITION = "Followthrough-Position";

  private final String base;
  private final TokenSource tokens;
  private final int retries;
  private final Duration timeout;
  private final HttpClient client;
  private final Pause pause;
  private final Map<String, Long> positions = new ConcurrentHashMap<>();

  Transport(Followthrough.Builder from) {
    base = from.baseUrl.replaceAll("/+$", "");
    tokens = from.tokens;
    retries = from.retries;
    timeout = from.timeout;
    pause = from.pause;
    client =
        HttpClient.newBuilder()
            .connectTimeout(from.timeout)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /**
   * Sends a call and reads its answer.
   *
   * @throws ProblemException when it is refused
   * @throws UncheckedIOException when nothing answers, after the last try
   */
  public <T> T send(Call call, TypeReference<T> kind) {
    var body = call.body == null ? null : written(call);
    var key = call.options.idempotencyKey();
    if (key == null && call.method.equals("POST")) {
      key = UUID.randomUUID().toString();
    }
    boolean stale = false;
    for (int tried = 0; ; tried++) {
      var backOff = Pause.backOff(Math.max(0, tried));
      Duration wait;
      try {
        var response = attempt(call, body, key, stale, timeout, BodyHandlers.ofByteArray());
        if (response.statusCode() == 401 && !stale) {
          stale = true;
          tried--;
          continue;
        }
        if (!RETRIED.contains(response.statusCode()) || tried >= retries) {
          return answer(response, kind);
        }
        wait = response.headers().firstValue("Retry-After").flatMap(Pause::asked).orElse(backOff);
      } catch (IOException broken) {
        if (tried >= retries) {
          throw new UncheckedIOException(broken);
        }
        wait = backOff;
      }
      pause.await(wait);
    }
  }

  /** An answer as it comes, for streams. */
  HttpResponse<InputStream> open(Call call, Map<String, String> headers) throws IOException {
    var response = attempt(call, null, false, null, BodyHandlers.ofInputStream(), headers);
    if (response.statusCode() == 401) {
      response.body().close();
      response = attempt(call, null, true, null, BodyHandlers.ofInputStream(), headers);
    }
    if (response.statusCode() / 100 != 2) {
      try (var body = response.body()) {
        throw problem(response, body.readAllBytes());
      }
    }
    return response;
  }

  <T> T read(JsonNode json, Class<T> kind) {
    return JSON.convertValue(json, kind);
  }

  private <B> HttpResponse<B> attempt(
      Call call, byte[] body, String key, boolean stale, Duration within, BodyHandler<B> handler)
      throws IOException {
    var headers = key == null ? Map.<String, String>of() : Map.of("Idempotency-Key", key);
    return attempt(call, body, stale, within, handler, headers);
  }

  private <B> HttpResponse<B> attempt(
      Call call,
      byte[] body,
      boolean stale,
      Duration within,
      BodyHandler<B> handler,
      Map<String, String> headers)
      throws IOException {
    var request =
        HttpRequest.newBuilder(URI.create(base + call.target()))
            .header("Authorization", "Bearer " + tokens.token(stale))
            .header("Accept", call.accept)
            .method(
                call.method,
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    if (within != null) {
      request.timeout(within);
    }
    if (body != null) {
      request.header("Content-Type", call.contentType);
    }
    if (call.options.ifMatch() != null) {
      request.header("If-Match", call.options.ifMatch());
    }
    if (call.options.requestId() != null) {
      request.header("X-Request-Id", call.options.requestId());
    }
    if (!positions.isEmpty()) {
      request.header(
          POSITION,
          positions.entrySet().stream()
              .map(at -> at.getKey() + "." + at.getValue())
              .collect(Collectors.joining(", ")));
    }
    try {
      var response = client.send(request.build(), handler);
      response.headers().firstValue(POSITION).ifPresent(this::remember);
      return response;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", interrupted);
    }
  }

  /** What was written is what the next call waits for. */
  private void remember(String header) {
    for (String one : header.split(",")) {
      int dot = one.lastIndexOf('.');
      if (dot > 0) {
        positions.merge(
            one.substring(0, dot).trim(), Long.valueOf(one.substring(dot + 1).trim()), Math::max);
      }
    }
  }

  private static byte[] written(Call call) {
    try {
      return call.contentType.contains("json")
          ? JSON.writeValueAsBytes(call.body)
          : call.body.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    } catch (JsonProcessingException unwritable) {
      throw new IllegalArgumentException(unwritable);
    }
  }

  @SuppressWarnings("unchecked")
  private static <T> T answer(HttpResponse<byte[]> response, TypeReference<T> kind) {
    if (response.statusCode() / 100 != 2) {
      throw problem(response, response.body());
    }
    if (response.statusCode() == 204 || kind.getType() == Void.class) {
      return null;
    }
    if (!response.headers().firstValue("Content-Type").orElse("").contains("json")) {
      return (T) new String(response.body(), java.nio.charset.StandardCharsets.UTF_8);
    }
    try {
      T read = JSON.readValue(response.body(), kind);
      if (read instanceof Model model) {
        model.cameWith(
            new Answer(
                response.statusCode(),
                header(response, "ETag"),
                header(response, "Location"),
                header(response, "X-Request-Id")));
      }
      return read;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static ProblemException problem(HttpResponse<?> response, byte[] payload) {
    JsonNode body;
    List<FieldError> errors;
    try {
      body = JSON.readTree(payload);
      errors = JSON.convertValue(body.path("errors"), new TypeReference<List<FieldError>>() {});
    } catch (IOException | IllegalArgumentException notOurs) {
      // something between here and the API answered
      body =
          JSON.createObjectNode().put("type", "about:blank").put("status", response.statusCode());
      errors = null;
    }
    return new ProblemException(
        response.statusCode(),
        body,
        errors == null ? List.of() : errors,
        header(response, "X-Request-Id"));
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse(null);
  }
}
