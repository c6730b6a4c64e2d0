package dev.followthrough.contacts;

import static io.restassured.RestAssured.given;

import dev.followthrough.contacts.testing.CalendarApi;
import dev.followthrough.platform.testing.OwnedTablesContract;
import dev.followthrough.platform.testing.StackResource;
import dev.followthrough.platform.testing.Tokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.UUID;

/** Row-level security of the schema contacts. */
@QuarkusTest
@WithTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = "schema", value = "contacts"))
class OwnedTablesTest extends OwnedTablesContract {

  @Override
  protected UUID anOwnerWithRows() {
    var owner = "owned-" + UUID.randomUUID();
    var kept = contact(owner);
    var erased = contact(owner);
    String thanks =
        as(owner)
            .body(
                """
                {"contactId": "%s", "direction": "inbound", "kind": "email", "saysThanks": true,
                 "happenedAt": "2026-01-15T09:00:00Z"}
                """
                    .formatted(kept))
            .post("/v1/touches")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    as(owner)
        .body(
            """
            {"kind": "oneOnOne", "status": "held", "contactIds": ["%s"],
             "startsAt": "%s", "endsAt": "%s", "answers": ["%s"]}
            """
                .formatted(
                    kept,
                    Instant.now().minusSeconds(7200),
                    Instant.now().minusSeconds(3600),
                    thanks))
        .post("/v1/meetings")
        .then()
        .statusCode(201);
    as(owner)
        .body(
            """
            {"kind": "event", "status": "held", "contactIds": ["%s"],
             "startsAt": "%s", "endsAt": "%s"}
            """
                .formatted(
                    kept, Instant.now().minusSeconds(7200), Instant.now().minusSeconds(3600)))
        .post("/v1/meetings")
        .then()
        .statusCode(201);
    as(owner)
        .body("{\"contactId\": \"%s\"}".formatted(erased))
        .post("/v1/erasures")
        .then()
        .statusCode(202);
    as(owner)
        .body("{\"name\": \"Eve\", \"emails\": [\"ada@example.org\"]}")
        .post("/v1/contacts")
        .then()
        .statusCode(201);
    as(owner)
        .contentType("text/calendar")
        .body(CalendarApi.file("custom-zone.ics").getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .post("/v1/calendar-imports?from=2026-03-01T00:00:00Z")
        .then()
        .statusCode(200)
        .body("scheduled", org.hamcrest.Matchers.equalTo(1));
    as(owner)
        .contentType("application/merge-patch+json")
        .body("{\"timeZone\": \"Europe/Berlin\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .patch("/v1/profile")
        .then()
        .statusCode(200);
    as(owner)
        .body(
            """
            {"contactId": "%s", "direction": "inbound", "kind": "email", "asksQuestion": true}
            """
                .formatted(kept))
        .post("/v1/touches")
        .then()
        .statusCode(201);
    as(owner)
        .body("{\"contactIds\": [\"%s\", \"%s\"]}".formatted(kept, contact(owner)))
        .post("/v1/duplicates/dismissals")
        .then()
        .statusCode(201);
    as(owner)
        .body("{\"contactId\": \"%s\"}".formatted(kept))
        .post("/v1/contacts/" + contact(owner) + "/merge")
        .then()
        .statusCode(201);
    String goal =
        as(owner)
            .body("{\"words\": \"Meet Ada\"}")
            .post("/v1/goals")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    as(owner)
        .body("{\"name\": \"Bob\", \"goalIds\": [\"%s\"]}".formatted(goal))
        .post("/v1/contacts")
        .then()
        .statusCode(201);
    as(owner)
        .body("{\"place\": \"Lisbon\", \"from\": \"2026-01-01\", \"to\": \"2026-01-02\"}")
        .post("/v1/trips")
        .then()
        .statusCode(201);
    return Tokens.ownerId(owner);
  }

  private static String contact(String owner) {
    return as(owner)
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body("{\"name\": \"Ada\", \"circle\": \"inner\"}")
        .post("/v1/contacts")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static RequestSpecification as(String owner) {
    return given().auth().oauth2(Tokens.of(owner)).contentType("application/json");
  }
}
