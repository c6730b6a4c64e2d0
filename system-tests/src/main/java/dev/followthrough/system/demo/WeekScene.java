package dev.followthrough.system.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.followthrough.system.client.Api;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A week of staying in touch: touches and a coffee are logged, then the client reads what they led
 * to: open loops, guidance, the brief before a meeting, and the next keep-in-touch days.
 */
final class WeekScene {

  private final Api api;
  private final Story story;
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  WeekScene(Api api, Story story) {
    this.api = api;
    this.story = story;
  }

  /** Returns whether everything was as it should be; a refused call throws. */
  boolean play() {
    story.step("Another owner, with a week of networking behind them, tells what they do now");
    story.sent(
        "PATCH /v1/profile",
        api.patch(
            "/v1/profile",
            "{\"timeZone\": \"Europe/Berlin\", \"whatIDoNow\": \"I build bicycles for cities.\"}"));
    var grace =
        contact(
            """
            {"name": "Grace Hopper", "emails": ["grace@example.org"], "circle": "inner", "cadenceDays": 7,
             "expertise": ["compilers"], "sharedInterests": ["sailing"]}
            """);
    var alan =
        contact(
            """
            {"name": "Alan Turing", "emails": ["alan@example.org"], "circle": "active",
             "needs": ["somebody who repairs racing bicycles"]}
            """);

    story.step("The week's touches, and a lunch in a few words");
    touch(grace, "outbound", "message", 6, ", \"tellsWhatIDoNow\": true");
    touch(alan, "outbound", "sharedLink", 5, "");
    var question = touch(alan, "inbound", "email", 4, ", \"asksQuestion\": true");
    story.sent(
        "POST /v1/quick-log",
        api.post(
            "/v1/quick-log",
            "{\"words\": \"lunch yesterday about compilers\", \"with\": \"grace@example.org\"}"));

    story.step("Alan asked something four days ago: an open loop, and a reason not to ask him now");
    var loops = story.sent("GET /v1/open-loops", api.get("/v1/open-loops"));
    var before = guidance(alan);

    story.step("Before we meet him, the brief");
    var tomorrow = now.plus(Duration.ofDays(1));
    var meeting =
        story.sent(
            "POST /v1/meetings",
            api.post(
                "/v1/meetings",
                """
                {"kind": "oneOnOne", "status": "scheduled", "contactIds": ["%s"],
                 "startsAt": "%s", "endsAt": "%s"}
                """
                    .formatted(alan, tomorrow, tomorrow.plus(Duration.ofHours(1)))));
    var brief =
        story.sent(
            "GET …/brief", api.get("/v1/meetings/" + meeting.path("id").asText() + "/brief"));

    story.step("We answer him, and look at the next days");
    touch(alan, "outbound", "email", 0, ", \"answers\": \"%s\"".formatted(question));
    var after = story.sent("GET /v1/open-loops", api.get("/v1/open-loops"));
    guidance(alan);
    var days = story.sent("GET /v1/keep-in-touch", api.get("/v1/keep-in-touch"));
    return loops.path("items").size() == 1
        && !before.path("askIsFine").asBoolean()
        && brief.path("contacts").path(0).path("firstMeeting").asBoolean()
        && after.path("items").isEmpty()
        && days.path("items").path(0).path("contactId").asText().equals(grace);
  }

  private String contact(String json) {
    return story.sent("POST /v1/contacts", api.post("/v1/contacts", json)).path("id").asText();
  }

  private String touch(String contact, String direction, String kind, int daysAgo, String more) {
    return story
        .sent(
            "POST /v1/touches",
            api.post(
                "/v1/touches",
                """
                {"contactId": "%s", "direction": "%s", "kind": "%s", "happenedAt": "%s"%s}
                """
                    .formatted(
                        contact, direction, kind, now.minus(Duration.ofDays(daysAgo)), more)))
        .path("id")
        .asText();
  }

  private JsonNode guidance(String contact) {
    return story.sent("GET …/guidance", api.get("/v1/contacts/%s/guidance".formatted(contact)));
  }
}
