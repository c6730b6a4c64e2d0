package dev.followthrough.system.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.followthrough.system.client.Api;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A private calendar that any calendar program subscribes to, and that can be revoked. */
final class FeedScene {

  private static final String FEEDS = "/v1/calendar-feeds";
  private static final int LINES_SHOWN = 12;

  private final Api api;
  private final String baseUrl;
  private final Story story;

  FeedScene(Api api, String baseUrl, Story story) {
    this.api = api;
    this.baseUrl = baseUrl;
    this.story = story;
  }

  /** Returns whether the meeting was in the calendar, and nothing once it was revoked. */
  boolean play() {
    story.step("A meeting is in the calendar of whoever knows its address, until that is revoked");
    var meeting = meeting();
    var feed = story.sent("POST " + FEEDS, api.post(FEEDS, "{\"name\": \"My promises\"}"));
    var address = baseUrl + URI.create(feed.path("url").asText()).getPath();
    var calendar = read(address);
    calendar.body().lines().limit(LINES_SHOWN).forEach(line -> story.say("   " + line));
    api.delete(FEEDS + "/" + feed.path("id").asText());
    var revoked = read(address).statusCode();
    story.say("   Revoked, it answers %d.".formatted(revoked));
    return calendar.statusCode() == 200
        && calendar.body().startsWith("BEGIN:VCALENDAR")
        && calendar.body().contains(meeting.path("id").asText())
        && revoked == 404;
  }

  private JsonNode meeting() {
    var contact =
        story.sent("POST /v1/contacts", api.post("/v1/contacts", "{\"name\": \"Emmy Noether\"}"));
    var from = Instant.now().plus(Duration.ofDays(2)).truncatedTo(ChronoUnit.HOURS);
    return story.sent(
        "POST /v1/meetings",
        api.post(
            "/v1/meetings",
            """
            {"kind": "oneOnOne", "status": "scheduled", "contactIds": ["%s"],
             "startsAt": "%s", "endsAt": "%s"}
            """
                .formatted(contact.path("id").asText(), from, from.plus(Duration.ofHours(1)))));
  }

  private static HttpResponse<String> read(String address) {
    var request =
        HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(15)).build();
    try (var http = HttpClient.newHttpClient()) {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
