package dev.followthrough.contacts.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.followthrough.contacts.testing.StandingsApi;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A2: the moves that a contact's standing proposes. */
@QuarkusTest
class StandingProposalsTest extends StandingsApi {

  @Test
  void kept_promises_propose_a_step_up_with_the_reason_until_the_owner_moves() {
    var ada = contact("Ada");
    var etag = get("/v1/contacts/" + ada).extract().header("ETag");

    tell(reliable(ada, 0.47, 0.9, null));

    get("/v1/circle-proposals")
        .statusCode(200)
        .body("items.contactId", contains(ada))
        .body("items[0].to", equalTo("active"))
        .body("items[0].reason.code", equalTo("reliable"))
        .body("items[0].reason.numbers.lower", equalTo(0.47f))
        .body("items[0].reasons.code", contains("reliable"));
    get("/v1/contacts/" + ada)
        .body("circle", equalTo("acquaintance"))
        .header("ETag", equalTo(etag));
    patch("/v1/contacts/" + ada, "{\"circle\": \"inner\"}").statusCode(200);
    get("/v1/circle-proposals").body("items", empty());
  }

  @Test
  void what_is_told_takes_the_place_of_what_was_told_before() {
    var ada = contact("Ada");
    tell(reliable(ada, 0.47, 0.9, null));

    tell(reliable(ada, 0.1, 0.49, time.now().minus(DAY.multipliedBy(180))));
    get("/v1/circle-proposals")
        .body("items.to", contains("released"))
        .body("items[0].reason.code", equalTo("unreliable"))
        .body("items[0].reasons.code", contains("unreliable", "oneWay"));
    tell(reliable(ada, 0.4, 0.9, null));

    get("/v1/circle-proposals").body("items", empty());
  }

  @Test
  void one_way_value_proposes_release_once_it_has_lasted_180_days() {
    var ada = contact("Ada");
    tell(reliable(ada, 0.4, 0.9, time.now().minus(DAY.multipliedBy(170))));
    get("/v1/circle-proposals").body("items", empty());

    time.advance(Duration.ofDays(10));

    get("/v1/circle-proposals")
        .body("items.contactId", contains(ada))
        .body("items[0].reason.code", equalTo("oneWay"));
  }

  @Test
  void without_the_scope_of_a_standing_only_silence_proposes() {
    var kept = contact("Kept");
    var silent = contact("Silent");
    patch("/v1/contacts/" + silent, "{\"cadenceDays\": 30}").statusCode(200);
    var alsoSilent = contact("AlsoSilent");
    patch("/v1/contacts/" + alsoSilent, "{\"cadenceDays\": 31}").statusCode(200);
    tell(reliable(kept, 0.47, 0.9, null));
    tell(reliable(silent, 0.1, 0.3, null));
    time.advance(Duration.ofDays(63));
    get("/v1/circle-proposals")
        .body("items.to", containsInAnyOrder("active", "released", "dormant"));

    var listed =
        withScopes("contacts:read")
            .get("/v1/circle-proposals?limit=1")
            .then()
            .body("items.contactId", contains(silent))
            .body("items.to", contains("dormant"))
            .body("items[0].reasons.code", contains("silent"))
            .body("items[0].reason.numbers.cadenceDays", equalTo(30))
            .extract();

    withScopes("contacts:read")
        .get("/v1/circle-proposals?limit=1&cursor=" + listed.path("nextCursor"))
        .then()
        .body("items.contactId", contains(alsoSilent))
        .body("nextCursor", nullValue());
  }

  @Test
  void silence_and_standing_share_one_list_the_longest_proposed_first() {
    var silent = contact("Silent");
    patch("/v1/contacts/" + silent, "{\"circle\": \"inner\"}").statusCode(200);
    var later = contact("Later");
    patch("/v1/contacts/" + later, "{\"cadenceDays\": 35}").statusCode(200);
    var kept = contact("Kept");
    var removed = contact("Removed");
    time.advance(Duration.ofDays(65));
    tell(reliable(kept, 0.5, 0.9, null));
    tell(reliable(removed, 0.5, 0.9, null));
    api().delete("/v1/contacts/" + removed).then().statusCode(204);
    time.advance(Duration.ofDays(6));

    var listed = new ArrayList<String>();
    var cursor = "";
    do {
      var part = get("/v1/circle-proposals?limit=1" + cursor).statusCode(200).extract().jsonPath();
      listed.addAll(part.getList("items.contactId"));
      var next = part.getString("nextCursor");
      cursor = next == null ? null : "&cursor=" + next;
    } while (cursor != null);

    assertThat(listed).isEqualTo(List.of(silent, kept, later));
  }

  @Test
  void of_who_is_not_in_the_network_nothing_is_kept_and_the_next_is_heard() {
    var ada = contact("Ada");

    tell(reliable(UUID.randomUUID().toString(), 0.5, 0.9, null));
    tell(reliable(ada, 0.5, 0.9, null));

    get("/v1/circle-proposals").body("items.contactId", contains(ada));
  }
}
