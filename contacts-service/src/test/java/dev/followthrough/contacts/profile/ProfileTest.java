package dev.followthrough.contacts.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.followthrough.contacts.testing.ContactsApi;
import dev.followthrough.platform.outbox.EventRecord;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A13, of which this is the time zone. */
@QuarkusTest
class ProfileTest extends ContactsApi {

  @Test
  void until_the_owner_says_otherwise_they_live_in_utc() {
    get("/v1/profile").statusCode(200).body("timeZone", equalTo("UTC"));
  }

  @Test
  void the_owners_zone_can_be_changed_and_is_told_once() {
    var etag = get("/v1/profile").extract().header("ETag");
    api()
        .header("If-Match", etag)
        .contentType("application/merge-patch+json")
        .body("{\"timeZone\": \"Asia/Kathmandu\"}")
        .patch("/v1/profile")
        .then()
        .statusCode(200)
        .header("Followthrough-Position", equalTo("contacts.1"))
        .body("timeZone", equalTo("Asia/Kathmandu"));
    patch("/v1/profile", "{\"timeZone\": \"Asia/Kathmandu\"}").statusCode(200);
    patch("/v1/profile", "{\"timeZone\": \"UTC\"}").statusCode(200);

    get("/v1/profile").body("timeZone", equalTo("UTC"));
    assertThat(published(2))
        .extracting(EventRecord::body)
        .containsExactly("{\"timeZone\":\"Asia/Kathmandu\"}", "{\"timeZone\":\"UTC\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Mars/Olympus", "europe/berlin", "+02:00", "GMT+2", ""})
  void only_iana_zones_are_taken(String zone) {
    patch("/v1/profile", "{\"timeZone\": \"%s\"}".formatted(zone))
        .statusCode(400)
        .body("errors.pointer", contains("/timeZone"));
  }

  @Test
  void the_zone_cannot_be_cleared() {
    patch("/v1/profile", "{\"timeZone\": null}").statusCode(400);
  }

  @Test
  void a_stale_change_is_refused() {
    var etag = get("/v1/profile").extract().header("ETag");
    patch("/v1/profile", "{\"timeZone\": \"Europe/Berlin\"}").statusCode(200);

    api()
        .header("If-Match", etag)
        .contentType("application/merge-patch+json")
        .body("{\"timeZone\": \"Europe/Paris\"}")
        .patch("/v1/profile")
        .then()
        .statusCode(412);
  }
}
