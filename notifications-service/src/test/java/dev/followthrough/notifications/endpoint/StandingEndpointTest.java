package dev.followthrough.notifications.endpoint;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.followthrough.events.ContactAdded;
import dev.followthrough.events.GapVerdict;
import dev.followthrough.events.ReciprocityBalance;
import dev.followthrough.events.ReliabilityState;
import dev.followthrough.events.StandingChanged;
import dev.followthrough.events.StandingReciprocity;
import dev.followthrough.events.StandingReliability;
import dev.followthrough.notifications.testing.Client;
import dev.followthrough.notifications.testing.Receiver;
import dev.followthrough.notifications.testing.Receiver.Reply;
import dev.followthrough.platform.kafka.KafkaProbe;
import dev.followthrough.platform.testing.StackResource;
import dev.followthrough.platform.testing.Tokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures go only where a client has them sent that may read them itself. */
@QuarkusTest
@WithTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notifications"))
class StandingEndpointTest {

  private static final String PATH = "/v1/webhook-endpoints";
  private static final String FIGURES = "standing.changed";

  @Inject KafkaProbe others;

  private final Client owner = Client.ofNewOwner();

  /** A client of the same owner that may not read figures. */
  private RequestSpecification limited() {
    return given()
        .auth()
        .oauth2(Tokens.of(owner.name(), "notifications:read notifications:write"))
        .contentType("application/json");
  }

  private ValidatableResponse limitedCreate(String url, String type) {
    return limited()
        .body("{\"url\": \"%s\", \"eventTypes\": [\"%s\"]}".formatted(url, type))
        .post(PATH)
        .then();
  }

  private ValidatableResponse limitedPatch(UUID endpoint, String body) {
    return limited()
        .contentType("application/merge-patch+json")
        .body(body)
        .patch(PATH + "/" + endpoint)
        .then();
  }

  private void standingChanged() {
    others.publish(
        "commitments",
        owner.owner(),
        new StandingChanged(
            UUID.randomUUID(),
            Instant.now(),
            new StandingReliability(ReliabilityState.UNTESTED, null, null, null, 0, 0, 0),
            null,
            null,
            new StandingReciprocity(0, 0, 0, ReciprocityBalance.EVEN),
            0,
            0,
            GapVerdict.values()[0],
            null,
            false,
            null,
            List.of("reliability")),
        Instant.now());
  }

  private void contactAdded() {
    others.publish(
        "contacts", owner.owner(), new ContactAdded(UUID.randomUUID(), "A", false), Instant.now());
  }

  /** Everything that was told before is in the log, and with it the deliveries made of it. */
  private void awaitLog(int events) {
    await()
        .until(
            () -> owner.get("/v1/events").extract().jsonPath().getList("items").size() == events);
  }

  @Test
  void a_client_without_the_scope_has_all_but_figures_sent() {
    try (var limited = new Receiver();
        var full = new Receiver()) {
      limitedCreate(limited.url(), "*").statusCode(201).body("receivesStanding", equalTo(false));
      owner.endpoint(full.url(), "*");

      standingChanged();
      full.await(FIGURES);
      contactAdded();

      limited.await("contact.added");
      assertThat(limited.of(FIGURES)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"standing.changed", "standing.*"})
  void a_type_that_means_figures_alone_is_refused_without_the_scope(String type) {
    limitedCreate("http://127.0.0.1:9/x", type)
        .statusCode(403)
        .header("WWW-Authenticate", containsString("scope=\"standing:read\""))
        .body("type", equalTo("/problems/missing-scope"))
        .body("scope", equalTo("standing:read"));

    var mine = owner.endpoint("http://127.0.0.1:9/x", type);
    limitedPatch(mine.id(), "{\"description\": \"mine\"}")
        .statusCode(200)
        .body("receivesStanding", equalTo(true));
    limitedPatch(mine.id(), "{\"url\": \"http://127.0.0.1:9/y\"}").statusCode(403);
    owner.get(PATH + "/" + mine.id()).body("url", equalTo("http://127.0.0.1:9/x"));
  }

  @Test
  void a_client_without_the_scope_cannot_have_figures_sent_elsewhere() {
    try (var receiver = new Receiver(_ -> Reply.of(410));
        var elsewhere = new Receiver()) {
      var endpoint = owner.endpoint(receiver.url(), "*");
      // one fails and is disabled with it, one waits meanwhile
      standingChanged();
      receiver.await(FIGURES);
      await()
          .until(
              () ->
                  "disabled".equals(owner.get(PATH + "/" + endpoint.id()).extract().path("state")));
      standingChanged();
      awaitLog(3);
      var waiting = owner.deliveries(endpoint).getString("items[0].id");

      limitedPatch(endpoint.id(), "{\"url\": \"%s\"}".formatted(elsewhere.url()))
          .statusCode(200)
          .body("receivesStanding", equalTo(false));
      limited().post(PATH + "/" + endpoint.id() + "/enable").then().statusCode(200);
      standingChanged();
      contactAdded();

      elsewhere.await("contact.added");
      limited()
          .post("/v1/deliveries/" + waiting + "/resend")
          .then()
          .statusCode(409)
          .body("type", equalTo("/problems/webhook-endpoint-without-standing"));
      limited()
          .body("{\"after\": 0, \"missed\": true}")
          .post(PATH + "/" + endpoint.id() + "/recovery")
          .then()
          .statusCode(202)
          .body("recovered", equalTo(0));
      await()
          .untilAsserted(
              () ->
                  assertThat(
                          owner
                              .get("/v1/deliveries/" + waiting)
                              .extract()
                              .<String>path("delivery.status"))
                      .isEqualTo("failed"));
      contactAdded();
      elsewhere.await("contact.added", 2);
      assertThat(elsewhere.of(FIGURES)).isEmpty();

      // a client that may read them lets them go there: also what was held back
      owner.patch(PATH + "/" + endpoint.id(), "{}").body("receivesStanding", equalTo(true));
      owner
          .post(PATH + "/" + endpoint.id() + "/recovery", "{\"after\": 0, \"missed\": true}")
          .statusCode(202)
          .body("recovered", equalTo(2))
          .body("replayed", equalTo(1));
      elsewhere.await(FIGURES, 3);
    }
  }

  @Test
  void an_endpoint_of_before_gets_none_until_it_is_changed() {
    try (var receiver = new Receiver()) {
      var endpoint = limitedCreate(receiver.url(), "*").extract().jsonPath().getUUID("id");
      standingChanged();
      awaitLog(1);

      limitedPatch(endpoint, "{}").body("receivesStanding", equalTo(false));
      owner.patch(PATH + "/" + endpoint, "{}").body("receivesStanding", equalTo(true));
      standingChanged();

      receiver.await(FIGURES);
      assertThat(receiver.received()).hasSize(1);
    }
  }
}
