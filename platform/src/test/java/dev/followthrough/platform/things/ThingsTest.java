package dev.followthrough.platform.things;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.followthrough.platform.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ThingsProfile.class)
class ThingsTest {

  private static RequestSpecification ada() {
    return given().auth().oauth2(Tokens.of("ada")).contentType("application/json");
  }

  @Test
  void a_thing_is_made_with_location_and_etag() {
    ada()
        .body(
            "{\"name\": \"Bicycle\", \"colour\": \"deepBlue\", \"startsAt\": \"2026-03-01T10:00:00.123456+01:00\"}")
        .post("/v1/things")
        .then()
        .log()
        .all()
        .statusCode(201)
        .header("ETag", "\"1\"")
        .header("X-Request-Id", notNullValue())
        .body("startsAt", equalTo("2026-03-01T09:00:00.123Z"));
  }

  @Test
  void all_faults_of_a_body_come_at_once() {
    ada()
        .body(
            """
            {"name": 7, "colour": "green", "size": "3", "startsAt": "2026-13-01T10:00:00Z",
             "place": {"city": "", "zip": 1}, "tags": ["a", 2, "\\u0000"], "labels": [{}],
             "language": "german", "what": true}
            """)
        .post("/v1/things")
        .then()
        .log()
        .all()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("type", equalTo("/problems/invalid-request"))
        .body(
            "errors.pointer",
            containsInAnyOrder(
                "/name",
                "/colour",
                "/size",
                "/startsAt",
                "/place/city",
                "/place/zip",
                "/tags/1",
                "/tags/2",
                "/labels/0/text",
                "/language",
                "/what"));
  }

  @Test
  void odd_requests() {
    for (var path :
        List.of(
            "/nowhere",
            "/v1/nowhere",
            "/v1/things/abc",
            "/v1/things?limit=abc",
            "/v1/things?x=1",
            "/v1/things?colour=green",
            "/v1/things?limit=5&limit=6",
            "/v1/things?cursor=abc",
            "/problems/not-found",
            "/problems",
            "/openapi.json")) {
      System.out.println("== " + path);
      ada().get(path).then().log().all();
    }
    System.out.println("== anon");
    given().get("/v1/things").then().log().all();
    given().auth().oauth2("garbage").get("/v1/things").then().log().all();
    given().auth().oauth2(Tokens.expired("ada")).get("/v1/things").then().log().all();
    given()
        .auth()
        .oauth2(Tokens.of("ada", "commitments:read"))
        .get("/v1/things")
        .then()
        .log()
        .all();
    System.out.println("== 405");
    ada().delete("/v1/things").then().log().all();
    System.out.println("== 406");
    ada().accept("text/plain").get("/v1/things").then().log().all();
    System.out.println("== 415");
    ada().contentType("text/plain").body("x").post("/v1/things").then().log().all();
    System.out.println("== empty");
    ada().post("/v1/things").then().log().all();
    System.out.println("== null");
    ada().body("null").post("/v1/things").then().log().all();
    System.out.println("== syntax");
    ada().body("{\"a\": ").post("/v1/things").then().log().all();
    ada().body("{\"name\":\"a\",\"name\":\"b\"}").post("/v1/things").then().log().all();
    ada().body("{} x").post("/v1/things").then().log().all();
    System.out.println("== huge");
    ada().body("{\"name\":\"" + "a".repeat(70000) + "\"}").post("/v1/things").then().log().all();
    System.out.println("== patch media");
    ada().body("{}").patch("/v1/things/" + java.util.UUID.randomUUID()).then().log().all();
  }
}
