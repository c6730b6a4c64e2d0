package dev.followthrough.notifications.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.followthrough.events.ContactAdded;
import dev.followthrough.events.MeetingVoided;
import dev.followthrough.notifications.testing.Client;
import dev.followthrough.notifications.testing.Follower;
import dev.followthrough.notifications.testing.LogRows;
import dev.followthrough.platform.kafka.KafkaProbe;
import dev.followthrough.platform.testing.StackResource;
import dev.followthrough.platform.testing.Tokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.smallrye.jwt.build.Jwt;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notifications"))
class EventStreamTest {

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  @Inject KafkaProbe others;
  @Inject EventStreams streams;

  private final Client owner = Client.ofNewOwner();

  private Follower follow(String query, String lastId) {
    return new Follower(Tokens.of(owner.name()), query, lastId);
  }

  private UUID contactAdded() {
    return others
        .publish(
            "contacts",
            owner.owner(),
            new ContactAdded(UUID.randomUUID(), "Ada", false),
            Instant.now())
        .id();
  }

  private void logged(String type, int count) {
    LogRows.add(owner.owner(), type, "contact/1", count, 0);
  }

  private void awaitOpen(int count) {
    await().atMost(PATIENCE).until(() -> streams.of(owner.owner()).size() == count);
  }

  @Test
  void what_happens_is_told_as_it_comes_with_its_place_type_and_body() {
    logged("contact.changed", 3);
    try (var follower = follow("", null)) {
      follower.awaitLastId("3");
      var event = contactAdded();

      var told = follower.await(1).getFirst();

      assertThat(told.id()).isEqualTo("4");
      assertThat(told.type()).isEqualTo("contact.added");
      assertThat(told.data().path("id").asText()).isEqualTo(event.toString());
      assertThat(told.data().path("type").asText()).isEqualTo("contact.added");
      assertThat(told.data().path("data").path("name").asText()).isEqualTo("Ada");
      assertThat(follower.header("Content-Type")).startsWith("text/event-stream");
      assertThat(follower.header("Cache-Control")).isEqualTo("no-store");
      assertThat(follower.header("X-Request-Id")).isNotEmpty();
    }
  }

  @Test
  void a_break_leaves_no_gap_and_no_double_whenever_it_comes() {
    var seen = new ArrayList<Long>();
    var random = new Random(7);
    var lastId = "0";
    var publisher =
        Thread.ofVirtual()
            .start(
                () -> {
                  for (var i = 0; i < 60; i++) {
                    contactAdded();
                  }
                });
    while (seen.size() < 60) {
      try (var follower = follow("", lastId)) {
        follower.await(Math.min(1 + random.nextInt(12), 60 - seen.size()));
        for (var told : follower.told()) {
          seen.add(told.place());
          lastId = told.id();
        }
      }
    }
    assertThat(publisher.isAlive()).isFalse();
    assertThat(seen).containsExactlyElementsOf(LongStream.rangeClosed(1, 60).boxed().toList());
  }

  @Test
  void what_another_replica_logs_is_told_too() {
    try (var follower = follow("", null)) {
      follower.awaitLastId("0");

      logged("contact.added", 45);

      assertThat(follower.await(45))
          .extracting(Follower.Told::place)
          .containsExactlyElementsOf(LongStream.rangeClosed(1, 45).boxed().toList());
    }
  }

  @Test
  void what_this_replica_logs_is_told_without_waiting_for_the_look_at_the_others() {
    try (var follower = follow("", null)) {
      follower.awaitLastId("0");
      var begin = System.nanoTime();

      for (var i = 1; i <= 3; i++) {
        contactAdded();
        follower.await(i);
      }

      // one look at the logs every 3 s would take 6 s at least
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
    }
  }

  @Test
  void more_quiet_streams_than_there_are_database_connections_hold_none() {
    var followers = new ArrayList<Follower>();
    for (var i = 0; i < 7; i++) {
      var token = Tokens.of("quiet-" + UUID.randomUUID());
      for (var j = 0; j < 3; j++) {
        followers.add(new Follower(token, "", null).awaitLastId("0"));
      }
    }

    logged("contact.added", 1);

    owner.get("/v1/events").statusCode(200);
    try (var follower = follow("", "0")) {
      follower.await(1);
    }
    followers.forEach(Follower::close);
  }

  @Test
  void a_filtered_stream_remembers_how_far_it_looked() {
    try (var follower = follow("?type=contact.*&subject=contact/1", null)) {
      follower.awaitLastId("0");
      logged("contact.added", 1);
      logged("meeting.held", 30);

      follower.awaitLastId("31");

      assertThat(follower.told()).extracting(Follower.Told::type).containsExactly("contact.added");
    }
  }

  @Test
  void the_header_counts_before_the_parameter_and_both_before_now() {
    logged("contact.added", 5);
    try (var afterTwo = follow("?after=2", null);
        var afterFour = follow("?after=2", "4")) {
      assertThat(afterTwo.await(3)).extracting(Follower.Told::place).containsExactly(3L, 4L, 5L);
      assertThat(afterFour.await(1)).extracting(Follower.Told::place).containsExactly(5L);
    }
  }

  @Test
  void a_place_that_is_none_is_refused() {
    owner.request().header("Last-Event-ID", "x").get("/v1/events/stream").then().statusCode(400);
    owner.request().header("Last-Event-ID", "9").get("/v1/events/stream").then().statusCode(409);
  }

  @Test
  void a_quiet_stream_gives_signs_of_life() {
    try (var one = follow("", null);
        var two = follow("", null)) {
      await().atMost(PATIENCE).until(() -> one.comments().size() >= 3);
      await().atMost(PATIENCE).until(() -> two.comments().size() >= 3);
      assertThat(one.comments()).containsOnly(": still here");
    }
  }

  @Test
  void news_that_a_client_does_not_want_do_not_take_the_place_of_signs_of_life() {
    try (var follower = follow("?type=contact.*", null)) {
      follower.awaitLastId("0");

      await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(100))
          .until(
              () -> {
                others.publish(
                    "contacts", owner.owner(), new MeetingVoided(UUID.randomUUID()), Instant.now());
                return follower.comments().size() >= 2;
              });
    }
  }

  @Test
  void an_owner_has_so_many_streams_and_a_place_is_free_once_one_is_closed() {
    var first = follow("", null);
    try (var second = follow("", null);
        var third = follow("", null)) {
      awaitOpen(3);
      try (var fourth = follow("", null)) {
        assertThat(fourth.status()).isEqualTo(429);
        assertThat(fourth.header("Retry-After")).isNotEmpty();
        assertThat(fourth.header("Content-Type")).isEqualTo("application/problem+json");
      }
      try (var stranger = new Follower(Tokens.of("stranger-" + UUID.randomUUID()), "", null)) {
        assertThat(stranger.status()).isEqualTo(200);
      }

      first.close();

      awaitOpen(2);
      try (var again = follow("", null)) {
        assertThat(again.status()).isEqualTo(200);
      }
    }
    awaitOpen(0);
  }

  @Test
  void a_stream_that_is_ended_says_so_and_closes_in_order() {
    try (var follower = follow("", null)) {
      follower.awaitLastId("0");

      streams.of(owner.owner()).forEach(EventStream::end);

      follower.awaitEnd();
      assertThat(follower.comments().getLast()).contains("go on from the last id");
    }
  }

  @Test
  void a_stream_ends_with_its_token() throws Exception {
    try (var follower = new Follower(tokenFor(Duration.ofSeconds(2)), "", null)) {
      follower.awaitLastId("0");

      follower.awaitEnd();

      assertThat(follower.comments().getLast()).contains("go on from the last id");
      awaitOpen(0);
    }
  }

  @Test
  void a_reader_that_takes_nothing_is_cut_off_and_was_not_read_for() throws Exception {
    LogRows.add(owner.owner(), "contact.added", "contact/1", 1_000, 15_000);
    try (var socket = connect()) {
      awaitOpen(1);
      var stream = streams.of(owner.owner()).getFirst();

      awaitOpen(0);

      // what lies in the sockets' buffers has left; the rest was never taken from the log
      assertThat(stream.place()).isBetween(1L, 900L);
    }
  }

  @Test
  void a_slow_reader_gets_everything_in_order_at_its_own_speed() throws Exception {
    LogRows.add(owner.owner(), "contact.added", "contact/1", 1_000, 15_000);
    var seen = new ArrayList<Long>();
    var begin = System.nanoTime();
    try (var socket = connect();
        var lines =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
      while (seen.size() < 1_000) {
        var line = lines.readLine();
        assertThat(line).isNotNull();
        if (line.startsWith("id: ") && !line.equals("id: 0")) {
          var place = Long.parseLong(line.substring(4));
          if (seen.isEmpty() || seen.getLast() != place) {
            seen.add(place);
          }
          Thread.sleep(3);
        }
      }
    }
    // slower than a stuck reader may be, and not cut off
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofSeconds(2));
    assertThat(seen).containsExactlyElementsOf(LongStream.rangeClosed(1, 1_000).boxed().toList());
  }

  @Test
  void a_head_opens_no_stream() {
    owner.request().head("/v1/events/stream").then().statusCode(200);

    assertThat(streams.of(owner.owner())).isEmpty();
  }

  /** A connection that has asked for the whole log and reads as a test wants it to. */
  private Socket connect() throws Exception {
    var socket = new Socket();
    socket.setReceiveBufferSize(16_384);
    socket.connect(new java.net.InetSocketAddress("localhost", RestAssured.port));
    socket
        .getOutputStream()
        .write(
            "GET /v1/events/stream?after=0 HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n"
                .formatted(Tokens.of(owner.name()))
                .getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private String tokenFor(Duration time) throws Exception {
    var encoded =
        ConfigProvider.getConfig().getValue("followthrough.test.private-key", String.class);
    var key =
        KeyFactory.getInstance("RSA")
            .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(encoded)));
    return Jwt.issuer("https://issuer.test")
        .subject(owner.name())
        .audience("followthrough")
        .claim("scope", "notifications:read")
        .expiresAt(Instant.now().plus(time))
        .sign(key);
  }
}
