package dev.followthrough.stack.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatewayTest {

  private static final String DOCUMENT =
      """
      {"openapi": "3.1.0",
       "x-problem-types": {"week-passed": ["commitments"]},
       "paths": {
         "/v1/contacts": {"x-service": "contacts", "get": {}, "post": {}},
         "/v1/contacts/{id}": {"x-service": "contacts", "get": {}},
         "/v1/stream": {"x-service": "contacts",
           "get": {"responses": {"200": {"content": {"text/event-stream": {}}}}}},
         "/v1/agreements": {"x-service": "commitments", "get": {}}}}
      """;

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client = HttpClient.newHttpClient();
  private final CompletableFuture<Void> streamClosed = new CompletableFuture<>();
  private final CompletableFuture<HttpServerRequest> slow = new CompletableFuture<>();
  @TempDir private Path folder;
  private Gateway gateway;

  @BeforeEach
  void start() throws IOException {
    Path document = Files.writeString(folder.resolve("openapi.json"), DOCUMENT);
    int nobody;
    try (var socket = new ServerSocket(0)) {
      nobody = socket.getLocalPort();
    }
    gateway =
        Gateway.start(
            vertx,
            new GatewaySettings(
                "127.0.0.1",
                0,
                Optional.of(document),
                Map.of(
                    "contacts",
                    List.of("127.0.0.1:" + nobody, "127.0.0.1:" + backend("one").actualPort()),
                    "commitments",
                    List.of("127.0.0.1:" + nobody)),
                "mailto:security@localhost"));
  }

  @AfterEach
  void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void a_replica_that_refuses_is_passed_over() throws Exception {
    for (int i = 0; i < 6; i++) {
      HttpResponse<String> answer = get("/v1/contacts/7?limit=3");
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(new JsonObject(answer.body()).getString("uri"))
          .isEqualTo("/v1/contacts/7?limit=3");
    }
  }

  @Test
  void the_service_hears_who_asked_and_not_what_the_client_claims() throws Exception {
    HttpResponse<String> answer =
        send(
            request("/v1/contacts")
                .header("X-Forwarded-For", "6.6.6.6")
                .header("Forwarded", "for=6.6.6.6")
                .header("X-Request-Id", "client-1")
                .GET());

    var headers = new JsonObject(answer.body()).getJsonObject("headers");
    assertThat(headers.getString("x-forwarded-for")).isEqualTo("127.0.0.1");
    assertThat(headers.getString("x-forwarded-proto")).isEqualTo("http");
    assertThat(headers.getString("x-forwarded-host")).isEqualTo("127.0.0.1:" + gateway.port());
    assertThat(headers.getString("forwarded")).isNull();
    assertThat(headers.getString("x-request-id")).isEqualTo("client-1");
    assertThat(answer.headers().allValues("x-request-id")).containsExactly("client-1");
  }

  @Test
  void an_odd_request_id_is_replaced() throws Exception {
    HttpResponse<String> answer =
        send(request("/v1/contacts").header("X-Request-Id", "a b\"c").GET());

    assertThat(answer.headers().firstValue("x-request-id").orElseThrow()).hasSize(36);
  }

  @Test
  void an_unknown_path_is_404_and_a_wrong_method_405_with_allow() throws Exception {
    HttpResponse<String> unknown = get("/v1/unknown");
    HttpResponse<String> wrong = send(request("/v1/agreements").DELETE());

    assertProblem(unknown, 404, "/problems/not-found");
    assertProblem(wrong, 405, "/problems/method-not-allowed");
    assertThat(wrong.headers().firstValue("allow")).hasValue("GET, HEAD, OPTIONS");
  }

  @Test
  void a_service_without_a_replica_is_503_with_retry_after() throws Exception {
    HttpResponse<String> answer = get("/v1/agreements");

    assertProblem(answer, 503, "/problems/unavailable");
    assertThat(answer.headers().firstValue("retry-after")).hasValue("1");
    assertProblem(get("/problems/week-passed"), 503, "/problems/unavailable");
    assertThat(get("/problems/shared-by-all").statusCode()).isEqualTo(200);
    assertThat(send(request("/problems/week-passed").DELETE()).statusCode()).isEqualTo(405);
  }

  @Test
  void a_service_that_dies_in_the_middle_is_a_problem_with_retry_after() throws Exception {
    HttpResponse<String> answer = get("/v1/contacts/die");

    assertProblem(answer, 503, "about:blank");
    assertThat(answer.headers().firstValue("retry-after")).hasValue("1");
  }

  @Test
  void a_large_upload_arrives_whole() throws Exception {
    String body = "x".repeat(5_000_000);

    HttpResponse<String> answer =
        send(request("/v1/contacts").POST(HttpRequest.BodyPublishers.ofString(body)));

    assertThat(new JsonObject(answer.body()).getInteger("bytes")).isEqualTo(5_000_000);
  }

  @Test
  void an_offer_of_http_2_in_clear_text_is_answered_by_http_1() throws Exception {
    assertThat(
            raw(
                """
                POST /v1/contacts HTTP/1.1\r
                Host: localhost\r
                Connection: Upgrade, HTTP2-Settings\r
                Upgrade: h2c\r
                HTTP2-Settings: AAEAAEAAAAIAAAABAAMAAABkAAQBAAAAAAUAAEAA\r
                Content-Length: 2\r
                \r
                {}"""))
        .startsWith("HTTP/1.1 200 ");
  }

  @Test
  void a_stream_arrives_as_it_is_written_and_its_end_is_passed_back() throws Exception {
    HttpResponse<InputStream> answer =
        client.send(request("/v1/stream").GET().build(), BodyHandlers.ofInputStream());

    try (var lines =
        new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
      assertThat(lines.readLine()).isEqualTo("data: first");
    }

    streamClosed.get(5, TimeUnit.SECONDS);
  }

  @Test
  void many_streams_leave_connections_for_other_requests_and_no_end_waits_for_them()
      throws Exception {
    var streams = new ArrayList<InputStream>();
    for (int i = 0; i < 300; i++) {
      streams.add(
          client.send(request("/v1/stream").GET().build(), BodyHandlers.ofInputStream()).body());
    }

    var other =
        client.send(
            request("/v1/contacts").timeout(Duration.ofSeconds(5)).GET().build(),
            BodyHandlers.ofString());
    assertThat(other.statusCode()).isEqualTo(200);

    long begin = System.nanoTime();
    gateway.close();
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
    for (var stream : streams) {
      stream.close();
    }
  }

  @Test
  void a_request_under_way_is_answered_before_the_gateway_ends() throws Exception {
    get("/v1/contacts/7");
    var answer =
        client.sendAsync(request("/v1/contacts/slow").GET().build(), BodyHandlers.ofString());
    HttpServerRequest underWay = slow.get(5, TimeUnit.SECONDS);

    CompletableFuture<Void> closing = CompletableFuture.runAsync(gateway::close);
    underWay.response().end("{}");

    assertThat(answer.get(5, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    closing.get(5, TimeUnit.SECONDS);
  }

  @Test
  void too_long_a_request_line_is_414_too_large_headers_431() throws Exception {
    assertProblem(get("/v1/contacts?" + "q".repeat(9000)), 414, "about:blank");
    assertProblem(
        send(request("/v1/contacts").header("X-Long", "q".repeat(17_000)).GET()),
        431,
        "about:blank");
  }

  @Test
  void what_is_not_http_is_400() throws Exception {
    assertThat(raw("BROKEN\r\n\r\n")).contains(" 400 ");
    assertThat(raw("GET /v1/contacts HTTP/1.1\r\n\r\n")).startsWith("HTTP/1.1 400 ");
  }

  @Test
  void the_product_describes_itself() throws Exception {
    assertThat(get("/openapi.json").body()).contains("\"/v1/agreements\"");
    assertThat(get("/openapi.yaml").body()).contains("/v1/agreements:");
    assertThat(get("/.well-known/api-catalog").headers().firstValue("content-type").orElseThrow())
        .startsWith("application/linkset+json");
    assertThat(get("/.well-known/api-catalog").body()).contains("/openapi.yaml");
    assertThat(get("/.well-known/security.txt").body())
        .contains("Contact: mailto:security@localhost", "Expires: ");
    assertThat(get("/docs/reference").body())
        .contains("/docs/start.js")
        .doesNotContain("http://", "https://");
    assertThat(get("/docs").body()).contains("<h1 id=\"start\">Start</h1>", "/docs/reference");
    assertThat(get("/docs/events").body()).contains("<h1 id=\"events\">");
    assertThat(get("/docs/errors").body()).contains("application/problem+json");
    assertThat(get("/docs/search.json").body()).contains("/docs/webhooks#verify-it");
    assertThat(get("/docs/swagger-ui-bundle.js").body()).hasSizeGreaterThan(1_000_000);
    assertThat(send(request("/docs").DELETE()).statusCode()).isEqualTo(405);
    assertThat(get("/healthz").statusCode()).isEqualTo(503);
    assertThat(get("/healthz").body()).contains("\"contacts\":\"UP\"", "\"commitments\":\"DOWN\"");
  }

  private HttpServer backend(String name) {
    return vertx
        .createHttpServer()
        .requestHandler(this::answer)
        .listen(0, "127.0.0.1")
        .toCompletionStage()
        .toCompletableFuture()
        .join();
  }

  private void answer(HttpServerRequest request) {
    if (request.path().endsWith("/slow")) {
      slow.complete(request);
      return;
    }
    if (request.path().endsWith("/die")) {
      request.connection().close();
      return;
    }
    if (request.path().equals("/v1/stream")) {
      request.response().closeHandler(_ -> streamClosed.complete(null));
      request
          .response()
          .setChunked(true)
          .putHeader("Content-Type", "text/event-stream")
          .write("data: first\n\n");
      return;
    }
    var headers = new JsonObject();
    request.headers().forEach((name, value) -> headers.put(name.toLowerCase(), value));
    request
        .body()
        .onSuccess(
            body ->
                request
                    .response()
                    .putHeader("X-Request-Id", "from-the-service")
                    .end(
                        new JsonObject()
                            .put("uri", request.uri())
                            .put("headers", headers)
                            .put("bytes", body.length())
                            .toBuffer()));
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send(request(path).GET());
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port() + path))
        .version(HttpClient.Version.HTTP_1_1);
  }

  private String raw(String bytes) throws IOException {
    try (var socket = new Socket("127.0.0.1", gateway.port())) {
      socket.setSoTimeout(5000);
      socket.getOutputStream().write(bytes.getBytes(StandardCharsets.US_ASCII));
      return new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
          .readLine();
    }
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String type) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
    var problem = new JsonObject(answer.body());
    assertThat(problem.getString("type")).isEqualTo(type);
    assertThat(problem.getInteger("status")).isEqualTo(status);
    assertThat(answer.headers().firstValue("x-request-id")).isPresent();
  }
}
