package dev.followthrough.platform.outgoing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.followthrough.platform.outgoing.OutgoingAnswer.Answered;
import dev.followthrough.platform.outgoing.OutgoingAnswer.Failed;
import dev.followthrough.platform.outgoing.OutgoingAnswer.Kind;
import dev.followthrough.platform.outgoing.OutgoingAnswer.Refused;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutgoingHttpTest {

  private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");
  private static final InetAddress DEAD = InetAddress.ofLiteral("127.0.0.2");
  private static final InetAddress INSIDE = InetAddress.ofLiteral("10.0.0.1");
  private static final InetAddress METADATA = InetAddress.ofLiteral("169.254.169.254");

  private final Map<String, Integer> lookups = new ConcurrentHashMap<>();
  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void closeAll() throws Exception {
    for (var one : open.reversed()) {
      one.close();
    }
  }

  @Test
  void the_answer_comes_with_its_status_headers_and_excerpt() {
    var receiver =
        open(
            Receiver.http(
                request ->
                    request
                        .response()
                        .setStatusCode(429)
                        .putHeader("Retry-After", "120")
                        .putHeader("Content-Type", "text/plain")
                        .end("slow down")));

    var answer = (Answered) post(http(_ -> HERE), receiver, "hooks.example.test", "/in?x=1");

    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.success()).isFalse();
    assertThat(answer.retryAfter()).contains("120");
    assertThat(answer.contentType()).contains("text/plain");
    assertThat(answer.excerpt()).isEqualTo("slow down");
    assertThat(answer.latency()).isPositive();
    assertThat(receiver.requests).containsExactly("POST /in?x=1");
  }

  @Test
  void the_request_arrives_with_the_urls_host_its_headers_and_its_body() {
    var head = new CompletableFuture<Map<String, String>>();
    var body = new CompletableFuture<String>();
    var receiver =
        open(
            Receiver.http(
                request -> {
                  var headers = new TreeMap<String, String>();
                  request.headers().forEach((k, v) -> headers.put(k.toLowerCase(Locale.ROOT), v));
                  head.complete(headers);
                  request.body().onSuccess(b -> body.complete(b.toString()));
                  request.response().putHeader("Set-Cookie", "a=b").end();
                }));
    var http = http(_ -> HERE);

    post(http, receiver, "hooks.example.test", "/");

    assertThat(head.join())
        .containsEntry("host", "hooks.example.test:" + receiver.port())
        .containsEntry("x-key", "value")
        .containsEntry("content-length", "5")
        .containsEntry("accept-encoding", "identity")
        .hasSize(4);
    assertThat(body.join()).isEqualTo("hello");
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void a_redirect_is_an_answer_and_is_not_followed(int status) {
    var receiver =
        open(
            Receiver.http(
                request ->
                    request
                        .response()
                        .setStatusCode(status)
                        .putHeader("Location", "/elsewhere")
                        .end()));

    var answer = post(http(_ -> HERE), receiver, "hooks.example.test", "/in");

    assertThat(((Answered) answer).status()).isEqualTo(status);
    assertThat(receiver.requests).containsExactly("POST /in");
  }

  @Test
  void one_address_that_is_not_public_refuses_the_name_whole() {
    var receiver = open(Receiver.http(request -> request.response().end("inside")));

    for (var answers :
        List.of(
            List.of(INSIDE), List.of(HERE, INSIDE), List.of(METADATA, HERE), List.of(HERE, DEAD))) {
      var http = http("", name -> answers);

      assertThat(post(http, receiver, "hooks.example.test", "/"))
          .isInstanceOfSatisfying(
              Refused.class,
              refused -> {
                assertThat(refused.rule()).isEqualTo("public-address");
                assertThat(refused.sentence()).doesNotContain("10.0").doesNotContain("127.");
              });
    }
    assertThat(receiver.connections).hasValue(0);
  }

  @Test
  void a_name_that_changes_its_answer_is_looked_up_once_and_connected_where_it_was_checked() {
    var receiver = open(Receiver.http(request -> request.response().end()));
    var http = http("", name -> List.of(lookups.get(name) == 1 ? HERE : METADATA));

    var first = post(http, receiver, "rebind.example.test", "/");
    assertThat(first).isInstanceOf(Answered.class);
    assertThat(lookups).containsEntry("rebind.example.test", 1);

    var second = post(http, receiver, "rebind.example.test", "/");
    assertThat(second).isInstanceOf(Refused.class);
    assertThat(lookups).containsEntry("rebind.example.test", 2);
    assertThat(receiver.requests).hasSize(1);
  }

  @Test
  void a_kept_connection_serves_its_own_address_and_name_only() {
    var receiver = open(Receiver.http(request -> request.response().end()));
    var http =
        http(
            "connect-limit=1s",
            name -> List.of(name.startsWith("moved") && lookups.get(name) > 1 ? DEAD : HERE));

    post(http, receiver, "one.example.test", "/");
    post(http, receiver, "one.example.test", "/");
    assertThat(receiver.connections).hasValue(1);

    post(http, receiver, "two.example.test", "/");
    assertThat(receiver.connections).hasValue(2);

    assertThat(post(http, receiver, "moved.example.test", "/")).isInstanceOf(Answered.class);
    assertThat(post(http, receiver, "moved.example.test", "/")).satisfies(failed(Kind.CONNECT));
  }

  @Test
  void the_next_address_is_tried_when_the_first_accepts_no_connection() {
    var receiver = open(Receiver.http(request -> request.response().end()));
    var http = http("connect-limit=1s", _ -> List.of(DEAD, HERE));

    assertThat(post(http, receiver, "hooks.example.test", "/")).isInstanceOf(Answered.class);
    assertThat(receiver.requests).hasSize(1);
  }

  @Test
  void refused_spellings_are_refused_without_a_lookup() {
    var http = http(_ -> HERE);

    for (var url : List.of("http://2130706433/", "http://10.0.0.1/", "http://me@example.test/")) {
      assertThat(http.send(OutgoingRequest.post(url, Map.of(), new byte[0])))
          .isInstanceOf(Refused.class);
    }
    assertThat(lookups).isEmpty();
  }

  @Test
  void an_address_that_drips_is_cut_off_at_the_time_limit() throws Exception {
    var receiver =
        open(
            Receiver.raw(
                socket -> {
                  socket.write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
                  dripUntilClosed(socket);
                }));

    var answer = post(http("time-limit=300ms", _ -> List.of(HERE)), receiver, "slow.test", "/");

    assertThat(answer).satisfies(failed(Kind.TIMEOUT));
    receiver.hungUp.get(10, TimeUnit.SECONDS);
  }

  @Test
  void a_head_that_drips_and_a_silent_server_are_cut_off_too() throws Exception {
    var dripping = open(Receiver.raw(OutgoingHttpTest::dripUntilClosed));
    var silent = open(Receiver.raw(_ -> {}));
    var http = http("time-limit=300ms", _ -> List.of(HERE));

    assertThat(post(http, dripping, "slow.test", "/")).satisfies(failed(Kind.TIMEOUT));
    assertThat(post(http, silent, "slow.test", "/")).satisfies(failed(Kind.TIMEOUT));
    dripping.hungUp.get(10, TimeUnit.SECONDS);
    silent.hungUp.get(10, TimeUnit.SECONDS);
  }

  @Test
  void endless_interim_answers_are_cut_off_too() throws Exception {
    var receiver =
        open(Receiver.raw(socket -> repeatUntilClosed(socket, "HTTP/1.1 100 Continue\r\n\r\n")));

    var answer = post(http("time-limit=300ms", _ -> List.of(HERE)), receiver, "slow.test", "/");

    assertThat(answer).satisfies(failed(Kind.TIMEOUT));
    receiver.hungUp.get(10, TimeUnit.SECONDS);
  }

  @Test
  void of_a_large_body_a_kilobyte_is_kept_and_the_rest_dropped() throws Exception {
    var receiver = open(Receiver.http(request -> request.response().end("ab".repeat(10_000))));

    var answer = (Answered) post(http(_ -> HERE), receiver, "hooks.example.test", "/");

    assertThat(answer.excerpt()).isEqualTo("ab".repeat(512));
  }

  @Test
  void an_endless_body_is_read_to_a_bound_and_hung_up_on() throws Exception {
    var receiver =
        open(
            Receiver.raw(
                socket -> {
                  socket.write("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n");
                  repeatUntilClosed(socket, "x".repeat(10_000));
                }));

    var answer = (Answered) post(http(_ -> HERE), receiver, "hooks.example.test", "/");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.excerpt()).isEqualTo("x".repeat(1024));
    receiver.hungUp.get(10, TimeUnit.SECONDS);
  }

  @Test
  void an_excerpt_is_text_that_can_be_stored() {
    byte[] odd = "a\u0000b\u001Bc\nd\u00e9".getBytes(UTF_8);
    byte[] broken = new byte[2000];
    Arrays.fill(broken, (byte) 0xE2);
    var receiver =
        open(
            Receiver.http(
                request ->
                    request
                        .response()
                        .end(Buffer.buffer(request.uri().equals("/odd") ? odd : broken))));
    var http = http(_ -> HERE);

    var first = (Answered) post(http, receiver, "hooks.example.test", "/odd");
    var second = (Answered) post(http, receiver, "hooks.example.test", "/broken");

    assertThat(first.excerpt()).isEqualTo("abc\ndé");
    assertThat(second.excerpt().getBytes(UTF_8).length).isBetween(1000, 1024);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SSH-2.0-OpenSSH_9.6\r\n\r\n",
        "HTTP/1.1 abc\r\n\r\n",
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzzz\r\n"
      })
  void what_is_not_http_is_not_read_as_an_answer(String nonsense) {
    var receiver = open(Receiver.raw(socket -> socket.write(nonsense)));

    assertThat(post(http(_ -> HERE), receiver, "hooks.example.test", "/"))
        .satisfies(failed(Kind.PROTOCOL));
  }

  @Test
  void a_head_without_end_is_not_read_to_its_end() {
    var receiver =
        open(
            Receiver.raw(
                socket -> {
                  socket.write("HTTP/1.1 200 OK\r\nX: ");
                  repeatUntilClosed(socket, "x".repeat(10_000));
                }));

    assertThat(post(http(_ -> HERE), receiver, "hooks.example.test", "/"))
        .satisfies(failed(Kind.PROTOCOL));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf"})
  void an_answer_that_breaks_off_is_no_answer(String half) {
    var receiver = open(Receiver.raw(socket -> socket.end(Buffer.buffer(half))));

    assertThat(post(http(_ -> HERE), receiver, "hooks.example.test", "/"))
        .satisfies(failed(Kind.RESET));
  }

  @Test
  void a_name_without_an_address_fails_and_a_hanging_lookup_ends_in_time() throws Exception {
    var release = new CountDownLatch(1);
    var http =
        http(
            "lookup-limit=200ms",
            name -> {
              if (name.equals("hanging.test")) {
                awaitQuietly(release);
              }
              throw new UnknownHostException(name);
            });

    for (var name : List.of("nowhere.test", "hanging.test")) {
      assertThat(http.send(OutgoingRequest.post("http://" + name + "/", Map.of(), new byte[0])))
          .satisfies(failed(Kind.DNS));
    }
    release.countDown();
  }

  @Test
  void one_place_gets_no_more_connections_at_a_time_than_configured() throws Exception {
    var receiver = open(Receiver.http(request -> request.response().end()));
    var http = http("connections-per-host=2", _ -> List.of(HERE));

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers =
          IntStream.range(0, 40)
              .mapToObj(i -> threads.submit(() -> post(http, receiver, "busy.test", "/" + i)))
              .toList();
      for (var answer : answers) {
        assertThat(answer.get()).isInstanceOf(Answered.class);
      }
    }
    assertThat(receiver.requests).hasSize(40).doesNotHaveDuplicates();
    assertThat(receiver.connections.get()).isBetween(1, 2);
  }

  @Test
  void a_hundred_silent_places_do_not_delay_another_one() throws Exception {
    var silentReached = new CountDownLatch(100);
    var silent = open(Receiver.raw(_ -> silentReached.countDown()));
    var receiver = open(Receiver.http(request -> request.response().end()));
    var http = http(_ -> HERE);

    var waiting =
        IntStream.range(0, 100)
            .mapToObj(
                i -> Thread.ofVirtual().start(() -> post(http, silent, "s" + i + ".test", "/")))
            .toList();
    assertThat(silentReached.await(10, TimeUnit.SECONDS)).isTrue();

    assertThat(post(http, receiver, "good.test", "/")).isInstanceOf(Answered.class);
    assertThat(waiting).allMatch(Thread::isAlive);
    waiting.forEach(Thread::interrupt);
  }

  @Test
  void an_interrupted_request_hangs_up_and_says_it_was_cancelled() throws Exception {
    var reached = new CountDownLatch(1);
    var receiver = open(Receiver.raw(_ -> reached.countDown()));
    var http = http(_ -> HERE);
    var answer = new CompletableFuture<OutgoingAnswer>();
    var interrupted = new CompletableFuture<Boolean>();

    var caller =
        Thread.ofVirtual()
            .start(
                () -> {
                  answer.complete(post(http, receiver, "hooks.example.test", "/"));
                  interrupted.complete(Thread.currentThread().isInterrupted());
                });
    assertThat(reached.await(10, TimeUnit.SECONDS)).isTrue();
    caller.interrupt();

    assertThat(answer.get(10, TimeUnit.SECONDS)).satisfies(failed(Kind.CANCELLED));
    assertThat(interrupted.get(10, TimeUnit.SECONDS)).isTrue();
    receiver.hungUp.get(10, TimeUnit.SECONDS);
  }

  @Test
  @EnabledIf("ipv6IsHere")
  void an_ipv6_address_is_connected_to_and_named_in_brackets() {
    var host = new CompletableFuture<String>();
    var receiver =
        open(
            Receiver.httpOnIpv6(
                request -> {
                  host.complete(request.getHeader("Host"));
                  request.response().end();
                }));
    var http = http("allowed-networks=::1/128", _ -> List.of());

    assertThat(post(http, receiver, "[::1]", "/")).isInstanceOf(Answered.class);
    assertThat(host.join()).isEqualTo("[::1]:" + receiver.port());
  }

  static boolean ipv6IsHere() {
    try (var _ = new ServerSocket(0, 1, InetAddress.ofLiteral("::1"))) {
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  @Test
  void an_event_loop_is_never_blocked() throws Exception {
    var receiver = open(Receiver.http(request -> request.response().end()));
    var http = http(_ -> HERE);
    var outcome = new CompletableFuture<OutgoingAnswer>();

    receiver
        .vertx()
        .runOnContext(
            _ -> {
              try {
                outcome.complete(post(http, receiver, "hooks.example.test", "/"));
              } catch (RuntimeException e) {
                outcome.completeExceptionally(e);
              }
            });

    assertThatThrownBy(() -> outcome.get(10, TimeUnit.SECONDS))
        .hasCauseInstanceOf(IllegalStateException.class);
  }

  private OutgoingHttp http(OneName name) {
    return http("", n -> List.of(name.address(n)));
  }

  private OutgoingHttp http(String setting, NameLookup names) {
    var settings = new ArrayList<String>();
    Collections.addAll(settings, "schemes", "http", "ports", "*");
    Collections.addAll(
        settings, "allowed-networks", setting.isEmpty() ? "127.0.0.1/32" : "127.0.0.0/8");
    if (!setting.isEmpty()) {
      Collections.addAll(settings, setting.split("="));
    }
    var config = Configured.outgoing(settings.toArray(String[]::new));
    var http =
        new OutgoingHttp(
            config,
            new OutgoingPolicy(config),
            name -> {
              lookups.merge(name, 1, Integer::sum);
              return names.addresses(name);
            },
            Optional.empty());
    open.add(http::close);
    return http;
  }

  private static OutgoingAnswer post(
      OutgoingHttp http, Receiver receiver, String host, String target) {
    return http.send(
        OutgoingRequest.post(
            "http://" + host + ":" + receiver.port() + target,
            Map.of("X-Key", "value"),
            "hello".getBytes(UTF_8)));
  }

  private static Consumer<OutgoingAnswer> failed(Kind kind) {
    return answer ->
        assertThat(answer)
            .isInstanceOfSatisfying(
                Failed.class,
                failed -> {
                  assertThat(failed.kind()).isEqualTo(kind);
                  assertThat(failed.sentence()).isEqualTo(kind.sentence());
                  assertThat(failed.latency()).isLessThan(Duration.ofSeconds(15));
                });
  }

  private <T extends AutoCloseable> T open(T closeable) {
    open.add(closeable);
    return closeable;
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      var _ = latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @FunctionalInterface
  private interface OneName {
    InetAddress address(String name);
  }

  private static void dripUntilClosed(NetSocket socket) {
    repeatUntilClosed(socket, "x");
  }

  /** A piece every few milliseconds, as a server does that means to hold its caller. */
  private static void repeatUntilClosed(NetSocket socket, String piece) {
    var vertx = Vertx.currentContext().owner();
    vertx.setPeriodic(5, id -> socket.write(piece).onFailure(_ -> vertx.cancelTimer(id)));
  }
}
