package dev.followthrough.stack.rehearsal;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The calls that nearly every client makes, so that what serves them is in the caches. */
final class MainJob {

  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final HttpClient client = HttpClient.newHttpClient();
  private final String baseUrl;
  private final String token;

  MainJob(String baseUrl, String token) {
    this.baseUrl = baseUrl;
    this.token = token;
  }

  void run() throws IOException, InterruptedException {
    post(
        "/v1/webhook-endpoints", "{\"url\": \"%s\", \"eventTypes\": [\"*\"]}".formatted(nowhere()));
    String contact = post("/v1/contacts", "{\"name\": \"Ada Lovelace\"}").getString("id");
    Instant end = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    String meeting =
        post(
                "/v1/meetings",
                """
                {"kind": "oneOnOne", "status": "held", "contactIds": ["%s"],
                 "startsAt": "%s", "endsAt": "%s"}
                """
                    .formatted(contact, end.minus(1, ChronoUnit.HOURS), end))
            .getString("id");
    JsonObject agreement =
        get("/v1/agreements?meetingId=" + meeting).getJsonArray("items").getJsonObject(0);
    for (Object commitment : agreement.getJsonArray("commitments")) {
      promise(((JsonObject) commitment).getString("id"));
    }
    for (String list : new String[] {"contacts", "meetings", "commitments", "reminders"}) {
      get("/v1/" + list);
    }
    get("/docs");
    get("/docs/reference");
  }

  private void promise(String commitment) throws IOException, InterruptedException {
    send(
        request("/v1/commitments/" + commitment)
            .header("Content-Type", "application/merge-patch+json")
            .method(
                "PATCH",
                BodyPublishers.ofString("{\"text\": \"Send it\", \"complexity\": \"simple\"}")));
    send(request("/v1/commitments/" + commitment + "/promise").POST(BodyPublishers.noBody()));
  }

  /** An address where nobody listens: a try that fails is a try. */
  private static String nowhere() {
    return "http://127.0.0.1:9/hooks";
  }

  private JsonObject get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  private JsonObject post(String path, String json) throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(baseUrl + path))
        .timeout(LIMIT)
        .header("Authorization", "Bearer " + token);
  }

  private JsonObject send(HttpRequest.Builder request) throws IOException, InterruptedException {
    var answer = client.send(request.build(), BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      throw new IOException(
          "%s was answered %d".formatted(answer.request().uri(), answer.statusCode()));
    }
    return answer.body().startsWith("{") ? new JsonObject(answer.body()) : new JsonObject();
  }
}
