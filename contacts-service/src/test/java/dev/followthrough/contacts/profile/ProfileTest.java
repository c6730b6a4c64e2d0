package dev.followthrough.contacts.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.followthrough.contacts.testing.ContactsApi;
import dev.followthrough.events.Digest;
import dev.followthrough.events.OwnerNeed;
import dev.followthrough.events.OwnerQuietHours;
import dev.followthrough.events.OwnerRhythm;
import dev.followthrough.events.ProfileChanged;
import dev.followthrough.events.Weekday;
import dev.followthrough.platform.outbox.EventJson;
import dev.followthrough.platform.outbox.EventRecord;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A13: what the owner says of themselves. */
@QuarkusTest
class ProfileTest extends ContactsApi {

  private static final String ALL =
      """
      {"whatIDoNow": "I build engines.", "whatIStandFor": "Promises kept.",
       "offers": ["a second pair of eyes"], "needs": ["a printer"],
       "quietHours": {"from": "21:00", "to": "07:30"},
       "rhythm": {"touchesPerDay": 3, "digest": "weekly", "digestAt": "09:15"},
       "region": "DE", "areas": ["design", "engineering"]}
      """;

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
        .satisfiesExactly(
            first ->
                assertThat(first)
                    .contains("\"timeZone\":\"Asia/Kathmandu\"", "\"changed\":[\"timeZone\"]"),
            second -> assertThat(second).contains("\"timeZone\":\"UTC\""));
  }

  @Test
  void the_profile_keeps_all_that_is_said_and_gives_it_back() {
    patch("/v1/profile", ALL).statusCode(200);

    get("/v1/profile")
        .body("whatIDoNow", equalTo("I build engines."))
        .body("whatIStandFor", equalTo("Promises kept."))
        .body("offers", contains("a second pair of eyes"))
        .body("needs", contains("a printer"))
        .body("quietHours.from", equalTo("21:00"))
        .body("quietHours.to", equalTo("07:30"))
        .body("rhythm.touchesPerDay", equalTo(3))
        .body("rhythm.digest", equalTo("weekly"))
        .body("region", equalTo("DE"))
        .body("areas", contains("design", "engineering"));
  }

  @Test
  void what_is_not_said_of_the_rhythm_is_as_usual() {
    get("/v1/profile")
        .body("rhythm.touchesPerDay", equalTo(5))
        .body("rhythm.digest", equalTo("daily"))
        .body("rhythm.digestAt", equalTo("08:00"))
        .body("rhythm.digestOn", equalTo("monday"))
        .body("quietHours", nullValue())
        .body("areas", empty());
    patch("/v1/profile", "{\"rhythm\": {\"touchesPerDay\": 9}}")
        .body("rhythm.touchesPerDay", equalTo(9))
        .body("rhythm.digestAt", equalTo("08:00"));
    patch("/v1/profile", "{\"rhythm\": {\"touchesPerDay\": null}}")
        .body("rhythm.touchesPerDay", equalTo(5));
  }

  @Test
  void
      whoever_plans_by_the_profile_hears_all_they_need_and_not_what_the_owner_does_or_stands_for() {
    patch("/v1/profile", ALL).statusCode(200);

    var told = probe.awaitEvent("contacts", ownerId(), ProfileChanged.class);

    assertThat(told.timeZone()).isEqualTo("UTC");
    assertThat(told.quietHours()).isEqualTo(new OwnerQuietHours("21:00", "07:30"));
    assertThat(told.rhythm()).isEqualTo(new OwnerRhythm(3, Digest.WEEKLY, "09:15", Weekday.MONDAY));
    assertThat(told.areas()).containsExactly("design", "engineering");
    assertThat(told.needs()).extracting(OwnerNeed::words).containsExactly("a printer");
    assertThat(told.offers()).containsExactly("a second pair of eyes");
    assertThat(told.whatIDoNowSince()).isNotNull();
    assertThat(told.changed()).contains("offers", "whatIDoNow").doesNotContain("timeZone");
    assertThat(published(1).toString()).doesNotContain("engines", "Promises");
  }

  @Test
  void a_need_that_is_said_again_is_as_old_as_when_it_was_first_said() {
    time.freeze(at(Duration.ZERO));
    patch("/v1/profile", "{\"needs\": [\"a printer\"]}").statusCode(200);
    var first = probe.awaitEvent("contacts", ownerId(), ProfileChanged.class).needs().getFirst();
    time.advance(Duration.ofDays(30));
    patch("/v1/profile", "{\"needs\": [\"a designer\", \"a printer\"]}").statusCode(200);

    var needs = EventJson.read(published(2).getLast().body(), ProfileChanged.class).needs();

    assertThat(needs).contains(first);
    assertThat(needs.getFirst().since()).isAfterOrEqualTo(first.since().plus(Duration.ofDays(30)));
  }

  @Test
  void an_older_profile_that_names_the_zone_alone_is_understood() throws Exception {
    assertThat(EventJson.read("{\"timeZone\":\"UTC\"}", ProfileChanged.class))
        .isEqualTo(new ProfileChanged("UTC"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'quietHours': {'from': '21:00', 'to': '21:00'}} | /quietHours/to",
        "{'quietHours': {'from': '21:00'}} | /quietHours/to",
        "{'rhythm': {'touchesPerDay': 0}} | /rhythm/touchesPerDay",
        "{'rhythm': {'digestOn': 'someday'}} | /rhythm/digestOn",
        "{'region': 'QQ'} | /region",
        "{'region': 'de'} | /region",
        "{'areas': ['design', 'Design']} | /areas/1",
        "{'whatIDoNow': '  '} | /whatIDoNow",
        "{'whatIDoNowSince': '2026-01-01T00:00:00Z'} | /whatIDoNowSince"
      },
      quoteCharacter = '~')
  void what_breaks_a_rule_is_refused_by_name(String patch, String pointer) {
    patch("/v1/profile", patch.replace('\'', '"'))
        .statusCode(400)
        .body("errors.pointer", contains(pointer));
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
