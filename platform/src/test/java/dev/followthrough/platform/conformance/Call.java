package dev.followthrough.platform.conformance;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;

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
      return new Answer(CLIENT.send(request(), Call::body));
    } catch (IOException e) {
      throw new IllegalStateException(method + " " + path + query + " got no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  CompletableFuture<Answer> sendAsync() {
    return CLIENT.sendAsync(request(), Call::body).thenApply(Answer::new);
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** The whole body; of a stream, which has no end, nothing. */
  private static BodySubscriber<byte[]> body(ResponseInfo answer) {
    var type = answer.headers().firstValue("Content-Type").orElse("");
    if (!type.startsWith("text/event-stream")) {
      return BodySubscribers.ofByteArray();
    }
    return new Beginning();
  }

  /** Takes the first bytes and leaves. */
  private static final class Beginning implements BodySubscriber<byte[]> {

    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private Flow.Subscription subscription;

    @Override
    public CompletionStage<byte[]> getBody() {
      return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      this.subscription = subscription;
      subscription.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> first) {
      body.complete(new byte[0]);
      // not at once: the client would take that for a failed answer
      CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS).execute(subscription::cancel);
    }

    @Override
    public void onError(Throwable thrown) {
      body.completeExceptionally(thrown);
    }

    @Override
    public void onComplete() {
      body.complete(new byte[0]);
    }
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
