package dev.followthrough.commitments.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;

import dev.followthrough.commitments.ServiceTest;
import dev.followthrough.commitments.World;
import dev.followthrough.events.ContactAdded;
import dev.followthrough.events.ContactFacts;
import dev.followthrough.events.OwnerNeed;
import dev.followthrough.events.Participant;
import dev.followthrough.events.ProfileChanged;
import dev.followthrough.platform.id.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** B7: ideas suggested for a commitment from what the owner's profile and the contact say. */
@QuarkusTest
class SuggestionTest extends ServiceTest {

  private Participant ada;

  @BeforeEach
  void knowAda() {
    world.hears(
        new ProfileChanged(
            "Europe/Berlin",
            null,
            null,
            List.of(),
            List.of(new OwnerNeed("a translator", Instant.EPOCH)),
            List.of("frame building"),
            null,
            List.of("needs", "offers")));
    ada = contact("Ada", "a frame builder");
  }

  @Test
  void for_the_owners_commitment_by_what_the_other_needs() {
    var suggested = suggested(world.meets(ada).of("owner"), "");

    assertThat(suggested.getString("items[0].reason"))
        .isEqualTo("Ada needs a frame builder; you offer frame building.");
    assertThat(suggested.getList("items.idea.kind", String.class)).containsOnly("individual");
  }

  @Test
  void for_the_contacts_commitment_by_what_the_owner_needs() {
    assertThat(suggested(world.meets(ada).of(ada.contactId()), "").getString("items[0].reason"))
        .isEqualTo("You need a translator; Ada knows about translation.");
  }

  @Test
  void for_the_shared_one_shared_ideas_with_what_both_care_about() {
    var suggested = suggested(world.meets(ada).shared(), "");

    assertThat(suggested.getList("items.idea.kind", String.class)).containsOnly("shared");
    assertThat(suggested.getList("items.reason", String.class))
        .contains("You and Ada share an interest in bicycles.");
  }

  @Test
  void in_a_group_the_owners_is_suggested_for_by_all_until_it_names_one() {
    var bob = contact("Bob", "a quiet room");
    var commitment = world.meets(ada, bob).of("owner");
    assertThat(suggested(commitment, "").getList("items.reason", String.class))
        .contains("Ada needs a frame builder; you offer frame building.");
    world
        .patch(
            "/v1/commitments/" + commitment, "{\"receiverId\": \"%s\"}".formatted(bob.contactId()))
        .statusCode(200);

    assertThat(suggested(commitment, "").getList("items.reason", String.class))
        .contains("Bob needs a quiet room.")
        .noneMatch(reason -> reason.contains("Ada"));
  }

  @Test
  void an_own_idea_is_suggested_like_one_of_the_catalogue() {
    world
        .client()
        .body(
            "{\"kind\": \"individual\", \"words\": \"Straighten the frame of a bicycle\","
                + " \"fits\": [\"need\"]}")
        .post("/v1/action-ideas")
        .then()
        .statusCode(201);

    assertThat(suggested(world.meets(ada).of("owner"), "").getString("items[0].idea.words"))
        .isEqualTo("Straighten the frame of a bicycle");
  }

  @Test
  void pages_follow_one_another() {
    var commitment = world.meets(ada).of("owner");
    var whole = suggested(commitment, "?limit=200").getList("items.idea.id");
    var paged = new ArrayList<>();
    var query = "?limit=5";
    while (query != null) {
      var page = suggested(commitment, query);
      paged.addAll(page.getList("items.idea.id"));
      var cursor = page.getString("nextCursor");
      query = cursor == null ? null : "?limit=5&cursor=" + cursor;
    }

    assertThat(paged).isEqualTo(whole).hasSizeGreaterThan(10);
  }

  @Test
  void with_somebody_of_whom_nothing_is_known_what_fits_any_two_people() {
    var stranger = world.contact("Bob");
    var other = new World(kafka, time);
    var commitment = world.meets(stranger).shared();

    world
        .client()
        .get("/v1/commitments/" + commitment + "/action-ideas")
        .then()
        .statusCode(200)
        .body("items.idea.kind", everyItem(equalTo("shared")))
        .body("items.reason", hasItem("It needs nothing in common: it fits any meeting."));
    other.client().get("/v1/commitments/" + commitment + "/action-ideas").then().statusCode(404);
  }

  private Participant contact(String name, String need) {
    var id = Ids.next();
    var facts =
        new ContactFacts(
            null, false, List.of("bicycles"), List.of("translation"), List.of(need), List.of());
    world.hears(new ContactAdded(id, name, false, facts));
    return new Participant(id, name);
  }

  private JsonPath suggested(UUID commitment, String query) {
    return world
        .client()
        .urlEncodingEnabled(false)
        .get("/v1/commitments/" + commitment + "/action-ideas" + query)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }
}
