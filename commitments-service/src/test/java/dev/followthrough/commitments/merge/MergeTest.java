package dev.followthrough.commitments.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.followthrough.commitments.ServiceTest;
import dev.followthrough.commitments.World.Agreed;
import dev.followthrough.events.AsksAfter;
import dev.followthrough.events.CommitmentsMoved;
import dev.followthrough.events.ContactAdded;
import dev.followthrough.events.ContactErased;
import dev.followthrough.events.ContactFacts;
import dev.followthrough.events.ContactMerged;
import dev.followthrough.events.ContactUnmerged;
import dev.followthrough.events.ErasureCompleted;
import dev.followthrough.events.LoopReason;
import dev.followthrough.events.MeetingKind;
import dev.followthrough.events.MeetingScheduled;
import dev.followthrough.events.OpenLoopOpened;
import dev.followthrough.events.OriginKind;
import dev.followthrough.events.Participant;
import dev.followthrough.events.StandingChanged;
import dev.followthrough.events.TouchDirection;
import dev.followthrough.events.TouchKind;
import dev.followthrough.events.TouchRecorded;
import dev.followthrough.platform.id.Ids;
import dev.followthrough.platform.owner.Owners;
import dev.followthrough.platform.reference.Moves;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Merging two contacts keeps both sets of commitments under one, undone exactly. */
@QuarkusTest
class MergeTest extends ServiceTest {

  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
  private static final List<String> FIGURES =
      List.of("reliability", "ownerReliability", "quality", "collaboration", "reciprocity");

  @Inject Owners owners;
  @Inject EntityManager entities;
  @Inject Moves moves;
  @Inject Merges merges;

  private final UUID mergeId = Ids.next();
  private Participant ada;
  private Participant countess;

  @BeforeEach
  void knowOnePersonTwice() {
    time.freeze(NOW);
    ada = known("Ada");
    countess = known("Countess of Lovelace");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void a_merge_has_both_sets_of_evidence_and_its_undo_is_exact_to_the_row(long seed) {
    var random = new Random(seed);
    for (var i = 0; i < 4 + random.nextInt(3); i++) {
      play(random, random.nextBoolean() ? ada : countess);
    }
    // all is heard of, and past its deadline: nothing moves by itself any more
    world.awaits(known("Somebody").contactId());
    time.advance(Duration.ofDays(20));
    var oneBefore = standing(ada);
    var otherBefore = standing(countess);
    var rows = Rows.of(world.owner(), owners, entities);
    var figures = figures();

    merge();
    var merged = standing(ada);
    for (var sum :
        List.of(
            "reliability.kept",
            "reliability.missed",
            "owner.reliability.kept",
            "owner.reliability.missed",
            "apologiesOwed")) {
      assertThat(merged.getInt(sum))
          .as(sum)
          .isEqualTo(oneBefore.getInt(sum) + otherBefore.getInt(sum));
    }
    for (var sum : List.of("reciprocity.received", "reciprocity.given", "reliability.weight")) {
      assertThat(merged.getDouble(sum))
          .as(sum)
          .isCloseTo(oneBefore.getDouble(sum) + otherBefore.getDouble(sum), within(.0151));
    }

    undo();
    assertThat(figures()).isEqualTo(figures);
    var after = Rows.of(world.owner(), owners, entities);
    rows.forEach((table, all) -> assertThat(after.get(table)).as(table).isEqualTo(all));
  }

  @Test
  void what_is_open_goes_on_under_the_one_and_back_with_its_agreement() {
    var agreement = world.meets(countess);
    var id = promised(agreement, countess);

    merge();
    world
        .client()
        .get("/v1/agreements/" + agreement.id())
        .then()
        .body("participants.party", hasItem(ada.contactId().toString()))
        .body("participants.party", not(hasItem(countess.contactId().toString())));
    delivers(id, ada);
    world.post(id, "assessment", "{\"value\": 5}").statusCode(200);
    assertThat(standing(ada).getInt("reliability.kept")).isOne();

    undo();
    assertThat(standing(ada).getInt("reliability.kept")).isZero();
    var back = standing(countess);
    assertThat(back.getInt("reliability.kept")).isOne();
    assertThat(back.getDouble("quality")).isGreaterThan(3);
  }

  @Test
  void what_came_since_stays_with_the_one_but_for_what_hangs_on_what_goes_back() {
    var meeting = Ids.next();
    world.hears(new MeetingScheduled(meeting, MeetingKind.ONE_ON_ONE, NOW, NOW, List.of(countess)));
    var asked = touch(countess, TouchDirection.INBOUND, NOW.minusSeconds(60), null);
    merge();

    var own = world.meets(ada);
    var ofHers = world.meetsAs(meeting, NOW.minusSeconds(5), ada);
    var answer = touch(ada, TouchDirection.OUTBOUND, NOW.minusSeconds(30), asked);
    world.hears(
        new OpenLoopOpened(
            answer, ada.contactId(), LoopReason.QUESTION, TouchKind.EMAIL, NOW, NOW));
    undo(answer);

    agreements(ada).body("items.id", containsInAnyOrder(own.id().toString()));
    agreements(countess).body("items.id", containsInAnyOrder(ofHers.id().toString()));
    var rows = Rows.of(world.owner(), owners, entities);
    assertThat(rows.get("touch"))
        .hasSize(2)
        .allMatch(row -> row.contains(countess.contactId().toString()));
    assertThat(rows.get("open_loop"))
        .singleElement()
        .asString()
        .contains(countess.contactId().toString());
    assertThat(rows.get("attendance").stream().filter(row -> row.contains(meeting.toString())))
        .singleElement()
        .asString()
        .contains(countess.contactId().toString());
  }

  @Test
  void who_copies_is_told_in_order_and_standings_are_told_anew() {
    var agreement = world.meets(countess);
    var id = promised(agreement, countess);
    delivers(id, countess);
    world.published(StandingChanged.class, e -> e.contactId().equals(countess.contactId()));

    merge();
    undo();

    var types = world.publishedUntil("standing.changed");
    assertThat(types.stream().filter("commitments.moved"::equals)).hasSize(2);
    var of =
        Stream.of(ada, countess)
            .map(
                who ->
                    world.published(
                        StandingChanged.class, e -> e.contactId().equals(who.contactId())))
            .toList();
    assertThat(of.getFirst().reliability().kept()).isOne();
  }

  @Test
  void the_merged_one_is_not_in_the_network_and_names_whom_it_became() {
    merge();
    for (var what : List.of("standing", "standing/evidence?figure=quality", "reciprocity")) {
      world
          .client()
          .get("/v1/contacts/" + countess.contactId() + "/" + what)
          .then()
          .statusCode(410)
          .body("type", equalTo("/problems/merged-into"))
          .body("contactId", equalTo(ada.contactId().toString()));
    }
    favour(countess, "given").then().statusCode(422);
    undo();
    favour(countess, "given").then().statusCode(201);
  }

  @Test
  void a_repeat_changes_nothing_and_after_a_month_the_way_back_is_forgotten() {
    favour(countess, "received").then().statusCode(201);
    merge();
    merge();
    owners.act(world.owner(), () -> merges.forget(mergeId));

    undo();

    assertThat(standing(ada).getDouble("reciprocity.received")).isEqualTo(1);
    var moved = owners.act(world.owner(), () -> moves.moved(mergeId, "favour.contact_id"));
    assertThat(moved).isEmpty();
  }

  @Test
  void the_one_is_erased_with_the_other() {
    favour(countess, "received").then().statusCode(201);
    world.meets(countess);
    merge();
    var erasure = Ids.next();
    world.hears(new ContactErased(ada.contactId(), erasure));
    world.published(ErasureCompleted.class, e -> e.erasureId().equals(erasure));

    var rows = owners.act(world.owner(), () -> everything());
    assertThat(rows)
        .allSatisfy(
            row ->
                assertThat(row)
                    .doesNotContain(ada.contactId().toString(), countess.contactId().toString()));
  }

  private List<String> everything() {
    return Stream.of(
            "person",
            "agreement",
            "commitment",
            "favour",
            "told_standing",
            "contact_merge",
            "attendance",
            "moved_row")
        .flatMap(
            table ->
                entities
                    .createNativeQuery(
                        "select to_jsonb(t)::text from " + table + " t", String.class)
                    .getResultStream())
        .map(Object::toString)
        .toList();
  }

  private Participant known(String name) {
    var one = new Participant(Ids.next(), name);
    world.hears(
        new ContactAdded(
            one.contactId(),
            name,
            false,
            new ContactFacts(
                OriginKind.EVENT,
                false,
                List.of("bicycles"),
                List.of("gears"),
                List.of(),
                List.of("a ride"))));
    return one;
  }

  private void merge() {
    world.hears(new ContactMerged(ada.contactId(), countess.contactId(), mergeId));
    world.published(CommitmentsMoved.class, e -> e.mergeId().equals(mergeId) && !e.undone());
  }

  private void undo(UUID... touchIds) {
    world.hears(
        new ContactUnmerged(ada.contactId(), countess.contactId(), mergeId, List.of(touchIds)));
    world.published(CommitmentsMoved.class, e -> e.mergeId().equals(mergeId) && e.undone());
  }

  /** Something happens with one of the two. */
  private void play(Random random, Participant with) {
    time.advance(Duration.ofHours(3));
    var agreement = world.meets(with);
    var theirs = random.nextInt(3) > 0;
    var id = promised(agreement, theirs ? with : null);
    switch (random.nextInt(3)) {
      case 0 -> time.freeze(agreement.dueAt().plusSeconds(1));
      case 1 -> {
        if (theirs) {
          time.freeze(agreement.dueAt().plusSeconds(1));
          world.deliversThroughLink(id, with.contactId(), "{}");
        }
      }
      default -> world.post(id, "delivery", null).statusCode(200);
    }
    world.post(id, "assessment", "{\"value\": " + (1 + random.nextInt(5)) + "}");
    var said = touch(with, TouchDirection.OUTBOUND, time.now().minusSeconds(9), null);
    if (random.nextBoolean()) {
      touch(with, TouchDirection.INBOUND, time.now().minusSeconds(5), said);
    }
    favour(with, random.nextBoolean() ? "given" : "received").then().statusCode(201);
    if (random.nextBoolean()) {
      world
          .client()
          .body(
              "{\"contactIds\": [\"%s\"], \"direction\": \"inbound\", \"words\": \"Would you?\"}"
                  .formatted(with.contactId()))
          .post("/v1/asks")
          .then()
          .statusCode(201);
    }
  }

  private UUID promised(Agreed agreement, Participant by) {
    var id = agreement.of(by == null ? "owner" : by.contactId());
    world.patch("/v1/commitments/" + id, "{\"text\": \"Send the link\"}").statusCode(200);
    world.post(id, "promise", null).statusCode(200);
    return id;
  }

  private void delivers(UUID id, Participant reportedBy) {
    world
        .post(id, "delivery", "{\"reportedBy\": \"" + reportedBy.contactId() + "\"}")
        .statusCode(200);
  }

  private Response favour(Participant with, String direction) {
    return world
        .client()
        .body(
            """
            {"contactId": "%s", "direction": "%s", "kind": "link", "size": "small", "words": "It"}
            """
                .formatted(with.contactId(), direction))
        .post("/v1/favours");
  }

  private UUID touch(Participant with, TouchDirection direction, Instant at, UUID answers) {
    var id = Ids.next();
    world.hears(
        new TouchRecorded(
            id,
            with.contactId(),
            direction,
            TouchKind.EMAIL,
            at,
            answers,
            false,
            false,
            false,
            false,
            AsksAfter.NO,
            true,
            false));
    return id;
  }

  private ValidatableResponse agreements(Participant with) {
    return world
        .client()
        .get("/v1/agreements?contactId=" + with.contactId())
        .then()
        .statusCode(200);
  }

  private JsonPath standing(Participant of) {
    return world
        .client()
        .get("/v1/contacts/" + of.contactId() + "/standing")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  /** All that is said of the two, and the events behind it. */
  private Map<String, Object> figures() {
    var all = new TreeMap<String, Object>();
    for (var who : List.of(ada, countess)) {
      all.put(who.name(), standing(who).getMap(""));
      for (var figure : FIGURES) {
        all.put(
            who.name() + " " + figure,
            new ArrayList<>(
                world
                    .client()
                    .get(
                        "/v1/contacts/%s/standing/evidence?figure=%s"
                            .formatted(who.contactId(), figure))
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath()
                    .getList("items")));
      }
    }
    return all;
  }
}
