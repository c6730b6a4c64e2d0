package dev.followthrough.commitments.idea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.followthrough.commitments.ServiceTest;
import dev.followthrough.commitments.World;
import dev.followthrough.commitments.catalogue.Catalogue;
import dev.followthrough.events.CommitmentKind;
import dev.followthrough.platform.owner.Owners;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** B7: the catalogue over HTTP, extended by the owner, and named by a commitment (B3). */
@QuarkusTest
class IdeaTest extends ServiceTest {

  private static final String LEND =
      "{\"kind\": \"individual\", \"words\": \"Lend the torque wrench\", \"area\": \"tools\"}";

  @Inject Owners owners;

  @Test
  void every_owner_has_the_catalogue() {
    assertThat(read("limit=200").getList("items.id"))
        .hasSize(Catalogue.all().size())
        .contains(ofCatalogue("send-the-link").toString());
  }

  @Test
  void ideas_are_found_by_kind_complexity_and_words() {
    list("kind=shared&complexity=complex&limit=200")
        .body("items.kind", everyItem(equalTo("shared")))
        .body("items.complexity", everyItem(equalTo("complex")))
        .body("items.key", hasItem("start-a-community"));
    list("q=LINK%20talked").body("items.key", equalTo(List.of("send-the-link")));
    list("q=zzz").body("items", hasSize(0));
  }

  @Test
  void own_ideas_come_first_and_pages_neither_repeat_nor_skip() {
    add(LEND);
    var newest = add("{\"kind\": \"shared\", \"words\": \"Ride together\"}");
    var seen = new ArrayList<String>();
    var cursor = "";
    do {
      var page = read("limit=7" + cursor);
      seen.addAll(page.getList("items.id"));
      var next = page.getString("nextCursor");
      cursor = next == null ? null : "&cursor=" + next;
      if (seen.size() == 7) {
        world.client().delete("/v1/action-ideas/" + newest).then().statusCode(204);
      }
    } while (cursor != null);

    assertThat(seen).doesNotHaveDuplicates().hasSize(Catalogue.all().size() + 2);
    assertThat(seen.getFirst()).isEqualTo(newest.toString());
  }

  @Test
  void a_cursor_whose_own_idea_is_gone_goes_on_behind_it() {
    var older = add(LEND);
    var newer = add(LEND);
    var cursor = read("limit=1").getString("nextCursor");
    world.client().delete("/v1/action-ideas/" + newer).then().statusCode(204);

    list("limit=1&cursor=" + cursor).body("items[0].id", equalTo(older.toString()));
  }

  @Test
  void an_own_idea_is_added_read_changed_and_deleted() {
    var id = add(LEND);

    get(id)
        .body("own", equalTo(true))
        .body("complexity", equalTo("simple"))
        .body("fits", hasSize(0))
        .body("key", nullValue());
    world
        .patch(
            "/v1/action-ideas/" + id,
            "{\"area\": null, \"complexity\": \"complex\", \"fits\": [\"need\", \"need\"]}")
        .statusCode(200)
        .body("area", nullValue())
        .body("complexity", equalTo("complex"))
        .body("fits", equalTo(List.of("need")))
        .body("words", equalTo("Lend the torque wrench"));
    world.client().delete("/v1/action-ideas/" + id).then().statusCode(204);
    world.client().get("/v1/action-ideas/" + id).then().statusCode(404);
  }

  @Test
  void a_change_to_another_version_is_refused() {
    var id = add(LEND);

    world
        .client()
        .header("If-Match", "\"99\"")
        .delete("/v1/action-ideas/" + id)
        .then()
        .statusCode(412);
  }

  @Test
  void an_idea_of_the_catalogue_can_be_neither_changed_nor_deleted() {
    var path = "/v1/action-ideas/" + ofCatalogue("send-the-link");

    world
        .patch(path, "{\"words\": \"Mine\"}")
        .statusCode(409)
        .body("type", equalTo("/problems/action-idea-of-the-catalogue"));
    world.client().delete(path).then().statusCode(409);
    world.client().get(path).then().statusCode(200).body("own", equalTo(false));
  }

  @Test
  void an_own_idea_is_nobody_elses() {
    var id = add(LEND);
    var other = new World(kafka, time);

    other.client().get("/v1/action-ideas/" + id).then().statusCode(404);
    other.client().delete("/v1/action-ideas/" + id).then().statusCode(404);
  }

  @Test
  void a_template_with_a_gap_that_nobody_can_fill_is_refused_at_its_field() {
    world
        .client()
        .body(
            "{\"kind\": \"shared\", \"words\": \"x\", \"templates\":"
                + " {\"nudge\": \"Hi {nmae}\", \"apology\": \"Sorry [\"}}")
        .post("/v1/action-ideas")
        .then()
        .statusCode(400)
        .body("errors.pointer", equalTo(List.of("/templates/nudge", "/templates/apology")));
  }

  @Test
  void an_owner_has_at_most_five_hundred() {
    owners.act(world.owner(), IdeaTest::fiveHundred);

    world
        .client()
        .body(LEND)
        .post("/v1/action-ideas")
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/too-many-action-ideas"));
  }

  @Test
  void a_commitment_names_an_idea_by_its_id_or_key() {
    var commitment = aCommitment();

    change(commitment, "{\"actionIdea\": \"send-the-link\", \"text\": \"Send it\"}")
        .statusCode(200)
        .body("actionIdea", equalTo(ofCatalogue("send-the-link").toString()))
        .body("wordings[-1].actionIdea", equalTo(ofCatalogue("send-the-link").toString()));
    var own = add(LEND);
    change(commitment, "{\"actionIdea\": \"%s\"}".formatted(own))
        .statusCode(200)
        .body("actionIdea", equalTo(own.toString()));
    change(commitment, "{\"actionIdea\": null}").body("actionIdea", nullValue());
  }

  @Test
  void a_commitment_names_no_idea_that_there_is_not() {
    var commitment = aCommitment();

    for (var unknown : List.of("no-such-idea", UUID.randomUUID().toString())) {
      change(commitment, "{\"actionIdea\": \"%s\"}".formatted(unknown))
          .statusCode(422)
          .body("type", equalTo("/problems/unknown-action-idea"))
          .body("errors[0].pointer", equalTo("/actionIdea"));
    }
    world
        .post(
            commitment,
            "wordings",
            "{\"text\": \"x\", \"proposedBy\": \"owner\", \"actionIdea\": \"no-such-idea\"}")
        .statusCode(422);
  }

  @Test
  void a_deleted_idea_leaves_the_commitments_words_alone() {
    var commitment = aCommitment();
    var own = add(LEND);
    change(commitment, "{\"text\": \"Lend it\", \"actionIdea\": \"%s\"}".formatted(own));
    world.client().delete("/v1/action-ideas/" + own).then().statusCode(204);

    change(commitment, "{\"complexity\": \"complex\"}")
        .statusCode(200)
        .body("text", equalTo("Lend it"))
        .body("actionIdea", equalTo(own.toString()));
  }

  private static void fiveHundred() {
    for (int i = 0; i < 500; i++) {
      var idea = new OwnIdea();
      idea.say(new IdeaFields(CommitmentKind.SHARED, null, "x", null, null, null), Instant.EPOCH);
      idea.persist();
    }
  }

  private UUID aCommitment() {
    return world.meets(world.contact("Ada")).of("owner");
  }

  private ValidatableResponse change(UUID commitment, String patch) {
    return world.patch("/v1/commitments/" + commitment, patch);
  }

  private UUID add(String body) {
    return UUID.fromString(
        world
            .client()
            .body(body)
            .post("/v1/action-ideas")
            .then()
            .statusCode(201)
            .extract()
            .path("id"));
  }

  private ValidatableResponse get(UUID id) {
    return world.client().get("/v1/action-ideas/" + id).then().statusCode(200);
  }

  private ValidatableResponse list(String query) {
    return world
        .client()
        .urlEncodingEnabled(false)
        .get("/v1/action-ideas?" + query)
        .then()
        .statusCode(200);
  }

  private JsonPath read(String query) {
    return list(query).extract().jsonPath();
  }

  private static UUID ofCatalogue(String key) {
    return Catalogue.find(key).orElseThrow().id();
  }
}
