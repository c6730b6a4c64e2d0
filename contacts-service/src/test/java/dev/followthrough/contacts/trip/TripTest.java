package dev.followthrough.contacts.trip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.followthrough.contacts.testing.ContactsApi;
import dev.followthrough.events.TripChanged;
import dev.followthrough.events.TripPlanned;
import dev.followthrough.events.TripRemoved;
import dev.followthrough.platform.outbox.EventRecord;
import dev.followthrough.platform.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
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
  void a_trip_is_told_with_its_place_and_days_when_it_is_planned_changed_and_removed() {
    var id = trip("Lisbon", "2026-05-04", "2026-05-08");
    var path = "/v1/trips/" + id;
    patch(path, "{\"place\": \"Porto\", \"to\": \"2026-05-10\"}").statusCode(200);
    patch(path, "{\"place\": \"Porto\"}").statusCode(200);
    api().delete(path).then().statusCode(204);

    var trip = UUID.fromString(id);
    var from = LocalDate.parse("2026-05-04");
    assertThat(published(3))
        .extracting(EventRecord::type)
        .containsExactly("trip.planned", "trip.changed", "trip.removed");
    assertThat(probe.awaitEvent("contacts", ownerId(), TripPlanned.class))
        .isEqualTo(new TripPlanned(trip, "Lisbon", from, LocalDate.parse("2026-05-08")));
    assertThat(probe.awaitEvent("contacts", ownerId(), TripChanged.class))
        .isEqualTo(new TripChanged(trip, "Porto", from, LocalDate.parse("2026-05-10")));
    assertThat(probe.awaitEvent("contacts", ownerId(), TripRemoved.class))
        .isEqualTo(new TripRemoved(trip));
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
