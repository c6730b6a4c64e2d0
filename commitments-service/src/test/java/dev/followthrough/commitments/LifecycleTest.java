package dev.followthrough.commitments;

import static dev.followthrough.commitments.OpeningTest.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.followthrough.events.CommitmentCorrected;
import dev.followthrough.events.CommitmentDelivered;
import dev.followthrough.events.CommitmentMissed;
import dev.followthrough.events.CommitmentPromised;
import dev.followthrough.events.Participant;
import dev.followthrough.events.Party;
import dev.followthrough.events.ProfileChanged;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** B3 and B4 through the API: words, promise, delivery, deadline, the other side, apology. */
@QuarkusTest
class LifecycleTest extends ServiceTest {

  private Participant ada;
  private World.Agreed agreement;

  @BeforeEach
  void meet() {
    time.freeze(Instant.parse("2026-06-01T12:00:00Z"));
    ada = world.contact("Ada");
    agreement = world.meets(ada);
  }

  @Test
  void a_commitment_is_worded_promised_and_delivered_in_time() {
    var id = agreement.of("owner");
    words(id, "{\"text\": \"Send the link\", \"complexity\": \"complex\", \"area\": \"ux\"}");
    world
        .post(id, "promise", "{\"wording\": 1, \"reportedBy\": \"" + party() + "\"}")
        .statusCode(200)
        .body("status", equalTo("promised"));
    time.advance(Duration.ofDays(1));
    world
        .post(id, "delivery", "{\"note\": \"Sent\", \"evidence\": [\"https://example.org/a?b=1\"]}")
        .statusCode(200)
        .body("status", equalTo("delivered"))
        .body("complexity", equalTo("complex"))
        .body("reports.kind", contains("promised", "delivered"))
        .body("reports[0].reportedBy", equalTo(party()))
        .body("reports[0].wording", equalTo(1))
        .body("reports[1].note", equalTo("Sent"))
        .body("reports[1].evidence", contains("https://example.org/a?b=1"))
        .body("parts[0].promisedAt", equalTo("2026-06-01T12:00:00Z"))
        .body("parts[0].deliveredAt", equalTo("2026-06-02T12:00:00Z"));
    var promised = world.published(CommitmentPromised.class, e -> e.commitmentId().equals(id));
    assertThat(promised.text()).isEqualTo("Send the link");
    assertThat(promised.area()).isEqualTo("ux");
    assertThat(promised.reportedBy().toString()).isEqualTo(party());
    var delivered = world.published(CommitmentDelivered.class, e -> e.commitmentId().equals(id));
    assertThat(delivered.late()).isFalse();
  }

  @Test
  void the_deadline_misses_what_is_promised_by_itself_and_closes_the_agreement() {
    var id = promised(agreement.of("owner"));
    time.advance(Duration.ofDays(8));
    var missed = world.published(CommitmentMissed.class, e -> e.commitmentId().equals(id));
    assertThat(missed.missing()).containsExactly(Party.OWNER);
    assertThat(missed.dueAt()).isEqualTo(agreement.dueAt());
    var types = world.publishedUntil("agreement.closed");
    assertThat(types).filteredOn("agreement.closed"::equals).hasSize(1);
    assertThat(types).filteredOn("commitment.lapsed"::equals).hasSize(2);
    assertThat(agreement.read().getString("closedAt")).isEqualTo(agreement.dueAt().toString());
  }

  @Test
  void a_read_right_after_the_deadline_shows_the_miss_before_any_due_work_has_run() {
    var id = promised(agreement.of("owner"));
    time.freeze(agreement.dueAt());
    world.client().get("/v1/commitments/" + id).then().body("status", equalTo("promised"));
    time.freeze(agreement.dueAt().plusMillis(1));
    world.client().get("/v1/commitments/" + id).then().body("status", equalTo("missed"));
    world
        .client()
        .get("/v1/commitments?status=missed")
        .then()
        .body("items.id", contains(id.toString()));
    assertThat(world.publishedUntil("agreement.closed"))
        .filteredOn("commitment.missed"::equals)
        .hasSize(1);
  }

  @Test
  void a_late_delivery_with_an_earlier_time_does_not_undo_the_miss() {
    var id = promised(agreement.of("owner"));
    time.freeze(agreement.dueAt().plusSeconds(1));
    world
        .post(id, "delivery", "{\"happenedAt\": \"" + agreement.dueAt().minusSeconds(9) + "\"}")
        .statusCode(200)
        .body("status", equalTo("missed"))
        .body("parts[0].late", equalTo(true))
        .body("reports.kind", contains("promised", "missed", "delivered"));
  }

  @Test
  void the_owner_attests_what_a_contact_promised_and_not_what_the_owner_did() {
    var theirs = promised(agreement.of(party()));
    var mine = promised(agreement.of("owner"));
    time.freeze(agreement.dueAt().plusSeconds(1));
    var body = "{\"happenedAt\": \"" + agreement.dueAt() + "\", \"note\": \"It came\"}";
    world
        .post(theirs, "attestation", body)
        .statusCode(200)
        .body("status", equalTo("delivered"))
        .body("parts[0].corrected", equalTo(true))
        .body("reports.kind", contains("promised", "missed", "attested"));
    world.published(CommitmentCorrected.class, e -> e.commitmentId().equals(theirs));
    world
        .post(mine, "attestation", body)
        .statusCode(422)
        .body("type", problem("only-receiver-attests"))
        .body(
            "detail",
            equalTo("The owner promised it: the contact attests it, through a share link."));
  }

  @Test
  void a_denied_delivery_is_disputed_and_shows_both_words() {
    var id = promised(agreement.of(party()));
    world.deliversThroughLink(id, party(), "{\"note\": \"Sent\"}");
    world
        .post(id, "denial", "{\"note\": \"Nothing came\"}")
        .statusCode(200)
        .body("status", equalTo("disputed"))
        .body("reports[1].note", equalTo("Sent"))
        .body("reports[1].throughLink", equalTo(true))
        .body("reports[2].note", equalTo("Nothing came"));
    assertThat(world.publishedUntil("commitment.disputed")).isNotEmpty();
  }

  @Test
  void the_owner_does_not_deny_what_the_owner_reported() {
    var id = promised(agreement.of(party()));
    world.post(id, "delivery", "{\"note\": \"It came\"}").statusCode(200);
    world
        .post(id, "denial", "{\"note\": \"Nothing came\"}")
        .statusCode(422)
        .body("type", problem("other-side-denies"))
        .body("detail", equalTo("owner reported this delivery and cannot deny it."));
  }

  @Test
  void the_owner_denies_neither_a_claim_of_their_own_in_the_contacts_name_nor_their_own_delivery() {
    var theirs = promised(agreement.of(party()));
    world.post(theirs, "delivery", "{\"reportedBy\": \"" + party() + "\"}").statusCode(200);
    world.post(theirs, "denial", null).statusCode(422).body("type", problem("other-side-denies"));
    var own = promised(agreement.of("owner"));
    world.post(own, "delivery", null).statusCode(200);
    world
        .post(own, "denial", "{\"reportedBy\": \"" + party() + "\"}")
        .statusCode(422)
        .body("type", problem("denied-through-share-link"));
  }

  @Test
  void a_missed_promise_carries_an_apology() {
    var id = promised(agreement.of("owner"));
    world
        .post(id, "apology", "{\"said\": \"Sorry\"}")
        .statusCode(409)
        .body("type", problem("not-missed"));
    time.freeze(agreement.dueAt().plusSeconds(1));
    world
        .post(id, "apology", "{\"said\": \"Sorry\", \"offered\": \"A call\"}")
        .statusCode(200)
        .body("reports[2].said", equalTo("Sorry"))
        .body("reports[2].offered", equalTo("A call"))
        .body("parts[0].apologised", equalTo(true));
    world.publishedUntil("commitment.apologised");
  }

  @Test
  void a_counter_proposal_is_in_force_when_the_other_side_accepts_it() {
    var id = agreement.of("owner");
    words(id, "{\"text\": \"Send the link\"}");
    world
        .post(id, "wordings", "{\"text\": \"Send two\", \"proposedBy\": \"" + party() + "\"}")
        .statusCode(200)
        .body("text", equalTo("Send the link"))
        .body("wordings[1].state", equalTo("waiting"));
    world
        .post(id, "wordings/2/acceptance", "{\"by\": \"" + party() + "\"}")
        .statusCode(422)
        .body("type", problem("other-side-accepts"));
    world
        .post(id, "wordings/2/acceptance", null)
        .statusCode(200)
        .body("text", equalTo("Send two"))
        .body("wording", equalTo(2));
  }

  @Test
  void a_declined_commitment_is_published_as_declined() {
    world
        .post(agreement.of(party()), "decline", "{\"note\": \"No time\"}")
        .statusCode(200)
        .body("status", equalTo("declined"))
        .body("reports[0].note", equalTo("No time"));
    world.publishedUntil("commitment.declined");
  }

  @Test
  void a_change_with_a_stale_etag_is_refused_and_any_change_moves_the_agreements_etag() {
    var id = agreement.of("owner");
    var agreementBefore = etag("/v1/agreements/" + agreement.id());
    var before = etag("/v1/commitments/" + id);
    change(id, before, "{\"text\": \"One\"}").statusCode(200);
    change(id, before, "{\"text\": \"Two\"}")
        .statusCode(412)
        .body("type", problem("precondition-failed"));
    change(id, etag("/v1/commitments/" + id), "{\"text\": \"Two\"}").statusCode(200);
    assertThat(etag("/v1/agreements/" + agreement.id())).isNotEqualTo(agreementBefore);
  }

  @Test
  void words_are_cleared_with_null_and_then_cannot_be_promised() {
    var id = agreement.of("owner");
    words(id, "{\"text\": \"One\", \"area\": \"ux\"}");
    words(id, "{\"text\": null}").body("$", not(hasKey("text"))).body("area", equalTo("ux"));
    world.post(id, "promise", null).statusCode(409).body("type", problem("words-needed"));
  }

  @Test
  void an_area_comes_from_the_owners_list_in_its_spelling_if_there_is_one() {
    var id = agreement.of("owner");
    words(id, "{\"area\": \"cooking\"}").body("area", equalTo("cooking"));
    world.hears(
        new ProfileChanged(
            "UTC", null, null, List.of("UX", "Writing"), null, null, null, List.of("areas")));
    world.awaits(world.contact("Later").contactId());

    words(id, "{\"text\": \"One\"}").body("area", equalTo("cooking"));
    words(id, "{\"area\": \"writing\"}").body("area", equalTo("Writing"));
    for (var refused :
        List.of(
            world.patch("/v1/commitments/" + id, "{\"area\": \"cooking\"}"),
            world.post(
                id,
                "wordings",
                "{\"text\": \"Two\", \"area\": \"cooking\", \"proposedBy\": \"owner\"}"))) {
      refused
          .statusCode(422)
          .body("type", problem("unknown-area"))
          .body("errors[0].pointer", equalTo("/area"));
    }
    words(id, "{\"area\": null}").body("$", not(hasKey("area")));
  }

  @Test
  void what_is_not_of_the_form_that_the_document_states_is_refused_with_all_its_faults() {
    var id = agreement.of("owner");
    world
        .post(
            id,
            "delivery",
            "{\"note\": 7, \"evidence\": [\"http://example.org\", \"https://\"], \"what\": 1}")
        .statusCode(400)
        .body("errors.pointer", hasItem("/note"))
        .body("errors.pointer", hasItem("/what"));
    world
        .post(id, "delivery", "{\"evidence\": [\"http://example.org\"]}")
        .statusCode(400)
        .body("errors.pointer", contains("/evidence/0"));
    world
        .post(id, "promise", "{\"by\": \"somebody\"}")
        .statusCode(400)
        .body("errors.pointer", contains("/by"));
    world.post(id, "apology", "{}").statusCode(400).body("errors.pointer", contains("/said"));
    world.post(id, "promise", "{\"happenedAt\": \"2026-06-01T12:00:00.001Z\"}").statusCode(422);
  }

  @Test
  void a_promise_needs_neither_body_nor_content_type() throws Exception {
    var id = agreement.of("owner");
    words(id, "{\"text\": \"One\"}");
    var call =
        HttpRequest.newBuilder(
                URI.create(
                    "http://localhost:" + RestAssured.port + "/v1/commitments/" + id + "/promise"))
            .header("Authorization", "Bearer " + world.token())
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    try (var client = HttpClient.newHttpClient()) {
      assertThat(client.send(call, HttpResponse.BodyHandlers.ofString()).statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void a_repeated_call_is_done_once_and_answered_the_same() {
    var id = agreement.of("owner");
    words(id, "{\"text\": \"One\"}");
    var first = repeatable(id, "k1").statusCode(200).extract().asString();
    assertThat(repeatable(id, "k1").statusCode(200).extract().asString()).isEqualTo(first);
    repeatable(id, "k2").statusCode(409).body("type", problem("already-promised"));
    world.client().get("/v1/commitments/" + id).then().body("reports", hasSize(1));
  }

  @Test
  void another_owners_agreement_and_commitment_do_not_exist() {
    var stranger = new World(kafka, time);
    var id = agreement.of("owner");
    stranger.client().get("/v1/agreements/" + agreement.id()).then().statusCode(404);
    stranger.client().get("/v1/commitments/" + id).then().statusCode(404);
    stranger.patch("/v1/commitments/" + id, "{\"text\": \"Mine\"}").statusCode(404);
    stranger
        .patch("/v1/agreements/" + agreement.id(), "{\"dueAt\": \"2026-06-02T12:00:00Z\"}")
        .statusCode(404);
    stranger.post(id, "promise", null).statusCode(404);
    assertThat(stranger.agreements("limit=10").getList("items")).isEmpty();
  }

  private String party() {
    return ada.contactId().toString();
  }

  private ValidatableResponse words(UUID id, String patch) {
    return world.patch("/v1/commitments/" + id, patch).statusCode(200);
  }

  private UUID promised(UUID id) {
    words(id, "{\"text\": \"Do it\"}");
    world.post(id, "promise", null).statusCode(200);
    return id;
  }

  private String etag(String path) {
    return world.client().get(path).header("ETag");
  }

  private ValidatableResponse change(UUID id, String etag, String patch) {
    return world
        .client()
        .contentType("application/merge-patch+json")
        .header("If-Match", etag)
        .body(patch)
        .patch("/v1/commitments/" + id)
        .then();
  }

  private ValidatableResponse repeatable(UUID id, String key) {
    return world
        .client()
        .header("Idempotency-Key", key)
        .body("{}")
        .post("/v1/commitments/" + id + "/promise")
        .then();
  }
}
