package dev.followthrough.platform.conformance;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** One request, of which a check changes what it is about. */
final class Call {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final String base;
  private final String method;
  private String path;
  private String query = "";
  private final Map<String, String> headers = new LinkedHashMap<>();
  private byte[] body;

  Call(String base, String method, String path) {
    this.base = base;
    this.method = method;
    this.path = path;
  }

  Call token(String token) {
    return token == null ? without("Authorization") : header("Authorization", "Bearer " + token);
  }

  Call header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  Call without(String name) {
    headers.remove(name);
    return this;
  }

  Call path(String path) {
    this.path = path;
    return this;
  }

  Call query(String name, String value) {
    query += (query.isEmpty() ? "?" : "&") + encode(name) + "=" + encode(value);
    return this;
  }

  Call body(byte[] body) {
    this.body = body;
    return this;
  }

  byte[] body() {
    return body;
  }

  String path() {
    return path;
  }

  boolean hasQuery() {
    return !query.isEmpty();
  }

  /** The same address and token with another method, and no body. */
  Call at(String other) {
    var call = new Call(base, other, path);
    if (headers.containsKey("Authorization")) {
      call.header("Authorization", headers.get("Authorization"));
    }
    return call;
  }

  Answer send() {
    try {
      return new Answer(CLIENT.send(request(), BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new IllegalStateException(method + " " + path + query + " got no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  CompletableFuture<Answer> sendAsync() {
    return CLIENT.sendAsync(request(), BodyHandlers.ofByteArray()).thenApply(Answer::new);
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private HttpRequest request() {
    var request =
        HttpRequest.newBuilder(URI.create(base + path + query))
            .timeout(Duration.ofSeconds(30))
            .method(
                method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    return request.build();
  }
}
