package dev.followthrough.system.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.followthrough.system.client.Api;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What it adds up to: one contact with seven kept promises and one missed, one who is liked but was
 * never tested, and one with whom value goes one way. Their standings are read with the events
 * behind them.
 */
final class StandingScene {

  private static final int KEPT = 7;
  private static final Duration WEEK = Duration.ofHours(168);
  private static final Duration UNTIL_THE_MISS = Duration.ofSeconds(12);

  private final Api api;
  private final Story story;
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  StandingScene(Api api, Story story) {
    this.api = api;
    this.story = story;
  }

  /** Returns whether the figures are as they should be; a refused call throws. */
  boolean play() throws InterruptedException {
    story.step("A third owner. Mary promises eight times, keeps seven, and misses one");
    var mary = contact("{\"name\": \"Mary Somerville\"}");
    for (var i = 0; i < KEPT; i++) {
      keep(promised(mary, now.minus(Duration.ofHours(i + 1L))));
    }
    promised(mary, now.plus(UNTIL_THE_MISS).minus(WEEK));
    story.say("   8 meetings, 8 promises, 7 deliveries; the last deadline is some seconds away");

    story.step("Hedy is liked: much contact, shared interests, and no promise yet");
    var hedy =
        contact(
            """
            {"name": "Hedy Lamarr", "sharedInterests": ["radio", "film", "chess", "wine", "jazz"]}
            """);
    for (var i = 0; i < 10; i++) {
      touch(hedy, i % 2 == 0 ? "outbound" : "inbound", 180 - 15 * i, "\"awaitsReply\": false");
    }

    story.step("Charles never answers, and asks");
    var charles = contact("{\"name\": \"Charles Babbage\"}");
    for (var i = 0; i < 4; i++) {
      touch(charles, "outbound", 60 - 10 * i, "\"awaitsReply\": true, \"asksNothing\": true");
    }
    quietly(
        api.post(
            "/v1/asks",
            """
            {"direction": "inbound", "words": "an introduction to the ministry",
             "contactIds": ["%s"], "askedAt": "%s"}
            """
                .formatted(charles, now.minus(Duration.ofDays(5)))));

    Thread.sleep(UNTIL_THE_MISS.plusSeconds(2));
    story.step("Their standings, and what is behind Mary's");
    var hers = awaitMissed(mary);
    story.shown("Mary Somerville", hers);
    var liked = standing(hedy);
    story.shown("Hedy Lamarr", liked);
    var oneWay = standing(charles);
    story.shown("Charles Babbage", oneWay);
    story.sent(
        "GET …/standing/evidence?figure=reliability",
        api.get("/v1/contacts/%s/standing/evidence?figure=reliability".formatted(mary)));
    story.sent("GET /v1/mirror", api.get("/v1/mirror"));
    var proposed = awaitProposal(mary);
    story.shown("Proposed", proposed);
    story.step("What to do today, and why");
    var today = awaitToday();
    today.forEach(
        line ->
            story.say(
                "   %-12s %s".formatted(line.path("kind").asText(), line.path("words").asText())));
    return today.toString().contains("\"assessment\"")
        && hers.path("reliability").path("estimate").asDouble() == 0.8
        && liked.path("expectationGap").toString().contains("likedNotProven")
        && oneWay.path("oneWay").asBoolean()
        && proposed.path("to").asText().equals("active");
  }

  /** That Charles waits for an answer is heard of by an event. */
  private JsonNode awaitToday() throws InterruptedException {
    for (var i = 0; i < 20; i++) {
      var lines = api.get("/v1/next-actions").orThrow().path("items");
      if (lines.toString().contains("\"openLoop\"")) {
        return lines;
      }
      Thread.sleep(500);
    }
    throw new IllegalStateException("an inbound ask of five days ago waits in no list");
  }

  /** contacts-service hears of her standing by an event. */
  private JsonNode awaitProposal(String contact) throws InterruptedException {
    for (var i = 0; i < 20; i++) {
      for (var one : api.get("/v1/circle-proposals").orThrow().path("items")) {
        if (one.path("contactId").asText().equals(contact)) {
          return one;
        }
      }
      Thread.sleep(500);
    }
    throw new IllegalStateException("nobody proposes another circle for " + contact);
  }

  /** The miss is told by the deadline's own work, a moment after it. */
  private JsonNode awaitMissed(String contact) throws InterruptedException {
    var standing = standing(contact);
    for (var i = 0; i < 20 && standing.path("reliability").path("missed").asInt() == 0; i++) {
      Thread.sleep(500);
      standing = standing(contact);
    }
    return standing;
  }

  private JsonNode standing(String contact) {
    return api.get("/v1/contacts/%s/standing".formatted(contact)).orThrow();
  }

  private String contact(String json) {
    return story.sent("POST /v1/contacts", api.post("/v1/contacts", json)).path("id").asText();
  }

  private void touch(String contact, String direction, int daysAgo, String more) {
    quietly(
        api.post(
            "/v1/touches",
            """
            {"contactId": "%s", "direction": "%s", "kind": "message", "happenedAt": "%s", %s}
            """
                .formatted(contact, direction, now.minus(Duration.ofDays(daysAgo)), more)));
  }

  /** The contact's own promise from a meeting that ended then. */
  private String promised(String contact, Instant endedAt) {
    var meeting =
        quietly(
            api.post(
                "/v1/meetings",
                """
                {"kind": "oneOnOne", "status": "held", "contactIds": ["%s"],
                 "startsAt": "%s", "endsAt": "%s"}
                """
                    .formatted(contact, endedAt.minus(Duration.ofHours(1)), endedAt)));
    var agreements = quietly(api.get("/v1/agreements?meetingId=" + meeting.path("id").asText()));
    for (var json : agreements.path("items").path(0).path("commitments")) {
      var commitment = DemoCommitment.of(json);
      if (commitment.isHers()) {
        var path = "/v1/commitments/" + commitment.id();
        quietly(api.patch(path, "{\"text\": \"Send a page\", \"complexity\": \"simple\"}"));
        quietly(api.post(path + "/promise", ""));
        return path;
      }
    }
    throw new IllegalStateException("a 1:1:1 has a commitment of the contact's");
  }

  private void keep(String path) {
    quietly(api.post(path + "/delivery", "{\"note\": \"it came\"}"));
  }

  private static JsonNode quietly(Api.Answer answer) {
    return answer.orThrow();
  }
}
