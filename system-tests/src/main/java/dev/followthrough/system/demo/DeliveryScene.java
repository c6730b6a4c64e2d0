package dev.followthrough.system.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.followthrough.system.client.Api;
import dev.followthrough.system.client.EventStream;
import dev.followthrough.system.client.EventStream.Told;
import dev.followthrough.system.client.Receiver;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * How events reach a client that has a bad day: a receiver that fails and is sent the delivery
 * again, a secret that is replaced with an overlap, an endpoint that is sent what it missed, a
 * stream that goes on after a cut, and a calendar for who reads no events.
 */
final class DeliveryScene {

  private static final Duration PATIENCE = Duration.ofSeconds(8);
  private static final String ENDPOINTS = "/v1/webhook-endpoints";
  private static final String CONTACTS_ALONE = "?type=contact.added";

  private final Api api;
  private final String baseUrl;
  private final String token;
  private final Story story;
  private final Instant began = Instant.now().minusSeconds(1);

  DeliveryScene(String baseUrl, String token, Story story) {
    this.api = new Api(baseUrl, token);
    this.baseUrl = baseUrl;
    this.token = token;
    this.story = story;
  }

  /** Returns whether everything was as it should be; a refused call throws. */
  boolean play() throws IOException {
    try (var receiver = new Receiver(story::arrived)) {
      story.step("A third owner's receiver is out of order when an event comes");
      var endpoint = endpoint(receiver, "out of order twice");
      return failing(receiver, id(endpoint))
          && rotated(receiver, endpoint)
          && recovered(receiver)
          && streamed()
          && new FeedScene(api, baseUrl, story).play();
    }
  }

  /** Two tries fail and the third succeeds: the log of attempts shows all, under one id. */
  private boolean failing(Receiver receiver, String endpoint) {
    receiver.failNext(2);
    meet("Mary Somerville");
    if (!arrived(receiver, 1)) {
      return false;
    }
    var delivery = delivery(endpoint, 1);
    story.say("   The next try would come after 5 seconds; we ask for it now.");
    resend(delivery);
    if (!arrived(receiver, 2)) {
      return false;
    }
    attempts(delivery, 2);
    story.step("It is well again, and we ask once more");
    resend(delivery);
    if (!arrived(receiver, 3)) {
      return false;
    }
    var log = attempts(delivery, 3);
    story.shown("the log of attempts", log.path("attempts"));
    return log.path("delivery").path("status").asText().equals("delivered")
        && log.path("attempts").findValuesAsText("statusCode").equals(List.of("500", "500", "204"))
        && receiver.received().stream().map(Receiver.Received::id).distinct().count() == 1;
  }

  /** For the overlap each delivery is signed with both secrets, so that no receiver has a gap. */
  private boolean rotated(Receiver receiver, JsonNode endpoint) {
    story.step("We replace its secret; for an hour both sign");
    var rotation =
        story.sent(
            "POST …/secret-rotation",
            api.post(ENDPOINTS + "/" + id(endpoint) + "/secret-rotation", "{\"overlapHours\": 1}"));
    meet("Caroline Herschel");
    if (!arrived(receiver, 4)) {
      return false;
    }
    var signed = receiver.received().getLast();
    return signed.isSignedBy(endpoint.path("secret").asText())
        && signed.isSignedBy(rotation.path("secret").asText());
  }

  /** An endpoint that is younger than the events is sent them under their own ids. */
  private boolean recovered(Receiver before) throws IOException {
    try (var receiver = new Receiver(story::arrived)) {
      story.step("A second receiver is sent what it has missed since the scene began");
      var endpoint = endpoint(receiver, "came later");
      var recovery =
          story.sent(
              "POST …/recovery",
              api.post(
                  ENDPOINTS + "/" + id(endpoint) + "/recovery",
                  "{\"since\": \"%s\", \"missed\": true}".formatted(began)));
      return recovery.path("replayed").asInt() == 2
          && arrived(receiver, 2)
          && receiver.received().stream().allMatch(Receiver.Received::verified)
          && ids(receiver).equals(ids(before));
    }
  }

  private static HashSet<String> ids(Receiver receiver) {
    return new HashSet<>(receiver.received().stream().map(Receiver.Received::id).toList());
  }

  /** What comes while nobody follows comes first when somebody goes on, and nothing twice. */
  private boolean streamed() {
    story.step("A client without a receiver follows the stream; it is cut, and goes on");
    var told = new ArrayList<Told>();
    String lastId;
    try (var stream = EventStream.open(baseUrl, token, CONTACTS_ALONE, "0")) {
      await(() -> stream.told().size() == 2);
      told.addAll(stream.told());
      lastId = stream.lastId();
    }
    story.say("   Cut after %d events, at id %s.".formatted(told.size(), lastId));
    meet("Sofia Kovalevskaya");
    try (var stream = EventStream.open(baseUrl, token, CONTACTS_ALONE, lastId)) {
      await(() -> !stream.told().isEmpty());
      told.addAll(stream.told());
    }
    var listed = api.get("/v1/events" + CONTACTS_ALONE).orThrow().path("items");
    story.say("   Followed %d events, the log has %d.".formatted(told.size(), listed.size()));
    return listed.size() == 3
        && told.stream()
            .map(one -> one.data().path("id").asText())
            .toList()
            .equals(listed.findValuesAsText("id"));
  }

  private JsonNode endpoint(Receiver receiver, String description) {
    var endpoint =
        story.sent(
            "POST " + ENDPOINTS,
            api.post(
                ENDPOINTS,
                """
                {"url": "%s", "eventTypes": ["contact.added"], "description": "%s"}
                """
                    .formatted(receiver.url(), description)));
    receiver.trust(endpoint.path("secret").asText());
    return endpoint;
  }

  private void meet(String name) {
    story.sent("POST /v1/contacts", api.post("/v1/contacts", "{\"name\": \"%s\"}".formatted(name)));
  }

  private String delivery(String endpoint, int attempts) {
    var path = ENDPOINTS + "/" + endpoint + "/deliveries";
    await(() -> api.get(path).orThrow().at("/items/0/attempts").asInt() == attempts);
    return api.get(path).orThrow().at("/items/0/id").asText();
  }

  private JsonNode attempts(String delivery, int count) {
    var path = "/v1/deliveries/" + delivery;
    await(() -> api.get(path).orThrow().path("attempts").size() == count);
    return api.get(path).orThrow();
  }

  private void resend(String delivery) {
    story.sent("POST …/resend", api.post("/v1/deliveries/" + delivery + "/resend", ""));
  }

  private boolean arrived(Receiver receiver, int count) {
    return await(() -> receiver.received().size() >= count);
  }

  private static boolean await(BooleanSupplier condition) {
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        return false;
      }
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
    return true;
  }

  private static String id(JsonNode json) {
    return json.path("id").asText();
  }
}
