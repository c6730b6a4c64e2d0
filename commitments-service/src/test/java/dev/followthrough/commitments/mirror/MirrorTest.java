package dev.followthrough.commitments.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.commitments.assessment.Assessments;
import dev.followthrough.commitments.assessment.NewAssessment;
import dev.followthrough.commitments.standing.Network;
import dev.followthrough.events.ContactErased;
import dev.followthrough.events.ErasureCompleted;
import dev.followthrough.events.Party;
import dev.followthrough.events.TouchDirection;
import dev.followthrough.platform.id.Ids;
import dev.followthrough.platform.owner.Owners;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** C9: the owner's own standing. */
@QuarkusTest
class MirrorTest extends Network {

  @Inject Assessments assessments;
  @Inject Owners owners;

  @Test
  void of_an_owner_who_did_nothing_there_is_nothing_to_show() {
    var mirror = mirror();
    assertThat(mirror.getString("promises.state")).isEqualTo("untested");
    assertThat(mirror.getMap("")).doesNotContainKeys("quality", "collaboration");
    assertThat(mirror.getInt("gives")).isZero();
    assertThat(mirror.getInt("asks")).isZero();
    assertThat(mirror.getList("apologiesOwed")).isEmpty();
  }

  @Test
  void it_adds_up_promises_to_everybody_and_a_part_of_shared_work_once() {
    var bob = world.contact("Bob");
    delivers(promisedBy(world.meets(ada), "owner"), "owner");
    delivers(promisedBy(world.meets(bob), "owner"), "owner");
    var shared = world.meets(ada, bob).shared();
    world.patch("/v1/commitments/" + shared, "{\"text\": \"Write\"}").statusCode(200);
    world.post(shared, "promise", null).statusCode(200);
    world.post(shared, "delivery", null).statusCode(200);
    var mirror = mirror();
    assertThat(mirror.getInt("promises.kept")).isEqualTo(3);
    assertThat(mirror.getDouble("promises.estimate")).isEqualTo(.8);
    assertThat(mirror.getDouble("promises.lower")).isEqualTo(.47);
    assertThat(mirror.getDouble("value.given")).isEqualTo(2);
    assertThat(mirror.getString("value.balance")).isEqualTo("contactOwes");
    assertThat(mirror.getInt("gives")).isEqualTo(2);
  }

  @Test
  void it_is_reckoned_for_the_instant_that_is_asked_for_and_for_none_to_come() {
    delivers(promisedBy(world.meets(ada), "owner"), "owner");
    var before = time.now().minusMillis(1);
    time.advance(Duration.ofDays(1));

    var then = world.client().get("/v1/mirror?asOf=" + before).then().statusCode(200);

    assertThat(then.extract().jsonPath().getString("promises.state")).isEqualTo("untested");
    assertThat(mirror().getInt("promises.kept")).isOne();
    world.client().get("/v1/mirror?asOf=" + time.now().plusMillis(1)).then().statusCode(400);
  }

  @Test
  void what_was_kept_towards_an_erased_contact_stays_the_owners() {
    delivers(promisedBy(world.meets(ada), "owner"), "owner");
    var erasure = Ids.next();
    world.hears(new ContactErased(ada.contactId(), erasure));
    world.published(ErasureCompleted.class, e -> e.erasureId().equals(erasure));
    assertThat(mirror().getInt("promises.kept")).isOne();
  }

  @Test
  void an_apology_is_owed_until_it_is_made() {
    var agreement = world.meets(ada);
    var id = promisedBy(agreement, "owner");
    time.freeze(agreement.dueAt().plusSeconds(1));
    var owed = mirror();
    assertThat(owed.getList("apologiesOwed.commitmentId")).containsExactly(id.toString());
    assertThat(owed.getList("apologiesOwed.contactId")).containsExactly(ada.contactId().toString());
    world.post(id, "apology", "{\"said\": \"I am sorry\"}").statusCode(200);
    assertThat(mirror().getList("apologiesOwed")).isEmpty();
    assertThat(mirror().getInt("promises.missed")).isOne();
  }

  @Test
  void the_network_speaks_by_the_assessments_that_the_owner_may_see() {
    var agreement = world.meets(ada);
    var mine = promisedBy(agreement, "owner");
    delivers(mine, "owner");
    var theirs = promisedBy(agreement, ada.contactId());
    delivers(theirs, ada.contactId());
    owners.act(
        world.owner(),
        () -> {
          assessments.assess(
              mine, Party.contact(ada.contactId()), new NewAssessment(5, null, null));
        });
    assertThat(mirror().getMap("")).doesNotContainKey("quality");
    world.post(theirs, "assessment", "{\"value\": 3}").statusCode(200);
    assertThat(mirror().getDouble("quality")).isEqualTo(3.67);
  }

  @Test
  void introductions_asks_and_gives_of_a_year_are_counted() {
    world.awaits(ada.contactId());
    favour("introductionMade", daysAgo(10).toString());
    favour("introductionMade", daysAgo(366).toString());
    favour("link", daysAgo(5).toString());
    world
        .client()
        .body(
            """
            {"direction": "outbound", "words": "A customer", "contactIds": ["%s"]}
            """
                .formatted(ada.contactId()))
        .post("/v1/asks")
        .then()
        .statusCode(201);
    var mirror = mirror();
    assertThat(mirror.getInt("introductionsMade")).isOne();
    assertThat(mirror.getInt("gives")).isEqualTo(2);
    assertThat(mirror.getInt("asks")).isOne();
  }

  private void favour(String kind, String happenedAt) {
    world
        .client()
        .body(
            """
            {"contactId": "%s", "direction": "given", "kind": "%s", "size": "small", "words": "Gears",
             "happenedAt": "%s"}
            """
                .formatted(ada.contactId(), kind, happenedAt))
        .post("/v1/favours")
        .then()
        .statusCode(201);
  }

  @Test
  void who_was_met_and_reached_out_to_within_seven_days_is_followed_up() {
    world.meetsAt(daysAgo(20), ada);
    touch(TouchDirection.OUTBOUND, daysAgo(13));
    world.meetsAt(daysAgo(40), ada);
    touch(TouchDirection.OUTBOUND, daysAgo(33).plus(Duration.ofMillis(1)));
    touch(TouchDirection.INBOUND, daysAgo(39));
    // too near to tell
    world.meetsAt(daysAgo(7).plus(Duration.ofMillis(1)), ada);
    world.awaits(world.contact("Last").contactId());
    var mirror = mirror();
    assertThat(mirror.getInt("followUp.met")).isEqualTo(2);
    assertThat(mirror.getInt("followUp.followedUp")).isOne();
  }

  private JsonPath mirror() {
    return world.client().get("/v1/mirror").then().statusCode(200).extract().jsonPath();
  }
}
