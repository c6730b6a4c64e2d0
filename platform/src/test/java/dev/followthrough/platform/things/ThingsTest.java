package dev.followthrough.platform.things;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.followthrough.platform.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(ThingsProfile.class)
class ThingsTest {

  private static final String BICYCLE =
      """
      {"name": "Bicycle", "colour": "deepBlue", "size": 3, "note": "old",
       "startsAt": "2026-03-01T10:00:00.123456+01:00", "place": {"city": "Berlin", "code": "10115"}}
      """;

  private static RequestSpecification ada() {
    return given().auth().oauth2(Tokens.of("ada")).contentType("application/json");
  }

  private static RequestSpecification patching() {
    return ada().contentType("application/merge-patch+json");
  }

  private static String make(String body) {
    return ada().body(body).post("/v1/things").then().statusCode(201).extract().path("id");
  }

  private static void refused(ValidatableResponse response, int status, String type) {
    response
        .statusCode(status)
        .contentType("application/problem+json")
        .body("type", equalTo("/problems/" + type))
        .body("status", equalTo(status));
  }

  @Test
  void a_thing_is_made_with_location_and_etag_and_instants_in_milliseconds() {
    ada()
        .header("X-Request-Id", "from-the-client")
        .body(BICYCLE)
        .post("/v1/things")
        .then()
        .statusCode(201)
        .header("ETag", "\"1\"")
        .header("Location", matchesPattern("/v1/things/[-0-9a-f]{36}"))
        .header("X-Request-Id", "from-the-client")
        .header("Cache-Control", "no-store")
        .body("startsAt", equalTo("2026-03-01T09:00:00.123Z"))
        .body("$", not(hasItem("day")));
  }

  @Test
  void all_faults_of_a_body_come_at_once() {
    var response =
        ada()
            .body(
                """
                {"name": 7, "colour": "green", "size": "3", "startsAt": "2026-13-01T10:00:00Z",
                 "place": {"city": "", "zip": 1}, "tags": ["a", 2, "\\u0000", "\\ud800"],
                 "labels": [{}], "language": "ger", "note": null, "what\\u0001": true}
                """)
            .post("/v1/things")
            .then();
    refused(response, 400, "invalid-request");
    response.body(
        "errors.pointer",
        containsInAnyOrder(
            "/name",
            "/colour",
            "/size",
            "/startsAt",
            "/place/city",
            "/place/zip",
            "/tags",
            "/tags/1",
            "/tags/2",
            "/tags/3",
            "/labels/0/text",
            "/note",
            "/what\ufffd"));
  }

  @Test
  void a_rule_between_fields_is_a_fault_like_others() {
    ada()
        .body(
            """
            {"colour": "red", "startsAt": "2026-03-01T10:00:00Z", "endsAt": "2026-03-01T10:00:00Z"}
            """)
        .post("/v1/things")
        .then()
        .statusCode(400)
        .body("errors.pointer", containsInAnyOrder("/name", "/endsAt"))
        .body("errors.rule", containsInAnyOrder("required", "after-start"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "7",
        "{\"name\": ",
        "{\"name\": \"a\", \"name\": \"b\"}",
        "{} x",
        "{'a': 1}",
        "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
      })
  void what_is_no_object_of_json_is_refused(String body) {
    refused(ada().body(body).post("/v1/things").then(), 400, "invalid-request");
  }

  @ParameterizedTest
  @CsvSource({
    "/nowhere, 404, not-found",
    "/v1/nowhere, 404, not-found",
    "/v1/things/abc, 404, not-found",
    "/v1/things/00000000-0000-7000-8000-000000000000, 404, not-found",
    "/problems/unheard-of, 404, not-found",
    "/v1/things?limit=abc, 400, invalid-request",
    "/v1/things?limit=0, 400, invalid-request",
    "/v1/things?limit=201, 400, invalid-request",
    "/v1/things?limit=5&limit=6, 400, invalid-request",
    "/v1/things?cursor=abc, 400, invalid-request",
    "/v1/things?colour=green, 400, invalid-request",
    "/v1/things?colour=%00, 400, invalid-request",
    "/v1/things?colour=%ff, 400, invalid-request",
    "/v1/things?unheard-of=1, 400, invalid-request",
  })
  void odd_addresses_are_refused_as_problems(String path, int status, String type) {
    refused(
        ada().urlEncodingEnabled(false).get(path).then().header("X-Request-Id", not(nullValue())),
        status,
        type);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/%zz", "/v1/things?colour=%zz", "/%", "/v1/things?colour=%e4"})
  void an_address_that_is_not_well_encoded_is_refused(String path) throws Exception {
    try (var socket = new Socket("localhost", RestAssured.port)) {
      socket
          .getOutputStream()
          .write(
              "GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                  .formatted(path)
                  .getBytes(StandardCharsets.US_ASCII));
      var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer)
          .startsWith("HTTP/1.1 400 ")
          .containsIgnoringCase("x-request-id: ")
          .contains("/problems/invalid-request");
    }
  }

  @Test
  void credentials_and_scopes_are_checked_before_anything_else() {
    var anonymous = given().get("/v1/things?x=1").then();
    refused(anonymous, 401, "unauthenticated");
    anonymous.header("WWW-Authenticate", "Bearer realm=\"followthrough\"");
    for (var token :
        new String[] {
          "garbage",
          Tokens.expired("ada"),
          Tokens.ofAnotherIssuer("ada"),
          Tokens.forAnotherAudience("ada")
        }) {
      var refusal = given().auth().oauth2(token).get("/v1/things").then();
      refused(refusal, 401, "unauthenticated");
      refusal.header("WWW-Authenticate", "Bearer realm=\"followthrough\", error=\"invalid_token\"");
    }
    var poor = given().auth().oauth2(Tokens.of("ada", "contacts:write")).get("/v1/things").then();
    refused(poor, 403, "missing-scope");
    poor.body("scope", equalTo("contacts:read"));
  }

  @Test
  void methods_and_media_types_are_negotiated() {
    var wrongMethod = ada().delete("/v1/things").then();
    refused(wrongMethod, 405, "method-not-allowed");
    wrongMethod.header("Allow", "GET, HEAD, OPTIONS, POST");
    refused(ada().accept("text/csv").get("/v1/things").then(), 406, "not-acceptable");
    refused(
        ada().contentType("text/plain").body("x").post("/v1/things").then(),
        415,
        "unsupported-media-type");
    var jsonPatch = ada().body("{}").patch("/v1/things/" + UUID.randomUUID()).then();
    refused(jsonPatch, 415, "unsupported-media-type");
    jsonPatch.header("Accept-Patch", "application/merge-patch+json");
    refused(
        ada().body("{\"name\": \"" + "a".repeat(70_000) + "\"}").post("/v1/things").then(),
        413,
        "too-large");
  }

  @Test
  void an_answer_without_a_body_is_refused_to_no_one_for_its_media_type() {
    for (var accepted : List.of("application/problem+json", "text/csv", "*/*;q=0")) {
      ada().accept(accepted).delete("/v1/things/" + make(BICYCLE)).then().statusCode(204);
    }
    ada()
        .accept("application/problem+json")
        .delete("/v1/things/" + UUID.randomUUID())
        .then()
        .statusCode(404)
        .contentType("application/problem+json");
  }

  @Test
  void a_text_is_taken_and_given_as_what_it_is_and_its_repeat_knows_the_query() {
    var story = "/v1/things/" + make(BICYCLE) + "/story";
    var key = UUID.randomUUID().toString();

    tell(story, key, 1).statusCode(200).body("characters", equalTo(2)).body("times", equalTo(1));

    tell(story, key, 1).statusCode(200).contentType("application/json");
    refused(tell(story, key, 2), 422, "idempotency-key-reused");
    ada()
        .accept("text/markdown")
        .get(story)
        .then()
        .statusCode(200)
        .contentType("text/markdown;charset=UTF-8")
        .header("ETag", notNullValue());
    refused(ada().accept("application/json").get(story).then(), 406, "not-acceptable");
  }

  private static ValidatableResponse tell(String story, String key, int times) {
    return ada()
        .header("Idempotency-Key", key)
        .contentType("text/markdown")
        .queryParam("times", times)
        .body("\uFEFFhi".getBytes(StandardCharsets.UTF_8))
        .post(story)
        .then();
  }

  @Test
  void a_call_whose_body_is_optional_works_without_a_body_and_without_a_type() {
    var id = make(BICYCLE);
    given()
        .auth()
        .oauth2(Tokens.of("ada"))
        .noContentType()
        .post("/v1/things/" + id + "/praise")
        .then()
        .statusCode(200);
    refused(
        given()
            .auth()
            .oauth2(Tokens.of("ada"))
            .noContentType()
            .body("{}".getBytes(StandardCharsets.UTF_8))
            .post("/v1/things/" + id + "/praise")
            .then(),
        415,
        "unsupported-media-type");
  }

  @Test
  void a_patch_changes_what_it_names_and_clears_with_null() {
    var id = make(BICYCLE);
    patching()
        .header("If-Match", "W/\"1\", \"1\"")
        .body("{\"note\": null, \"place\": {\"code\": null}, \"size\": 4}")
        .patch("/v1/things/" + id)
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("note", nullValue())
        .body("size", equalTo(4))
        .body("name", equalTo("Bicycle"))
        .body("place.city", equalTo("Berlin"))
        .body("place.code", nullValue());
  }

  @Test
  void a_patch_is_refused_like_a_whole_body() {
    var id = make(BICYCLE);
    patching()
        .body("{\"name\": null, \"unknown\": null, \"size\": 1001, \"place\": {\"zip\": null}}")
        .patch("/v1/things/" + id)
        .then()
        .statusCode(400)
        .body("errors.pointer", containsInAnyOrder("/name", "/unknown", "/size", "/place/zip"));
    refused(patching().body("[]").patch("/v1/things/" + id).then(), 400, "invalid-request");
  }

  @Test
  void versions_guard_changes_and_save_reads() {
    var path = "/v1/things/" + make(BICYCLE);
    for (var stale : new String[] {"\"7\"", "W/\"1\""}) {
      refused(
          patching().header("If-Match", stale).body("{\"size\": 5}").patch(path).then(),
          412,
          "precondition-failed");
      refused(ada().header("If-Match", stale).delete(path).then(), 412, "precondition-failed");
    }
    refused(ada().header("If-Match", "1").delete(path).then(), 400, "invalid-request");
    ada().header("If-None-Match", "\"0\", W/\"1\"").get(path).then().statusCode(304);
    ada().head(path).then().statusCode(200).header("ETag", "\"1\"");
    var etag = ada().get("/v1/things").then().statusCode(200).extract().header("ETag");
    ada().header("If-None-Match", etag).get("/v1/things").then().statusCode(304);
    ada().header("If-Match", "*").delete(path).then().statusCode(204);
  }

  @Test
  void a_list_is_read_in_pages_by_a_cursor_that_belongs_to_its_filters() {
    var eve = given().auth().oauth2(Tokens.of("eve")).contentType("application/json");
    for (int i = 0; i < 5; i++) {
      given()
          .auth()
          .oauth2(Tokens.of("eve"))
          .contentType("application/json")
          .body("{\"name\": \"n\", \"colour\": \"red\"}")
          .post("/v1/things");
    }
    var first = eve.get("/v1/things?limit=3&colour=red").then().statusCode(200);
    first.body("items", hasSize(3));
    String cursor = first.extract().path("nextCursor");
    given()
        .auth()
        .oauth2(Tokens.of("eve"))
        .get("/v1/things?limit=3&colour=red&cursor=" + cursor)
        .then()
        .body("items", hasSize(2))
        .body("nextCursor", nullValue());
    given()
        .auth()
        .oauth2(Tokens.of("eve"))
        .get("/v1/things?cursor=" + cursor)
        .then()
        .statusCode(400)
        .body("errors[0].rule", equalTo("cursor-belongs-to-other-filters"));
  }

  @Test
  void each_problem_type_is_explained_at_its_own_path() {
    given().get("/problems/not-found").then().statusCode(200).body("status", equalTo(404));
    given()
        .accept("text/html")
        .get("/problems/not-found")
        .then()
        .statusCode(200)
        .contentType("text/html");
    given().get("/problems").then().body("items.name", hasItem("too-large"));
  }

  @Test
  void another_owners_thing_does_not_exist() {
    var id = make(BICYCLE);
    refused(
        given().auth().oauth2(Tokens.of("eve")).get("/v1/things/" + id).then(), 404, "not-found");
  }

  @Test
  void the_document_shows_an_example_of_each_answer_and_problem() {
    var document = given().get("/openapi.json").then().statusCode(200).extract().jsonPath();
    var create = "paths.'/v1/things'.post.responses.";
    assertThat(document.getString(create + "'201'.content.'application/json'.example.name"))
        .isEqualTo("A bicycle");
    assertThat(
            document.getString(
                "components.responses.NotFound.content.'application/problem+json'"
                    + ".examples.not-found.$ref"))
        .isEqualTo("#/components/examples/not-found");
    assertThat(document.getInt("components.examples.not-found.value.status")).isEqualTo(404);
  }

  @Test
  void an_operation_without_a_body_to_give_documents_no_media_type_to_refuse() {
    var document = given().get("/openapi.json").then().statusCode(200).extract().jsonPath();
    var thing = "paths.'/v1/things/{id}'.";
    assertThat(document.getMap(thing + "delete.responses")).doesNotContainKey("406");
    assertThat(document.getMap(thing + "get.responses")).containsKey("406");
  }

  @Test
  void the_document_closes_requests_and_derives_patches() {
    var document = given().get("/openapi.json").then().statusCode(200).extract().jsonPath();
    assertThat(document.getString("openapi")).startsWith("3.1");
    assertThat(document.getBoolean("components.schemas.ThingFields.additionalProperties"))
        .isFalse();
    assertThat(document.getList("components.schemas.ThingPatch.properties.note.type"))
        .contains("null");
    assertThat(document.getBoolean("paths.'/v1/things/{id}/praise'.post.requestBody.required"))
        .isFalse();
  }
}
