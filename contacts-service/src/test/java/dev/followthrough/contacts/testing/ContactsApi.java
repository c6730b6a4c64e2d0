package dev.followthrough.contacts.testing;

import static io.restassured.RestAssured.given;

import dev.followthrough.platform.kafka.KafkaProbe;
import dev.followthrough.platform.outbox.EventRecord;
import dev.followthrough.platform.testing.SettableTime;
import dev.followthrough.platform.testing.StackResource;
import dev.followthrough.platform.testing.Tokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;

/** The service as a client sees it, with an owner of its own for each test. */
@WithTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = "schema", value = "contacts"))
public abstract class ContactsApi {

  private static final RestAssuredConfig CONFIG =
      RestAssuredConfig.config()
          .encoderConfig(
              EncoderConfig.encoderConfig()
                  .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                  .encodeContentTypeAs("application/merge-patch+json", ContentType.TEXT));

  protected final String owner = "owner-" + UUID.randomUUID();

  @Inject protected SettableTime time;
  @Inject protected KafkaProbe probe;

  @AfterEach
  void timeRunsOn() {
    time.reset();
  }

  protected UUID ownerId() {
    return Tokens.ownerId(owner);
  }

  protected RequestSpecification api() {
    return as(owner, Tokens.ALL_SCOPES);
  }

  protected RequestSpecification withScopes(String scopes) {
    return as(owner, scopes);
  }

  protected RequestSpecification as(String anyone, String scopes) {
    return given()
        .config(CONFIG)
        .auth()
        .oauth2(Tokens.of(anyone, scopes))
        .contentType("application/json");
  }

  protected ValidatableResponse post(String path, String body) {
    return api().body(body).post(path).then();
  }

  protected ValidatableResponse patch(String path, String body) {
    return api().contentType("application/merge-patch+json").body(body).patch(path).then();
  }

  protected ValidatableResponse get(String path) {
    return api().get(path).then();
  }

  /** Adds a contact with this name. */
  protected String contact(String name) {
    return post("/v1/contacts", "{\"name\": \"%s\"}".formatted(name))
        .statusCode(201)
        .extract()
        .path("id");
  }

  /** Adds a contact with whom the practice is off. */
  protected String relative(String name) {
    return post(
            "/v1/contacts",
            "{\"name\": \"%s\", \"practice\": {\"off\": true, \"reason\": \"family\"}}"
                .formatted(name))
        .statusCode(201)
        .extract()
        .path("id");
  }

  /** A body for a meeting of an hour that ends at this distance from now. */
  protected String meeting(String kind, String status, Duration endsIn, String... contactIds) {
    return """
    {"kind": "%s", "status": "%s", "contactIds": %s, "startsAt": "%s", "endsAt": "%s"}
    """
        .formatted(
            kind,
            status,
            List.of(contactIds).stream().map(id -> '"' + id + '"').toList(),
            at(endsIn.minusHours(1)),
            at(endsIn));
  }

  protected Instant at(Duration fromNow) {
    return time.now().plus(fromNow);
  }

  /** What the owner's stream holds, once it holds so many events. */
  protected List<EventRecord> published(int count) {
    return probe.awaitEvents("contacts", ownerId(), events -> events.size() >= count);
  }
}
