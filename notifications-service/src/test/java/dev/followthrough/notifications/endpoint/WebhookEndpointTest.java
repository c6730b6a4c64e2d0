package dev.followthrough.notifications.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.followthrough.events.ContactAdded;
import dev.followthrough.notifications.testing.Client;
import dev.followthrough.notifications.testing.Receiver;
import dev.followthrough.notifications.testing.SettableTransportTime;
import dev.followthrough.platform.kafka.KafkaProbe;
import dev.followthrough.platform.testing.StackResource;
import dev.followthrough.platform.testing.Tokens;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notifications"))
class WebhookEndpointTest {

  private static final String PATH = "/v1/webhook-endpoints";

  @Inject KafkaProbe others;
  @Inject SettableTransportTime time;
  @Inject AgroalDataSource database;

  private final Client owner = Client.ofNewOwner();

  private void contactAdded() {
    others.publish(
        "contacts",
        owner.owner(),
        new ContactAdded(UUID.randomUUID(), "Ada", false),
        Instant.now());
  }

  @Test
  void the_secret_is_shown_once() {
    var made =
        owner
            .post(PATH, "{\"url\": \"http://127.0.0.1:9/x\", \"eventTypes\": [\"commitment.*\"]}")
            .statusCode(201)
            .header("ETag", notNullValue())
            .body("secret", notNullValue())
            .body("state", equalTo("enabled"))
            .extract();

    owner
        .get(made.header("Location"))
        .statusCode(200)
        .body("id", equalTo(made.path("id")))
        .body("secret", nullValue())
        .body("eventTypes", contains("commitment.*"));
    owner.get(PATH).statusCode(200).body("items", hasSize(1)).body("items[0].secret", nullValue());
  }

  @Test
  void a_repeated_creation_gets_the_same_secret_and_it_lies_sealed() throws Exception {
    var body =
        "{\"url\": \"http://127.0.0.1:9/x\", \"eventTypes\": [\"*\"],"
            + " \"customHeaders\": {\"Authorization\": \"Bearer token-to-be-sealed\"}}";

    var first = owner.request().header("Idempotency-Key", "k1").body(body).post(PATH);
    var again = owner.request().header("Idempotency-Key", "k1").body(body).post(PATH);

    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.asString()).isEqualTo(first.asString());
    var secret = first.jsonPath().getString("secret");
    var everything = new StringBuilder();
    var superuser =
        ConfigProvider.getConfig().getValue("followthrough.test.superuser-url", String.class);
    try (var connection = DriverManager.getConnection(superuser);
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select e::text || coalesce((select string_agg(convert_from(body, 'utf8'), '')"
                    + " from notifications.idempotency_key), '')"
                    + " from notifications.webhook_endpoint e")) {
      while (rows.next()) {
        everything.append(rows.getString(1));
      }
    }
    assertThat(everything).isNotEmpty();
    assertThat(everything.toString())
        .doesNotContain(secret)
        .doesNotContain(secret.substring(6))
        .doesNotContain("token-to-be-sealed");
  }

  @Test
  void custom_headers_are_sent_and_shown_by_name_alone() {
    try (var receiver = new Receiver()) {
      var endpoint =
          owner.endpointWith(
              "\"customHeaders\": {\"X-Token\": \"abc\", \"X-Team\": \"blue\"}",
              receiver.url(),
              "*");
      owner
          .patch(PATH + "/" + endpoint.id(), "{\"customHeaders\": {\"X-Team\": null}}")
          .statusCode(200)
          .body("customHeaderNames", contains("X-Token"))
          .body("customHeaders", nullValue());

      contactAdded();

      var request = receiver.await("contact.added");
      assertThat(request.header("x-token")).isEqualTo("abc");
      assertThat(request.header("x-team")).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "webhook-id",
        "Webhook-Signature",
        "Host",
        "content-length",
        "Content-Type",
        "User-Agent",
        "Connection",
        "Transfer-Encoding",
        "Cookie",
        "a b",
        "traceparent"
      })
  void headers_that_the_sender_sets_are_refused(String name) {
    owner
        .post(
            PATH,
            "{\"url\": \"http://127.0.0.1:9/x\", \"eventTypes\": [\"*\"], \"customHeaders\": {\"%s\": \"1\"}}"
                .formatted(name))
        .statusCode(400)
        .body("errors.pointer", hasItem("/customHeaders/" + name))
        .body("errors.rule", hasItem("forbidden-header"));
  }

  @ParameterizedTest
  @CsvSource({
    "http://10.0.0.1/x, public-address",
    "http://169.254.169.254/latest, public-address",
    "http://[::1]/x, public-address",
    "ftp://example.org/x, allowed-scheme",
    "https://user:pw@example.org/x, no-userinfo",
    "example.org, absolute-url",
    "https://example.org/#x, no-fragment",
  })
  void an_address_that_nothing_is_sent_to_is_refused_by_name(String url, String rule) {
    owner
        .post(PATH, "{\"url\": \"%s\", \"eventTypes\": [\"*\"]}".formatted(url))
        .statusCode(400)
        .body("errors.pointer", contains("/url"))
        .body("errors.rule", contains(rule));
    var endpoint = owner.endpoint("http://127.0.0.1:9/x", "*");
    owner
        .patch(PATH + "/" + endpoint.id(), "{\"url\": \"%s\"}".formatted(url))
        .statusCode(400)
        .body("errors.pointer", contains("/url"));
  }

  @Test
  void all_faults_come_at_once() {
    owner
        .post(
            PATH,
            "{\"eventTypes\": [\"nothing.*\", \"Bad\", 3], \"concurrency\": 0, \"colour\": \"red\"}")
        .statusCode(400)
        .body(
            "errors.pointer",
            containsInAnyOrder(
                "/url",
                "/eventTypes/0",
                "/eventTypes/1",
                "/eventTypes/2",
                "/concurrency",
                "/colour"));
  }

  @Test
  void a_change_clears_and_honours_the_etag() {
    var endpoint = owner.endpointWith("\"description\": \"mine\"", "http://127.0.0.1:9/x", "*");
    var path = PATH + "/" + endpoint.id();
    var etag = owner.get(path).extract().header("ETag");

    owner
        .patch(path, "{\"description\": null, \"eventTypes\": [\"contact.added\"]}")
        .statusCode(200)
        .body("description", nullValue())
        .body("eventTypes", contains("contact.added"));

    owner
        .request()
        .contentType("application/merge-patch+json")
        .header("If-Match", etag)
        .body("{\"description\": \"late\"}")
        .patch(path)
        .then()
        .statusCode(412);
    owner.request().header("If-Match", etag).delete(path).then().statusCode(412);
    owner.delete(path).statusCode(204);
    owner.get(path).statusCode(404);
  }

  @Test
  void another_owners_endpoint_is_not_there() {
    var endpoint = owner.endpoint("http://127.0.0.1:9/x", "*");
    var stranger = Client.ofNewOwner();
    var path = PATH + "/" + endpoint.id();

    stranger.get(path).statusCode(404);
    stranger.patch(path, "{}").statusCode(404);
    stranger.delete(path).statusCode(404);
    for (var action : new String[] {"enable", "disable", "secret-rotation", "test"}) {
      stranger.post(path + "/" + action, null).statusCode(404);
    }
    stranger.post(path + "/recovery", "{\"since\": \"2026-01-01T00:00:00Z\"}").statusCode(404);
    stranger.get(path + "/deliveries").statusCode(404);
    stranger.get(PATH).body("items", hasSize(0));
  }

  @Test
  void reading_alone_does_not_allow_writing() {
    owner
        .request()
        .auth()
        .oauth2(Tokens.of(owner.name(), "notifications:read"))
        .body("{\"url\": \"http://127.0.0.1:9/x\", \"eventTypes\": [\"*\"]}")
        .post(PATH)
        .then()
        .statusCode(403);
  }

  @Test
  void after_a_rotation_both_secrets_sign_until_the_overlap_ends() {
    try (var receiver = new Receiver()) {
      var endpoint = owner.endpoint(receiver.url(), "*");
      var next =
          owner
              .post(PATH + "/" + endpoint.id() + "/secret-rotation", null)
              .statusCode(200)
              .extract()
              .jsonPath()
              .getString("secret");

      contactAdded();
      var during = receiver.await(1).getFirst();
      assertThat(during.isSignedBy(endpoint.secret())).isTrue();
      assertThat(during.isSignedBy(next)).isTrue();
      assertThat(during.header("webhook-signature").split(" ")).hasSize(2);

      time.advance(Duration.ofHours(25));
      contactAdded();
      var after = receiver.await(2).getLast();
      assertThat(after.header("webhook-signature").split(" ")).hasSize(1);
    }
  }

  @Test
  void an_overlap_of_nothing_ends_the_old_secret_at_once() {
    try (var receiver = new Receiver()) {
      var endpoint = owner.endpoint(receiver.url(), "*");
      var path = PATH + "/" + endpoint.id() + "/secret-rotation";
      owner.post(path, "{\"overlapHours\": 169}").statusCode(400);
      owner.post(path, "{\"overlapHours\": 0}").statusCode(200);

      contactAdded();

      var request = receiver.await(1).getFirst();
      assertThat(request.isSignedBy(endpoint.secret())).isFalse();
      assertThat(request.header("webhook-signature").split(" ")).hasSize(1);
    }
  }

  @Test
  void a_test_event_reaches_that_endpoint_alone() {
    try (var receiver = new Receiver();
        var other = new Receiver()) {
      var endpoint = owner.endpoint(receiver.url(), "commitment.missed");
      owner.endpoint(other.url(), "*");

      var delivery =
          owner.post(PATH + "/" + endpoint.id() + "/test", null).statusCode(202).extract();

      var request = receiver.await("webhook_endpoint.test");
      assertThat(request.id()).isEqualTo(delivery.jsonPath().getString("eventId"));
      assertThat(request.isSignedBy(endpoint.secret())).isTrue();
      owner
          .get(delivery.header("Location"))
          .statusCode(200)
          .body("delivery.eventType", equalTo("webhook_endpoint.test"));
      contactAdded();
      other.await("contact.added");
      assertThat(other.received()).hasSize(1);
    }
  }

  @Test
  void what_comes_while_it_is_disabled_waits() {
    try (var receiver = new Receiver()) {
      var endpoint = owner.endpoint(receiver.url(), "*");
      var path = PATH + "/" + endpoint.id();
      owner
          .post(path + "/disable", null)
          .statusCode(200)
          .body("state", equalTo("disabled"))
          .body("disabledReason", equalTo("byOwner"));
      owner
          .post(path + "/test", null)
          .statusCode(409)
          .body("type", equalTo("/problems/webhook-endpoint-disabled"));
      contactAdded();
      org.awaitility.Awaitility.await()
          .until(() -> owner.deliveries(endpoint).getList("items").size() == 1);

      owner.post(path + "/enable", null).statusCode(200).body("state", equalTo("enabled"));

      receiver.await("contact.added");
      assertThat(receiver.received()).hasSize(1);
    }
  }

  @Test
  void an_endpoint_keeps_what_a_client_notes_down_and_whether_its_deliveries_wait() {
    var owner = Client.ofNewOwner();
    var made =
        owner
            .post(
                "/v1/webhook-endpoints",
                """
                {"url": "http://127.0.0.1:9/hooks", "eventTypes": ["*"], "order": "perSubject",
                  "metadata": {"team": "sales", "crm.id": "7"}}
                """)
            .statusCode(201)
            .extract()
            .jsonPath();
    assertThat(made.getString("order")).isEqualTo("perSubject");
    var path = "/v1/webhook-endpoints/" + made.getString("id");

    owner.patch(path, "{\"order\": null, \"metadata\": {\"team\": null, \"desk\": \"2\"}}");

    var shown = owner.get(path).extract().jsonPath();
    assertThat(shown.getString("order")).isEqualTo("none");
    assertThat(shown.<String, String>getMap("metadata"))
        .containsExactlyInAnyOrderEntriesOf(Map.of("crm.id", "7", "desk", "2"));
    owner.patch(path, "{\"metadata\": {\"a b\": \"2\"}}").statusCode(400);
    owner.patch(path, "{\"metadata\": {\"a\": \"" + "x".repeat(501) + "\"}}").statusCode(400);
    owner.patch(path, "{\"metadata\": null}").statusCode(200);
    assertThat(owner.get(path).extract().jsonPath().getMap("metadata")).isEmpty();
  }
}
