package dev.followthrough.system.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.followthrough.system.client.Api;
import dev.followthrough.system.client.Receiver;
import dev.followthrough.system.client.RunningStack;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The main job, played by a third-party client against the running stack: a meeting becomes a
 * 1:1:1, and its deadline reaches a webhook; then a week of staying in touch, what promises add up
 * to, and how events arrive at receivers with a bad day. Exits with 0 only if every expected event
 * arrived, once, with a valid signature, and what the scenes read is right.
 */
public final class Demo {

  private static final Duration UNTIL_THE_DEADLINE = Duration.ofSeconds(30);
  private static final Duration WEEK = Duration.ofHours(168);

  /** What must arrive, and how often: the shared commitment has a part for each of the two. */
  private static final Map<String, Integer> EXPECTED =
      Map.ofEntries(
          Map.entry("contact.added", 1),
          Map.entry("meeting.held", 1),
          Map.entry("agreement.opened", 1),
          Map.entry("commitment.worded", 3),
          Map.entry("commitment.promised", 4),
          Map.entry("commitment.deadline.approaching", 1),
          Map.entry("commitment.delivered", 3),
          Map.entry("commitment.missed", 1),
          Map.entry("commitment.deadline.passed", 1),
          Map.entry("agreement.closed", 1));

  private final Api api;
  private final Story story;

  private Demo(Api api, Story story) {
    this.api = api;
    this.story = story;
  }

  public static void main(String[] arguments) throws Exception {
    var story = new Story();
    var stack = RunningStack.find();
    if (stack.isEmpty()) {
      story.say("The stack is not running. Start it first: ./followthrough up");
      System.exit(2);
    }
    var owner = "demo-" + Instant.now().toEpochMilli();
    var arrivals = new Arrivals(EXPECTED);
    boolean complete;
    try (var receiver =
        new Receiver(
            one -> {
              arrivals.add(one);
              story.arrived(one);
            })) {
      var demo = new Demo(new Api(stack.get().baseUrl(), stack.get().token(owner)), story);
      complete = demo.play(receiver, arrivals);
    }
    complete &=
        week(stack.get(), story) && standings(stack.get(), story) && deliveries(stack.get(), story);
    System.exit(complete ? 0 : 1);
  }

  private static boolean week(RunningStack stack, Story story) {
    var owner = "demo-week-" + Instant.now().toEpochMilli();
    var right = new WeekScene(new Api(stack.baseUrl(), stack.token(owner)), story).play();
    story.say(right ? "   All as it should be." : "   That is NOT what was expected.");
    return right;
  }

  private static boolean standings(RunningStack stack, Story story) throws InterruptedException {
    var owner = "demo-standing-" + Instant.now().toEpochMilli();
    var right = new StandingScene(new Api(stack.baseUrl(), stack.token(owner)), story).play();
    story.say(right ? "   All as it should be." : "   That is NOT what was expected.");
    return right;
  }

  private static boolean deliveries(RunningStack stack, Story story) throws IOException {
    var owner = "demo-delivery-" + Instant.now().toEpochMilli();
    var right = new DeliveryScene(stack.baseUrl(), stack.token(owner), story).play();
    story.say(right ? "   All as it should be." : "   That is NOT what was expected.");
    return right;
  }

  private boolean play(Receiver receiver, Arrivals arrivals) throws InterruptedException {
    story.step("A receiver of our own listens at " + receiver.url());
    var endpoint =
        story.sent(
            "POST /v1/webhook-endpoints",
            api.post(
                "/v1/webhook-endpoints",
                """
                {"url": "%s", "description": "the demo's receiver",
                 "eventTypes": ["contact.added", "meeting.*", "agreement.*", "commitment.*"]}
                """
                    .formatted(receiver.url())));
    receiver.trust(endpoint.path("secret").asText());

    story.step("We met Ada Lovelace");
    var contact =
        story.sent(
            "POST /v1/contacts",
            api.post(
                "/v1/contacts",
                """
                {"name": "Ada Lovelace", "emails": ["ada@example.org"],
                 "origin": {"kind": "event", "place": "SYPE mixer", "talkedAbout": "bicycles"}}
                """));

    var dueAt = Instant.ofEpochSecond(Instant.now().plus(UNTIL_THE_DEADLINE).getEpochSecond());
    var endedAt = dueAt.minus(WEEK);
    story.step("The meeting ended almost a week ago: its 1:1:1 is due in half a minute");
    var meeting =
        story.sent(
            "POST /v1/meetings",
            api.post(
                "/v1/meetings",
                """
                {"kind": "oneOnOne", "status": "held", "contactIds": ["%s"],
                 "startsAt": "%s", "endsAt": "%s"}
                """
                    .formatted(id(contact), endedAt.minus(Duration.ofHours(1)), endedAt)));

    var agreements =
        story.sent(
            "GET /v1/agreements?meetingId=…", api.get("/v1/agreements?meetingId=" + id(meeting)));
    var commitments = commitments(agreements.path("items").path(0));

    story.step("Each commitment gets its words, and is promised");
    for (var commitment : commitments) {
      var path = "/v1/commitments/" + commitment.id();
      story.sent(
          "PATCH " + commitment.what(),
          api.patch(
              path,
              """
              {"text": "%s", "complexity": "simple"}
              """
                  .formatted(commitment.words())));
      story.sent("POST …/promise " + commitment.what(), api.post(path + "/promise", ""));
    }

    story.step("We keep ours in time; Ada forgets hers");
    for (var commitment : commitments) {
      if (!commitment.isHers()) {
        story.sent(
            "POST …/delivery " + commitment.what(),
            api.post(
                "/v1/commitments/" + commitment.id() + "/delivery",
                """
                {"note": "done as agreed", "evidence": ["https://example.org/evidence"]}
                """));
      }
    }

    story.step("Now we wait for the deadline, at " + dueAt);
    var complete = arrivals.await(UNTIL_THE_DEADLINE.plusSeconds(30));
    api.delete("/v1/webhook-endpoints/" + id(endpoint));
    story.end(arrivals, complete);
    return complete;
  }

  private static String id(JsonNode json) {
    return json.path("id").asText();
  }

  private static List<DemoCommitment> commitments(JsonNode agreement) {
    var found = new ArrayList<DemoCommitment>();
    agreement.path("commitments").forEach(json -> found.add(DemoCommitment.of(json)));
    if (found.size() != 3) {
      throw new IllegalStateException("a 1:1:1 has three commitments, this has " + found.size());
    }
    return found;
  }
}
