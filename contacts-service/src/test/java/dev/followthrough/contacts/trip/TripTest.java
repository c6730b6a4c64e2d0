package dev.followthrough.contacts.trip;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.followthrough.contacts.testing.ContactsApi;
import dev.followthrough.platform.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A13 and A12: where the owner travels. */
@QuarkusTest
class TripTest extends ContactsApi {

  @Test
  void a_trip_is_planned_changed_and_removed() {
    var path = "/v1/trips/" + trip("Lisbon", "2026-05-04", "2026-05-08");

    get(path)
        .body("place", equalTo("Lisbon"))
        .body("from", equalTo("2026-05-04"))
        .body("to", equalTo("2026-05-08"));
    patch(path, "{\"to\": \"2026-05-10\"}").statusCode(200).body("to", equalTo("2026-05-10"));
    api().delete(path).then().statusCode(204);
    get(path).statusCode(404);
  }

  @Test
  void a_trip_does_not_end_before_it_begins() {
    post("/v1/trips", "{\"place\": \"Lisbon\", \"from\": \"2026-05-04\", \"to\": \"2026-05-03\"}")
        .statusCode(400)
        .body("errors.pointer", contains("/to"));
    var path = "/v1/trips/" + trip("Lisbon", "2026-05-04", "2026-05-04");
    patch(path, "{\"from\": \"2026-05-05\"}").statusCode(400);
  }

  @Test
  void trips_are_listed_in_parts_the_last_to_start_first() {
    var second = trip("Paris", "2026-05-04", "2026-05-08");
    var first = trip("Lisbon", "2026-06-04", "2026-06-08");
    var third = trip("Oslo", "2026-05-04", "2026-05-05");

    var part = get("/v1/trips?limit=2").body("items.id", contains(first, third));

    get("/v1/trips?limit=2&cursor=" + part.extract().path("nextCursor"))
        .body("items.id", contains(second));
  }

  @Test
  void another_owners_trip_is_not_found() {
    var path = "/v1/trips/" + trip("Lisbon", "2026-05-04", "2026-05-08");

    as("stranger-" + UUID.randomUUID(), Tokens.ALL_SCOPES).get(path).then().statusCode(404);
  }

  private String trip(String place, String from, String to) {
    return post(
            "/v1/trips",
            "{\"place\": \"%s\", \"from\": \"%s\", \"to\": \"%s\"}".formatted(place, from, to))
        .statusCode(201)
        .extract()
        .path("id");
  }
}
