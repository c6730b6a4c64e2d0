package dev.followthrough.commitments.sharelink;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.followthrough.commitments.World;
import dev.followthrough.commitments.World.Agreed;
import dev.followthrough.events.CommitmentPromised;
import dev.followthrough.events.ContactErased;
import dev.followthrough.events.ContactRemoved;
import dev.followthrough.events.ContactRestored;
import dev.followthrough.events.ErasureCompleted;
import dev.followthrough.events.ErasureRequested;
import dev.followthrough.events.MeetingVoided;
import dev.followthrough.events.Participant;
import dev.followthrough.events.Party;
import dev.followthrough.events.ShareLinkCreated;
import dev.followthrough.events.ShareLinkRevoked;
import dev.followthrough.platform.id.Ids;
import dev.followthrough.platform.kafka.KafkaProbe;
import dev.followthrough.platform.secret.RandomToken;
import dev.followthrough.platform.testing.SettableTime;
import dev.followthrough.platform.testing.StackResource;
import dev.followthrough.platform.testing.Tokens;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** B6: the other side, without an account, as JSON. */
@QuarkusTest
@WithTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = "schema", value = "commitments"))
class ShareLinkTest {

  private static final String CONFIRMED = "{\"confirm\": true}";
  private static final Instant NOW = Instant.parse("2026-03-25T12:00:00Z");

  @Inject SettableTime time;
  @Inject KafkaProbe kafka;
  @Inject AgroalDataSource database;
  private World world;
  private Participant ada;
  private Participant bob;

  @BeforeEach
  void meetThem() {
    time.freeze(NOW);
    world = new World(kafka, time);
    ada = world.contact("Ada");
    bob = world.contact("Bob");
  }

  @AfterEach
  void putTheClockRight() {
    time.reset();
  }

  @Test
  void a_link_is_shown_once_told_by_ids_and_kept_as_a_hash_that_opens_until_it_can_be_assessed()
      throws SQLException {
    var agreed = world.meets(ada);

    var made = link(agreed, ada, "").statusCode(201).extract();

    String token = made.path("token");
    assertThat(made.<String>path("url")).endsWith("/s/" + token);
    assertThat(made.<String>path("link.expiresAt"))
        .isEqualTo(agreed.dueAt().plus(Duration.ofDays(14)).toString());
    UUID id = UUID.fromString(made.path("link.id"));
    assertThat(world.published(ShareLinkCreated.class, e -> e.shareLinkId().equals(id)).contactId())
        .isEqualTo(ada.contactId());
    assertThat(world.client().get(made.header("Location")).asString()).doesNotContain(token);
    assertThat(links(agreed).extract().asString()).doesNotContain(token);
    assertThat(stored(RandomToken.hash(token))).isEqualTo(world.owner());
  }

  @Test
  void a_repeat_answers_the_same_link_and_keeps_it_sealed() throws SQLException {
    var agreed = world.meets(ada);
    var body = "{\"contactId\": \"%s\"}".formatted(ada.contactId());
    var first = keyed(agreed, body);

    var second = keyed(agreed, body);

    assertThat(second).isEqualTo(first);
    links(agreed).body("items.size()", equalTo(1));
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("select set_config('app.owner', '" + world.owner() + "', true)");
      try (var kept = statement.executeQuery("select k::text from idempotency_key k")) {
        assertThat(kept.next()).isTrue();
        assertThat(kept.getString(1)).doesNotContain(first).doesNotContain(hex(first));
      }
      connection.rollback();
    }
  }

  @Test
  void at_most_five_are_active_for_one_person_and_revoking_makes_room() {
    var agreed = world.meets(ada, bob);
    for (int i = 0; i < 4; i++) {
      link(agreed, ada, "").statusCode(201);
    }
    String id = link(agreed, ada, "").statusCode(201).extract().path("link.id");
    link(agreed, ada, "").statusCode(409).body("type", endsWith("too-many-share-links"));
    link(agreed, bob, "").statusCode(201);

    revoke(agreed, id).statusCode(204);

    link(agreed, ada, "").statusCode(201);
    revoke(agreed, id).statusCode(204);
    world.published(
        ShareLinkRevoked.class, e -> e.by().isOwner() && e.shareLinkId().toString().equals(id));
  }

  @Test
  void a_link_is_for_a_participant_in_the_network_and_ends_when_it_may() {
    var agreed = world.meets(ada);
    link(agreed, bob, "").statusCode(422).body("type", endsWith("not-a-participant"));
    link(agreed, ada, ", \"expiresAt\": \"%s\"".formatted(NOW))
        .statusCode(422)
        .body("type", endsWith("share-link-expiry"));
    link(
            agreed,
            ada,
            ", \"expiresAt\": \"%s\""
                .formatted(agreed.dueAt().plus(Duration.ofDays(90)).plusSeconds(1)))
        .statusCode(422);

    link(agreed, ada, ", \"expiresAt\": \"%s\"".formatted(agreed.dueAt().plus(Duration.ofDays(90))))
        .statusCode(201);
  }

  @Test
  void unknown_revoked_expired_void_and_a_removed_contacts_links_are_all_answered_alike() {
    var agreed = world.meets(ada);
    var made = link(agreed, ada, "").extract();
    String revoked = made.path("token");
    revoke(agreed, made.path("link.id")).statusCode(204);
    var unknown = refusal(RandomToken.next().text());
    assertThat(unknown).doesNotContain(revoked).contains("/v1/shared/{token}");
    assertThat(refusal("nothing like a token")).contains("There is nothing under this link");
    assertThat(refusal(revoked)).isEqualTo(unknown);

    String expiring = token(agreed, ada);
    time.freeze(agreed.dueAt().plus(Duration.ofDays(14)));
    read(expiring).statusCode(200);
    time.advance(Duration.ofMillis(1));
    assertThat(refusal(expiring)).isEqualTo(unknown);

    time.freeze(NOW);
    var recordedInError = world.meets(ada);
    var ofAVoid = token(recordedInError, ada);
    world.hears(new MeetingVoided(recordedInError.meetingId()));
    goes(ofAVoid);
    assertThat(refusal(ofAVoid)).isEqualTo(unknown);
    link(recordedInError, ada, "").statusCode(409).body("type", endsWith("agreement-ended"));

    world.hears(new ContactRemoved(ada.contactId()));
    goes(expiring);
    assertThat(refusal(expiring)).isEqualTo(unknown);
  }

  @Test
  void a_contact_sees_the_shared_action_and_their_own_but_nobody_elses_and_no_note() {
    var agreed = world.meets(ada, bob);
    words(agreed.shared(), "Write it together");
    words(agreed.of(ada.contactId()), "Ada sends gears");
    words(agreed.of(bob.contactId()), "Bob sends bolts");
    world
        .patch(
            "/v1/commitments/" + agreed.of("owner"),
            "{\"text\": \"I send a map\", \"area\": \"private-area\", \"receiverId\": \"%s\"}"
                .formatted(bob.contactId()))
        .statusCode(200);
    propose(agreed.shared(), "Somebody would rather", bob.contactId().toString());
    world
        .post(agreed.of(ada.contactId()), "promise", "{\"note\": \"she hesitated\"}")
        .statusCode(200);

    var seen = read(token(agreed, ada)).statusCode(200).extract();

    assertThat(seen.asString())
        .contains("Write it together", "Somebody would rather", "Ada sends gears")
        .doesNotContain("Bob", "bolts", "map", "hesitated", "private-area")
        .doesNotContain(bob.contactId().toString(), agreed.of(bob.contactId()).toString());
    assertThat(seen.jsonPath().getList("commitments.role")).containsExactly("together", "yours");
    assertThat(seen.header("Followthrough-Position")).isNull();
    String named = link(agreed, ada, ", \"showNames\": true").extract().path("token");
    read(named).body("others", contains("Bob")).body("you", equalTo("Ada"));
    read(token(agreed, bob)).body("commitments.role", contains("together", "yours", "owedToYou"));
  }

  @Test
  void what_is_not_theirs_is_not_there_through_their_link() {
    var agreed = world.meets(ada, bob);
    var other = world.meets(ada);
    words(other.of(ada.contactId()), "Elsewhere");
    words(agreed.of(bob.contactId()), "Bob's");
    var token = token(agreed, ada);

    act(token, other.of(ada.contactId()), "promise", null).statusCode(404);
    act(token, agreed.of(bob.contactId()), "promise", null).statusCode(404);
    act(token, agreed.of("owner"), "decline", null).statusCode(404);
    act(token, Ids.next(), "promise", null).statusCode(404);
  }

  @Test
  void what_is_promised_through_a_link_is_the_contacts_word_by_the_same_rules() {
    var agreed = world.meets(ada);
    var hers = agreed.of(ada.contactId());
    var token = token(agreed, ada);
    act(token, hers, "promise", null).statusCode(409).body("type", endsWith("words-needed"));
    words(hers, "Send gears");
    act(token, hers, "promise", "{\"wording\": 2}")
        .statusCode(409)
        .body("type", endsWith("wording-not-in-force"));

    act(token, hers, "promise", "{\"wording\": 1}").statusCode(200);

    var told = world.published(CommitmentPromised.class, e -> e.commitmentId().equals(hers));
    assertThat(told.reportedBy()).isEqualTo(Party.contact(ada.contactId()));
    assertThat(told.by()).isEqualTo(Party.contact(ada.contactId()));
    act(token, hers, "promise", null).statusCode(409).body("type", endsWith("already-promised"));
    act(token, hers, "delivery", "{\"note\": \"done\"}")
        .statusCode(200)
        .body(mine("yours.status"), equalTo("delivered"));
    world
        .client()
        .get("/v1/commitments/" + hers)
        .then()
        .body(
            "reports.reportedBy", contains(ada.contactId().toString(), ada.contactId().toString()))
        .body("reports.throughLink", contains(true, true));
    read(token).body(mine("yours.recordedByOwner"), empty());
  }

  @Test
  void what_the_owner_records_in_a_contacts_name_is_shown_to_both_as_the_owners_record() {
    var agreed = world.meets(ada);
    var hers = agreed.of(ada.contactId());
    var her = ada.contactId().toString();
    words(hers, "Send gears");
    var token = token(agreed, ada);
    propose(hers, "Send two gears", "owner");

    world.post(hers, "wordings/2/acceptance", "{\"by\": \"%s\"}".formatted(her)).statusCode(200);
    world.post(hers, "promise", "{\"reportedBy\": \"%s\"}".formatted(her)).statusCode(200);

    world
        .client()
        .get("/v1/commitments/" + hers)
        .then()
        .body("wordings[1].acceptedBy", contains(her))
        .body("wordings[1].acceptedThroughLink", nullValue())
        .body("reports[0].reportedBy", equalTo(her))
        .body("reports[0].throughLink", nullValue());
    read(token)
        .body(mine("wordsRecordedByOwner"), equalTo(true))
        .body(mine("yours.recordedByOwner"), contains("promised"));
    act(token, hers, "delivery", null)
        .statusCode(200)
        .body(mine("yours.recordedByOwner"), contains("promised"));
  }

  @Test
  void who_suggests_and_accepts_words_through_a_link_is_known_to_have_said_so_themselves() {
    var agreed = world.meets(ada);
    var hers = agreed.of(ada.contactId());
    var her = ada.contactId().toString();
    var token = token(agreed, ada);
    propose(hers, "One gear", her);
    read(token)
        .body(mine("waiting.yours"), contains(true))
        .body(mine("waiting.recordedByOwner"), contains(true));
    act(token, hers, "wordings", "{\"text\": \"Two gears\"}")
        .statusCode(200)
        .body(mine("waiting.recordedByOwner"), contains(true, false));
    world.post(hers, "wordings/2/acceptance", null).statusCode(200);
    read(token).body(mine("wordsRecordedByOwner"), equalTo(false));
    propose(hers, "Three gears", "owner");

    act(token, hers, "wordings/3/acceptance", null).statusCode(200);

    read(token).body(mine("wordsRecordedByOwner"), equalTo(false));
    world
        .client()
        .get("/v1/commitments/" + hers)
        .then()
        .body("wordings.throughLink", contains(null, true, null))
        .body("wordings[1].acceptedThroughLink", nullValue())
        .body("wordings[2].acceptedThroughLink", contains(her));
  }

  @Test
  void a_decline_and_an_apology_through_a_link_are_the_contacts_own_word() {
    var agreed = world.meets(ada);
    var hers = agreed.of(ada.contactId());
    var token = token(agreed, ada);
    act(token, agreed.shared(), "decline", null).statusCode(200);
    words(hers, "Send gears");
    act(token, hers, "promise", null).statusCode(200);
    time.advance(Duration.ofDays(8));
    act(token, hers, "apology", "{\"said\": \"Sorry\"}")
        .statusCode(200)
        .body(mine("yours.recordedByOwner"), empty())
        .body(together("yours.recordedByOwner"), empty());
  }

  @Test
  void a_part_of_the_shared_one_is_promised_for_oneself_alone() {
    var agreed = world.meets(ada, bob);
    words(agreed.shared(), "Together");

    act(token(agreed, ada), agreed.shared(), "promise", null).statusCode(200);

    world
        .client()
        .get("/v1/commitments/" + agreed.shared())
        .then()
        .body("parts.findAll { it.status == 'promised' }.by", contains(ada.contactId().toString()));
  }

  @Test
  void a_counter_proposal_keeps_the_area_binds_once_accepted_and_is_made_once() {
    var agreed = world.meets(ada);
    var hers = agreed.of(ada.contactId());
    world
        .patch("/v1/commitments/" + hers, "{\"text\": \"Gears\", \"area\": \"design\"}")
        .statusCode(200);
    var token = token(agreed, ada);

    act(token, hers, "wordings", "{\"text\": \"Two gears\"}").statusCode(200);
    act(token, hers, "wordings", "{\"text\": \"Two gears\"}")
        .statusCode(200)
        .body(mine("waiting.size()"), equalTo(1))
        .body(mine("waiting[0].yours"), equalTo(true));
    act(token, hers, "wordings/2/acceptance", null)
        .statusCode(422)
        .body("type", endsWith("other-side-accepts"));
    world.post(hers, "wordings/2/acceptance", null).statusCode(200);

    read(token).body(mine("text"), equalTo("Two gears"));
    world.client().get("/v1/commitments/" + hers).then().body("area", equalTo("design"));
    propose(hers, "Three gears", "owner");
    read(token).body(mine("can"), hasItem("accept"));
    act(token, hers, "wordings/3/acceptance", null)
        .statusCode(200)
        .body(mine("text"), equalTo("Three gears"));
  }

  @Test
  void a_group_agrees_on_words_for_the_shared_action_through_links_alone() {
    var agreed = world.meets(ada, bob);
    words(agreed.shared(), "Together");
    var adas = token(agreed, ada);
    var bobs = token(agreed, bob);
    act(adas, agreed.shared(), "wordings", "{\"text\": \"Rather this\"}").statusCode(200);
    world.post(agreed.shared(), "wordings/2/acceptance", "{\"by\": \"owner\"}").statusCode(200);

    var seen = read(bobs).body(together("waiting[0].text"), equalTo("Rather this"));
    seen.body(together("waiting[0].yours"), equalTo(false))
        .body(together("waiting[0].owners"), equalTo(false))
        .body(together("waiting[0].acceptable"), equalTo(true));
    assertThat(seen.extract().asString()).doesNotContain("Ada", ada.contactId().toString());
    act(bobs, agreed.shared(), "wordings/2/acceptance", null)
        .statusCode(200)
        .body(together("text"), equalTo("Rather this"));
  }

  @Test
  void the_same_words_for_a_bigger_thing_are_another_suggestion_and_who_declined_makes_none() {
    var agreed = world.meets(ada, bob);
    words(agreed.shared(), "Together");
    var token = token(agreed, ada);
    act(token, agreed.shared(), "wordings", "{\"text\": \"More\"}").statusCode(200);

    act(token, agreed.shared(), "wordings", "{\"text\": \"More\", \"complexity\": \"complex\"}")
        .statusCode(200)
        .body(together("waiting.complexity"), contains("simple", "complex"));

    act(token, agreed.shared(), "decline", null)
        .statusCode(200)
        .body(together("can"), not(hasItem("propose")));
  }

  @Test
  void what_the_owner_owes_is_confirmed_before_the_deadline_as_a_delivery() {
    var agreed = promisedToAda();
    var token = token(agreed, ada);
    read(token).body(owed("can"), hasItem("confirm"));

    act(token, agreed.of("owner"), "confirmation", null)
        .statusCode(200)
        .body(owed("owners.status"), equalTo("delivered"));

    world
        .client()
        .get("/v1/commitments/" + agreed.of("owner"))
        .then()
        .body("reports[1].reportedBy", equalTo(ada.contactId().toString()));
    act(token, agreed.of("owner"), "denial", null)
        .statusCode(422)
        .body("type", endsWith("other-side-denies"));
  }

  @Test
  void after_the_deadline_a_confirmation_corrects_the_miss_or_records_it_as_late() {
    var inTime = promisedToAda();
    var late = promisedToAda();
    var first = token(inTime, ada);
    var second = token(late, ada);
    time.freeze(inTime.dueAt().plusSeconds(60));

    act(
            first,
            inTime.of("owner"),
            "confirmation",
            "{\"happenedAt\": \"%s\"}".formatted(inTime.dueAt()))
        .statusCode(200)
        .body(owed("owners.status"), equalTo("delivered"))
        .body(owed("owners.corrected"), equalTo(true));
    act(second, late.of("owner"), "confirmation", null)
        .statusCode(200)
        .body(owed("owners.status"), equalTo("missed"))
        .body(owed("owners.late"), equalTo(true));
  }

  @Test
  void what_the_owner_has_not_promised_is_not_confirmed_and_is_said_to_be_so() {
    var agreed = world.meets(ada);
    words(agreed.of("owner"), "I send a map");

    act(token(agreed, ada), agreed.of("owner"), "confirmation", null)
        .statusCode(409)
        .body("type", endsWith("not-missed"));
  }

  @Test
  void a_delivery_that_the_owner_claims_is_denied_or_confirmed_but_not_both() {
    var denied = promisedToAda();
    var confirmed = promisedToAda();
    world.post(denied.of("owner"), "delivery", null).statusCode(200);
    world.post(confirmed.of("owner"), "delivery", null).statusCode(200);

    act(token(denied, ada), denied.of("owner"), "denial", "{\"note\": \"Nothing came\"}")
        .statusCode(200)
        .body(owed("owners.status"), equalTo("disputed"));
    var token = token(confirmed, ada);
    act(token, confirmed.of("owner"), "confirmation", null).statusCode(200);
    act(token, confirmed.of("owner"), "denial", null)
        .statusCode(409)
        .body("type", endsWith("already-attested"));
  }

  @Test
  void what_the_owner_says_in_the_contacts_name_takes_nothing_from_the_contact() {
    var agreed = promisedToAda();
    world
        .post(agreed.of("owner"), "delivery", "{\"reportedBy\": \"%s\"}".formatted(ada.contactId()))
        .statusCode(200);
    var token = token(agreed, ada);
    read(token).body(owed("can"), hasItem("deny"));

    act(token, agreed.of("owner"), "denial", null)
        .statusCode(200)
        .body(owed("owners.status"), equalTo("disputed"));
  }

  @Test
  void assessments_through_a_link_are_blind_until_both_are_given() {
    var agreed = promisedToAda();
    words(agreed.of(ada.contactId()), "Gears");
    world.post(agreed.of(ada.contactId()), "promise", null).statusCode(200);
    world.post(agreed.of(ada.contactId()), "delivery", null).statusCode(200);
    world.post(agreed.of("owner"), "delivery", null).statusCode(200);
    world
        .post(agreed.of(ada.contactId()), "assessment", "{\"value\": 2, \"comment\": \"thin\"}")
        .statusCode(200);
    var token = token(agreed, ada);
    read(token)
        .body(mine("assessments[0].blind"), equalTo(true))
        .body(mine("assessments[0].value"), nullValue())
        .body(owed("can"), hasItem("assess"))
        .body(mine("can"), not(hasItem("assess")));

    act(token, agreed.of("owner"), "assessment", "{\"value\": 5}")
        .statusCode(200)
        .body(owed("assessments[0].value"), equalTo(5))
        .body(mine("assessments[0].comment"), equalTo("thin"));
    act(token, agreed.of(ada.contactId()), "assessment", "{\"value\": 5}").statusCode(422);
  }

  @Test
  void no_thanks_declines_what_is_open_and_ends_all_their_links_of_the_agreement() {
    var agreed = world.meets(ada, bob);
    words(agreed.shared(), "Together");
    words(agreed.of(ada.contactId()), "Gears");
    world
        .post(agreed.shared(), "promise", "{\"by\": \"%s\"}".formatted(ada.contactId()))
        .statusCode(200);
    var token = token(agreed, ada);
    var second = token(agreed, ada);
    var bobs = token(agreed, bob);

    given().post("/v1/shared/" + token + "/no-thanks").then().statusCode(200);
    given()
        .post("/v1/shared/" + token + "/no-thanks")
        .then()
        .statusCode(200)
        .body("noThanksAt", notNullValue())
        .body(mine("yours.status"), equalTo("declined"))
        .body("commitments.find { it.role == 'together' }.yours.status", equalTo("promised"))
        .body("commitments.can.flatten()", equalTo(List.of()));

    act(second, agreed.of(ada.contactId()), "promise", null)
        .statusCode(409)
        .body("type", endsWith("said-no-thanks"));
    read(second).body("noThanksAt", notNullValue());
    read(bobs).body("noThanksAt", nullValue());
    world.published(ShareLinkRevoked.class, e -> e.by().equals(Party.contact(ada.contactId())));
    links(agreed).body("items.find { it.noThanksAt != null }.status", equalTo("declined"));
  }

  @Test
  void who_said_no_thanks_can_still_be_forgotten_and_a_new_link_is_the_owners_to_make() {
    var agreed = world.meets(ada);
    words(agreed.of(ada.contactId()), "Gears");
    var token = token(agreed, ada);
    given().post("/v1/shared/" + token + "/no-thanks").then().statusCode(200);

    var second = token(agreed, ada);

    read(second).body("noThanksAt", nullValue());
    forget(token, CONFIRMED).statusCode(204);
    read(second).statusCode(404);
  }

  @Test
  void forget_me_is_passed_on_once_and_ends_all_their_links_at_once() {
    var agreed = world.meets(ada, bob);
    var token = token(agreed, ada);
    var elsewhere = token(world.meets(ada), ada);
    var bobs = token(agreed, bob);

    forget(token, CONFIRMED).statusCode(204);
    forget(token, CONFIRMED).statusCode(204);

    read(token).statusCode(404);
    read(elsewhere).statusCode(404);
    read(bobs).statusCode(200);
    act(token, agreed.of(ada.contactId()), "promise", null).statusCode(404);
    links(agreed).body("items.find { it.forgetMeAt != null }.status", equalTo("declined"));
    world.published(ErasureRequested.class, e -> e.contactId().equals(ada.contactId()));
    assertThat(world.publishedUntil("erasure.requested"))
        .filteredOn("erasure.requested"::equals)
        .hasSize(1);
  }

  @Test
  void forget_me_is_said_with_a_yes_and_is_still_no_news_when_the_contact_is_gone() {
    var agreed = world.meets(ada);
    var token = token(agreed, ada);
    for (var body : List.of("{}", "{\"confirm\": false}", "{\"confirm\": null}")) {
      forget(token, body).statusCode(400).body("errors.pointer", contains("/confirm"));
    }
    given()
        .contentType("application/json")
        .post("/v1/shared/" + token + "/forget-me")
        .then()
        .statusCode(400);
    read(token).statusCode(200);
    forget(token, CONFIRMED).statusCode(204);

    world.hears(new ContactRemoved(ada.contactId()));
    world.awaits(world.contact("Later").contactId());

    forget(token, CONFIRMED).statusCode(204);
    read(token).statusCode(404);
  }

  @Test
  void a_restored_contacts_old_links_stay_dead_and_new_ones_open() {
    var agreed = world.meets(ada, bob);
    var token = token(agreed, ada);
    forget(token, CONFIRMED).statusCode(204);
    world.hears(new ContactRemoved(ada.contactId()));
    world.hears(new ContactRestored(ada.contactId(), "Ada", false));
    world.awaits(world.contact("Later").contactId());

    var fresh = token(agreed, ada);

    read(fresh).statusCode(200);
    read(token).statusCode(404);
  }

  @Test
  void a_link_of_who_is_forgotten_is_dead_to_all_but_another_forget_me() {
    var agreed = world.meets(ada, bob);
    words(agreed.shared(), "Together");
    var token = token(agreed, ada);
    forget(token, CONFIRMED).statusCode(204);
    var nothing = refusal(RandomToken.next().text());

    for (int i = 0; i < 2; i++) {
      given().post("/v1/shared/" + token + "/no-thanks").then().statusCode(404);
      given()
          .redirects()
          .follow(false)
          .contentType("application/x-www-form-urlencoded")
          .body("key=12345678")
          .post("/s/" + token + "/no-thanks")
          .then()
          .statusCode(404);
      assertThat(refusal(token)).isEqualTo(nothing);
      world.hears(new ContactRemoved(ada.contactId()));
      world.awaits(world.contact("Later").contactId());
    }
    assertThat(forget(token, CONFIRMED).statusCode(204).extract().asString()).isEmpty();
  }

  @Test
  void forget_me_is_passed_on_again_once_the_owner_has_brought_the_contact_back() {
    var agreed = world.meets(ada, bob);
    var token = token(agreed, ada);
    var revoked = link(agreed, ada, "").extract();
    forget(token, CONFIRMED).statusCode(204);
    revoke(agreed, revoked.path("link.id")).statusCode(204);
    world.hears(new ContactRemoved(ada.contactId()));
    world.hears(new ContactRestored(ada.contactId(), "Ada", false));
    world.awaits(world.contact("Later").contactId());
    time.advance(Duration.ofMinutes(1));
    String fresh = token(agreed, ada);

    forget(revoked.path("token"), CONFIRMED).statusCode(404);
    read(fresh).statusCode(200);
    forget(token, CONFIRMED).statusCode(204);
    forget(token, CONFIRMED).statusCode(204);

    read(fresh).statusCode(404);
    words(agreed.of(bob.contactId()), "Bolts");
    assertThat(world.publishedUntil("commitment.worded"))
        .filteredOn("erasure.requested"::equals)
        .hasSize(2);
  }

  @Test
  void an_erased_contacts_links_are_gone_with_their_hashes() throws SQLException {
    var agreed = world.meets(ada, bob);
    var token = token(agreed, ada);
    var erasure = Ids.next();

    world.hears(new ContactErased(ada.contactId(), erasure));
    world.published(ErasureCompleted.class, e -> e.erasureId().equals(erasure));

    read(token).statusCode(404);
    assertThat(stored(RandomToken.hash(token))).isNull();
  }

  @Test
  void a_token_sent_along_changes_nothing_and_a_strangers_owner_gets_no_link() {
    var agreed = world.meets(ada);
    var token = token(agreed, ada);
    given()
        .auth()
        .oauth2(Tokens.of("stranger-" + UUID.randomUUID()))
        .get("/v1/shared/" + token)
        .then()
        .statusCode(200)
        .body("you", equalTo("Ada"));
    given()
        .auth()
        .oauth2(Tokens.of("stranger-" + UUID.randomUUID()))
        .contentType("application/json")
        .body("{\"contactId\": \"%s\"}".formatted(ada.contactId()))
        .post("/v1/agreements/" + agreed.id() + "/share-links")
        .then()
        .statusCode(404);
  }

  @Test
  void one_link_is_used_so_often_a_minute_and_no_more() {
    var token = RandomToken.next().text();
    int answered = 0;
    while (from("203.0.113.7", token).statusCode() == 404 && answered < 200) {
      answered++;
    }

    assertThat(answered).isBetween(60, 150);
    from("203.0.113.7", token)
        .then()
        .statusCode(429)
        .body("type", endsWith("too-many-requests"))
        .header("Retry-After", notNullValue())
        .header("RateLimit-Policy", equalTo("\"link-per-replica\";q=60;w=60"))
        .header("RateLimit", startsWith("\"link-per-replica\";r=0"));
    from("203.0.113.7", RandomToken.next().text())
        .then()
        .statusCode(404)
        .header("RateLimit", startsWith("\"link-per-replica\";r=59"));
  }

  @Test
  void no_cache_search_engine_or_other_site_learns_of_a_link() {
    var token = token(world.meets(ada), ada);
    for (var answer :
        List.of(
            given().get("/v1/shared/" + token),
            given().get("/v1/shared/" + RandomToken.next().text()),
            given().delete("/v1/shared/" + token),
            given().get("/v1/shared/" + token + "/nothing"),
            given().contentType("text/plain").body("x").post("/v1/shared/" + token + "/no-thanks"),
            given().post("/v1/shared/" + token + "/forget-me"),
            given().urlEncodingEnabled(false).get("/v1/shared/" + token + "/%C3"),
            given().get("/s/" + token + "/nothing"))) {
      answer
          .then()
          .header("Cache-Control", equalTo("no-store"))
          .header("Referrer-Policy", equalTo("no-referrer"))
          .header("X-Robots-Tag", equalTo("noindex, nofollow"));
      assertThat(answer.asString()).doesNotContain(token);
    }
    assertThat(given().get("/q/metrics").asString()).doesNotContain(token);
  }

  @Test
  void whose_a_token_is_can_be_asked_for_one_but_not_listed() throws SQLException {
    var token = token(world.meets(ada), ada);
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("select set_config('app.owner', '" + UUID.randomUUID() + "', true)");
      try (var result = statement.executeQuery("select count(*) from share_token")) {
        result.next();
        assertThat(result.getLong(1)).isZero();
      }
      assertThat(statement.executeUpdate("delete from share_token")).isZero();
      connection.rollback();
    }
    assertThat(stored(RandomToken.hash(token))).isEqualTo(world.owner());
  }

  private static Response from(String address, String token) {
    return given().header("X-Forwarded-For", address).get("/v1/shared/" + token);
  }

  private static ValidatableResponse forget(String token, String body) {
    return given()
        .contentType("application/json")
        .body(body)
        .post("/v1/shared/" + token + "/forget-me")
        .then();
  }

  private Agreed promisedToAda() {
    var agreed = world.meets(ada);
    words(agreed.of("owner"), "I send a map");
    world.post(agreed.of("owner"), "promise", null).statusCode(200);
    return agreed;
  }

  private ValidatableResponse link(Agreed agreed, Participant contact, String more) {
    return world
        .client()
        .body("{\"contactId\": \"%s\"%s}".formatted(contact.contactId(), more))
        .post("/v1/agreements/" + agreed.id() + "/share-links")
        .then();
  }

  private String keyed(Agreed agreed, String body) {
    return world
        .client()
        .header("Idempotency-Key", "once")
        .body(body)
        .post("/v1/agreements/" + agreed.id() + "/share-links")
        .then()
        .statusCode(201)
        .extract()
        .path("token");
  }

  /** As bytes are shown by the database. */
  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }

  private String token(Agreed agreed, Participant contact) {
    return link(agreed, contact, "").statusCode(201).extract().path("token");
  }

  private ValidatableResponse links(Agreed agreed) {
    return world.client().get("/v1/agreements/" + agreed.id() + "/share-links").then();
  }

  private ValidatableResponse revoke(Agreed agreed, String id) {
    return world.client().delete("/v1/agreements/" + agreed.id() + "/share-links/" + id).then();
  }

  private static ValidatableResponse read(String token) {
    return given().get("/v1/shared/" + token).then();
  }

  private static String refusal(String token) {
    return read(token).statusCode(404).extract().asString();
  }

  private static void goes(String token) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> given().get("/v1/shared/" + token).statusCode() == 404);
  }

  private static ValidatableResponse act(String token, UUID id, String what, String body) {
    var request = given().contentType("application/json");
    return (body == null ? request : request.body(body))
        .post("/v1/shared/" + token + "/commitments/" + id + "/" + what)
        .then();
  }

  private void words(UUID id, String text) {
    world.patch("/v1/commitments/" + id, "{\"text\": \"%s\"}".formatted(text)).statusCode(200);
  }

  private void propose(UUID id, String text, String by) {
    world
        .post(id, "wordings", "{\"text\": \"%s\", \"proposedBy\": \"%s\"}".formatted(text, by))
        .statusCode(200);
  }

  private static String together(String what) {
    return "commitments.find { it.role == 'together' }." + what;
  }

  private static String mine(String what) {
    return "commitments.find { it.role == 'yours' }." + what;
  }

  private static String owed(String what) {
    return "commitments.find { it.role == 'owedToYou' }." + what;
  }

  private UUID stored(byte[] hash) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement("select owner_id from opened_by(?)")) {
      statement.setBytes(1, hash);
      try (var result = statement.executeQuery()) {
        return result.next() ? result.getObject(1, UUID.class) : null;
      }
    }
  }
}
