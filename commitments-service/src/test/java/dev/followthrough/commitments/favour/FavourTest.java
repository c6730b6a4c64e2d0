package dev.followthrough.commitments.favour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.followthrough.commitments.ServiceTest;
import dev.followthrough.events.ContactErased;
import dev.followthrough.events.ContactRemoved;
import dev.followthrough.events.ContactRestored;
import dev.followthrough.events.ErasureCompleted;
import dev.followthrough.events.FavourChanged;
import dev.followthrough.events.FavourDirection;
import dev.followthrough.events.FavourKind;
import dev.followthrough.events.FavourRecorded;
import dev.followthrough.events.FavourRemoved;
import dev.followthrough.events.FavourSize;
import dev.followthrough.events.Participant;
import dev.followthrough.platform.id.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** C4: favours, and the reciprocity they add up to. */
@QuarkusTest
class FavourTest extends ServiceTest {

  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

  private Participant ada;

  @BeforeEach
  void meetAda() {
    time.freeze(NOW);
    ada = world.contact("Ada");
  }

  @Test
  void a_favour_keeps_what_is_said_of_it_and_is_told() {
    var location =
        record(
                """
                "direction": "received", "kind": "referral", "size": "large",
                "happenedAt": "2026-05-01T09:00:00Z", "thanksSaidAt": "2026-05-02T09:00:00Z"
                """)
            .statusCode(201)
            .extract()
            .header("Location");
    world
        .client()
        .get(location)
        .then()
        .statusCode(200)
        .body("contactId", equalTo(ada.contactId().toString()))
        .body("kind", equalTo("referral"))
        .body("size", equalTo("large"))
        .body("words", equalTo("Something good"))
        .body("thanksSaid", equalTo(true))
        .body("thanksSaidAt", equalTo("2026-05-02T09:00:00Z"))
        .body("commitmentId", nullValue());
    var told = world.published(FavourRecorded.class, _ -> true);
    assertThat(told.contactId()).isEqualTo(ada.contactId());
    assertThat(told.direction()).isEqualTo(FavourDirection.RECEIVED);
    assertThat(told.kind()).isEqualTo(FavourKind.REFERRAL);
    assertThat(told.size()).isEqualTo(FavourSize.LARGE);
    assertThat(told.thanksSaidAt()).isEqualTo(Instant.parse("2026-05-02T09:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "received, small, 0.33, ownerOwes",
    "received, medium, 0.6, ownerOwes",
    "received, large, 0.82, ownerOwes",
    "given, small, -0.33, contactOwes",
    "given, medium, -0.6, contactOwes",
    "given, large, -0.82, contactOwes"
  })
  void one_favour_weighs_by_its_size(String way, String size, double value, String balance) {
    record(way, "advice", size);
    assertThat(reciprocity().getDouble("value")).isEqualTo(value);
    assertThat(reciprocity().getString("balance")).isEqualTo(balance);
  }

  @Test
  void an_introduction_goes_the_way_its_kind_says() {
    record("\"direction\": \"received\", \"kind\": \"introductionMade\", \"size\": \"small\"")
        .statusCode(422)
        .body("type", equalTo("/problems/introduction-wrong-way"));
    record("\"direction\": \"given\", \"kind\": \"introductionReceived\", \"size\": \"small\"")
        .statusCode(422);
    record("given", "introductionMade", "small");
    record("received", "introductionReceived", "small");
    assertThat(reciprocity().getString("balance")).isEqualTo("even");
  }

  @Test
  void what_has_not_happened_yet_is_refused_and_so_are_thanks_before_the_favour() {
    record(
            "\"direction\": \"given\", \"kind\": \"link\", \"size\": \"small\", \"happenedAt\": \""
                + NOW.plusMillis(1)
                + "\"")
        .statusCode(422)
        .body("type", equalTo("/problems/happened-in-the-future"))
        .body("errors.pointer", contains("/happenedAt"));
    record(
            "\"direction\": \"given\", \"kind\": \"link\", \"size\": \"small\", \"thanksSaidAt\": \""
                + NOW.plusMillis(1)
                + "\"")
        .statusCode(422)
        .body("errors.pointer", contains("/thanksSaidAt"));
    record(
            "\"direction\": \"given\", \"kind\": \"link\", \"size\": \"small\", \"thanksSaidAt\": \""
                + NOW.minusMillis(1)
                + "\"")
        .statusCode(400)
        .body("errors.rule", contains("not-before-the-favour"));
  }

  @Test
  void a_favour_of_nobody_in_the_network_is_refused() {
    ada = new Participant(Ids.next(), "Nobody");
    record("\"direction\": \"given\", \"kind\": \"link\", \"size\": \"small\"")
        .statusCode(422)
        .body("type", equalTo("/problems/unknown-contact"))
        .body("errors.pointer", contains("/contactId"));
  }

  @Test
  void thanks_owed_go_down_when_they_were_said() {
    var id = record("received", "advice", "small");
    record("given", "advice", "small");
    assertThat(reciprocity().getInt("thanksOwed")).isEqualTo(1);
    world
        .patch("/v1/favours/" + id, "{\"thanksSaidAt\": \"" + NOW + "\"}")
        .statusCode(200)
        .body("thanksSaid", equalTo(true));
    assertThat(reciprocity().getInt("thanksOwed")).isZero();
    assertThat(world.published(FavourChanged.class, _ -> true).thanksSaidAt()).isEqualTo(NOW);
    world
        .patch("/v1/favours/" + id, "{\"thanksSaidAt\": null}")
        .statusCode(200)
        .body("thanksSaid", equalTo(false));
    assertThat(reciprocity().getInt("thanksOwed")).isEqualTo(1);
  }

  @Test
  void the_same_deed_as_a_delivered_commitment_counts_once_as_the_heavier() {
    var agreement = world.meets(ada);
    var mine = delivered(agreement.of("owner"), "owner");
    var theirs = agreement.of(ada.contactId());
    assertThat(reciprocity().getDouble("given")).isEqualTo(1);

    var id = sameDeed("given", "large", mine).statusCode(201).extract().<String>path("id");
    assertThat(reciprocity().getDouble("given")).isEqualTo(9);
    world.patch("/v1/favours/" + id, "{\"commitmentId\": null}").statusCode(200);
    assertThat(reciprocity().getDouble("given")).isEqualTo(10);

    sameDeed("received", "small", mine)
        .statusCode(422)
        .body("type", equalTo("/problems/not-the-same-deed"));
    sameDeed("given", "small", theirs).statusCode(422);
    sameDeed("given", "small", agreement.shared()).statusCode(422);
    sameDeed("given", "small", Ids.next()).statusCode(422);
  }

  @Test
  void a_removed_favour_counts_no_more_and_is_told() {
    var id = record("given", "review", "large");
    world.client().delete("/v1/favours/" + id).then().statusCode(204);
    world.client().get("/v1/favours/" + id).then().statusCode(404);
    assertThat(reciprocity().getDouble("given")).isZero();
    assertThat(world.published(FavourRemoved.class, _ -> true).favourId()).isEqualTo(id);
  }

  @Test
  void favours_are_listed_the_latest_first_by_contact_and_direction_and_thanks() {
    var early = on("given", NOW.minus(Duration.ofDays(9)));
    var late = on("received", NOW.minus(Duration.ofDays(1)));
    var middle = on("given", NOW.minus(Duration.ofDays(5)));
    assertThat(ids("contactId=" + ada.contactId())).containsExactly(late, middle, early);
    assertThat(ids("direction=given")).containsExactly(middle, early);
    assertThat(ids("thanksSaid=true")).isEmpty();
    assertThat(ids("thanksSaid=false")).hasSize(3);
    var first = world.client().get("/v1/favours?limit=2").jsonPath();
    assertThat(first.getList("items")).hasSize(2);
    var cursor = first.getString("nextCursor");
    assertThat(ids("limit=2&cursor=" + cursor)).containsExactly(early);
  }

  @Test
  void a_removed_contacts_favours_are_hidden_and_come_back_with_the_contact() {
    var id = record("given", "review", "large");
    world.hears(new ContactRemoved(ada.contactId()));
    Awaitility.await().until(() -> status(id) == 404);
    assertThat(ids("direction=given")).isEmpty();
    world.hears(new ContactRestored(ada.contactId(), "Ada", false));
    Awaitility.await().until(() -> status(id) == 200);
    assertThat(ids("direction=given")).hasSize(1);
  }

  @Test
  void an_erased_contact_leaves_no_favour() {
    var id = record("given", "review", "large");
    var erasure = Ids.next();
    world.hears(new ContactErased(ada.contactId(), erasure));
    world.published(ErasureCompleted.class, e -> e.erasureId().equals(erasure));
    assertThat(status(id)).isEqualTo(404);
    assertThat(ids("direction=given")).isEmpty();
  }

  private UUID delivered(UUID commitment, String by) {
    world.patch("/v1/commitments/" + commitment, "{\"text\": \"Do it\"}").statusCode(200);
    world.post(commitment, "promise", null).statusCode(200);
    world.post(commitment, "delivery", "{\"by\": \"" + by + "\"}").statusCode(200);
    return commitment;
  }

  private ValidatableResponse sameDeed(String way, String size, UUID commitment) {
    return record(
        "\"direction\": \"%s\", \"kind\": \"link\", \"size\": \"%s\", \"commitmentId\": \"%s\""
            .formatted(way, size, commitment));
  }

  private String on(String way, Instant at) {
    return record(
            "\"direction\": \"%s\", \"kind\": \"link\", \"size\": \"small\", \"happenedAt\": \"%s\""
                .formatted(way, at))
        .statusCode(201)
        .extract()
        .path("id");
  }

  private UUID record(String way, String kind, String size) {
    return UUID.fromString(
        record(
                "\"direction\": \"%s\", \"kind\": \"%s\", \"size\": \"%s\""
                    .formatted(way, kind, size))
            .statusCode(201)
            .extract()
            .path("id"));
  }

  private ValidatableResponse record(String said) {
    return world
        .client()
        .body(
            "{\"contactId\": \"%s\", \"words\": \"Something good\", %s}"
                .formatted(ada.contactId(), said))
        .post("/v1/favours")
        .then();
  }

  private List<String> ids(String query) {
    return world.client().get("/v1/favours?" + query).jsonPath().getList("items.id");
  }

  private int status(UUID id) {
    return world.client().get("/v1/favours/" + id).statusCode();
  }

  private JsonPath reciprocity() {
    return world
        .client()
        .get("/v1/contacts/" + ada.contactId() + "/reciprocity")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }
}
