package dev.followthrough.commitments.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.followthrough.commitments.World;
import dev.followthrough.commitments.assessment.Assessments;
import dev.followthrough.commitments.assessment.NewAssessment;
import dev.followthrough.events.AsksAfter;
import dev.followthrough.events.Circle;
import dev.followthrough.events.CircleChanged;
import dev.followthrough.events.ContactErased;
import dev.followthrough.events.ContactRemoved;
import dev.followthrough.events.ErasureCompleted;
import dev.followthrough.events.Party;
import dev.followthrough.events.TouchDirection;
import dev.followthrough.platform.id.Ids;
import dev.followthrough.platform.owner.Owners;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** C1 to C7 through the API: figures, what follows from them, and the events behind them. */
@QuarkusTest
class StandingTest extends Network {

  @Inject Assessments assessments;
  @Inject Owners owners;

  @Test
  void who_has_promised_nothing_is_untested_and_shows_no_estimate() {
    var standing = standing();
    assertThat(standing.getString("reliability.state")).isEqualTo("untested");
    assertThat(standing.getMap("reliability")).doesNotContainKeys("estimate", "lower", "upper");
    assertThat(standing.getMap("")).doesNotContainKeys("quality", "collaboration", "oneWaySince");
    assertThat(standing.getString("reciprocity.balance")).isEqualTo("even");
    assertThat(standing.getBoolean("oneWay")).isFalse();
    assertThat(standing.getMap("expectationGap")).doesNotContainKeys("verdict", "proposes");
    assertThat(standing.getString("circle")).isEqualTo("acquaintance");
    assertThat(evidence("reliability").getList("items")).isEmpty();
  }

  @Test
  void a_promise_kept_today_counts_to_the_digit_and_explains_itself() {
    var id = promisedBy(world.meets(ada), ada.contactId(), ", \"area\": \"design\"");
    delivers(id, ada.contactId());
    var standing = standing();
    assertThat(standing.getString("reliability.state")).isEqualTo("tested");
    assertThat(standing.getDouble("reliability.estimate")).isEqualTo(.67);
    assertThat(standing.getDouble("reliability.lower")).isEqualTo(.22);
    assertThat(standing.getDouble("reliability.upper")).isEqualTo(.97);
    assertThat(standing.getInt("reliability.kept")).isOne();
    assertThat(standing.getString("owner.reliability.state")).isEqualTo("untested");
    assertThat(standing.getList("areas.area")).containsExactly("design");
    assertThat(standing.getDouble("areas[0].reliability.estimate")).isEqualTo(.67);
    // it is value too
    assertThat(standing.getDouble("reciprocity.received")).isEqualTo(1);
    assertThat(standing.getDouble("reciprocity.value")).isEqualTo(.33);
    assertThat(standing.getString("reciprocity.balance")).isEqualTo("ownerOwes");

    var behind = evidence("reliability");
    assertThat(behind.getList("items.id")).containsExactly(id.toString());
    assertThat(behind.getList("items.kind")).containsExactly("kept");
    assertThat(behind.getDouble("items[0].counts")).isEqualTo(1);
    assertThat(evidence("reciprocity").getList("items.id")).containsExactly(id.toString());
    assertThat(evidence("ownerReliability").getList("items")).isEmpty();
  }

  @Test
  void a_miss_counts_at_its_deadline_and_as_of_then_also_after_its_correction() {
    var agreement = world.meets(ada);
    var id = promisedBy(agreement, ada.contactId(), ", \"complexity\": \"complex\"");
    time.freeze(agreement.dueAt().plusSeconds(1));
    assertThat(standing().getInt("reliability.missed")).isOne();
    assertThat(standing().getDouble("reliability.weight")).isEqualTo(2);
    time.advance(Duration.ofDays(1));
    var before = time.now();
    time.advance(Duration.ofDays(1));
    world
        .post(id, "attestation", "{\"happenedAt\": \"" + agreement.dueAt().minusSeconds(5) + "\"}")
        .statusCode(200);
    assertThat(standing().getInt("reliability.kept")).isOne();
    assertThat(standing().getInt("reliability.missed")).isZero();
    assertThat(standing("?asOf=" + before).getInt("reliability.missed")).isOne();
    assertThat(standing("?asOf=" + agreement.dueAt()).getString("reliability.state"))
        .isEqualTo("untested");
  }

  @Test
  void a_late_delivery_stays_a_miss() {
    var agreement = world.meets(ada);
    var id = promisedBy(agreement, ada.contactId());
    time.freeze(agreement.dueAt().plusSeconds(1));
    delivers(id, ada.contactId());
    assertThat(standing().getInt("reliability.missed")).isOne();
    assertThat(standing().getInt("reliability.kept")).isZero();
  }

  @Test
  void a_disputed_delivery_is_no_evidence() {
    var id = promisedBy(world.meets(ada), ada.contactId());
    world.deliversThroughLink(id, ada.contactId(), "{}");
    assertThat(standing().getInt("reliability.kept")).isOne();
    world.post(id, "denial", null).statusCode(200);
    assertThat(standing().getString("reliability.state")).isEqualTo("untested");
  }

  @Test
  void each_part_of_a_shared_commitment_is_evidence_about_its_person_alone() {
    var bob = world.contact("Bob");
    var agreement = world.meets(ada, bob);
    var shared = agreement.shared();
    world.patch("/v1/commitments/" + shared, "{\"text\": \"Write\"}").statusCode(200);
    world.post(shared, "promise", null).statusCode(200);
    world.post(shared, "delivery", "{\"by\": \"" + ada.contactId() + "\"}").statusCode(200);
    time.freeze(agreement.dueAt().plusSeconds(1));
    var standing = standing();
    assertThat(standing.getInt("reliability.kept")).isOne();
    assertThat(standing.getInt("reliability.missed")).isZero();
    // the owner's part counts towards each
    assertThat(standing.getInt("owner.reliability.missed")).isOne();
    assertThat(standing.getInt("apologiesOwed")).isOne();
  }

  @Test
  void an_apology_is_owed_for_the_owners_miss_until_it_is_made() {
    var agreement = world.meets(ada);
    var id = promisedBy(agreement, "owner");
    time.freeze(agreement.dueAt().plusSeconds(1));
    assertThat(standing().getInt("apologiesOwed")).isOne();
    assertThat(evidence("apologiesOwed").getList("items.id")).containsExactly(id.toString());
    world.post(id, "apology", "{\"said\": \"I am sorry\"}").statusCode(200);
    assertThat(standing().getInt("apologiesOwed")).isZero();
    assertThat(standing().getInt("owner.reliability.missed")).isOne();
  }

  @Test
  void quality_and_collaboration_are_what_the_owner_gave() {
    var agreement = world.meets(ada);
    var theirs = promisedBy(agreement, ada.contactId(), ", \"area\": \"design\"");
    delivers(theirs, ada.contactId());
    world.post(theirs, "assessment", "{\"value\": 5}").statusCode(200);
    var shared = agreement.shared();
    world.patch("/v1/commitments/" + shared, "{\"text\": \"Write\"}").statusCode(200);
    world.post(shared, "promise", null).statusCode(200);
    world.post(shared, "delivery", null).statusCode(200);
    world.post(shared, "assessment", "{\"value\": 1}").statusCode(200);
    var standing = standing();
    assertThat(standing.getDouble("quality")).isEqualTo(3.67);
    assertThat(standing.getDouble("collaboration")).isEqualTo(2.33);
    assertThat(standing.getDouble("areas[0].quality")).isEqualTo(3.67);
    assertThat(standing.getMap("areas[0]")).doesNotContainKey("collaboration");
    assertThat(evidence("quality").getList("items.value")).containsExactly(5);
    assertThat(evidence("collaboration").getList("items.value")).containsExactly(1);
  }

  @Test
  void the_contacts_blind_assessment_shows_in_no_figure_before_the_owner_may_see_it() {
    var agreement = world.meets(ada);
    var mine = promisedBy(agreement, "owner");
    delivers(mine, "owner");
    owners.act(
        world.owner(),
        () -> {
          assessments.assess(
              mine, Party.contact(ada.contactId()), new NewAssessment(1, null, null));
        });
    time.freeze(agreement.dueAt().plus(Duration.ofDays(14)));
    assertThat(standing().getMap("owner")).doesNotContainKey("quality");
    assertThat(evidence("ownerQuality").getList("items")).isEmpty();
    time.advance(Duration.ofMillis(1));
    assertThat(standing().getDouble("owner.quality")).isLessThan(3);
    assertThat(evidence("ownerQuality").getList("items.value")).containsExactly(1);
    assertThat(standing("?asOf=" + agreement.dueAt()).getMap("owner")).doesNotContainKey("quality");
  }

  @Test
  void liked_and_never_tested_shows_the_gap_and_proposes_a_one_on_one_on_one() {
    var first = daysAgo(26 * 7);
    touch(TouchDirection.OUTBOUND, first);
    for (var i = 0; i < 9; i++) {
      touch(i % 2 == 0 ? TouchDirection.INBOUND : TouchDirection.OUTBOUND, daysAgo(10 + i));
    }
    heard();
    var standing = standing();
    assertThat(standing.getDouble("expectationGap.expectation")).isEqualTo(.81);
    assertThat(standing.getDouble("expectationGap.ability")).isEqualTo(.05);
    assertThat(standing.getString("expectationGap.verdict")).isEqualTo("likedNotProven");
    assertThat(standing.getString("expectationGap.proposes")).isEqualTo("oneOnOneOnOne");
    assertThat(evidence("expectationGap").getList("items")).hasSize(10);
  }

  @Test
  void who_is_connected_and_not_respected_is_shown_with_what_they_missed() {
    touch(TouchDirection.OUTBOUND, daysAgo(26 * 7));
    for (var i = 0; i < 12; i++) {
      touch(TouchDirection.INBOUND, daysAgo(10 + i));
    }
    var agreement = world.meetsAt(NOW.minus(Duration.ofHours(167)), ada);
    var id = promisedBy(agreement, ada.contactId());
    time.freeze(agreement.dueAt().plusSeconds(1));
    var standing = standing();
    assertThat(standing.getString("expectationGap.verdict")).isEqualTo("connectedNotRespected");
    assertThat(standing.getString("expectationGap.proposes")).isEqualTo("smallOne");
    assertThat(standing.getList("expectationGap.missed.commitmentId"))
        .containsExactly(id.toString());
  }

  @Test
  void value_goes_one_way_when_touches_stay_unanswered_and_the_contact_asks() {
    List.of(30, 31, 32).forEach(this::asks);
    touch(TouchDirection.OUTBOUND, daysAgo(60));
    touch(TouchDirection.OUTBOUND, daysAgo(50));
    touch(TouchDirection.OUTBOUND, daysAgo(40));
    touch(TouchDirection.INBOUND, daysAgo(31), null, AsksAfter.REAL);
    touch(TouchDirection.INBOUND, daysAgo(30), null, AsksAfter.COURTESY);
    heard();
    var standing = standing();
    assertThat(standing.getBoolean("oneWay")).isTrue();
    assertThat(standing.getString("oneWaySince")).isEqualTo(daysAgo(26).plusMillis(1).toString());
    assertThat(standing.getBoolean("alwaysAsking")).isTrue();
    assertThat(standing.getInt("asksAfter.inboundTouches")).isEqualTo(2);
    assertThat(standing.getInt("asksAfter.real")).isOne();
    assertThat(standing.getInt("asksAfter.courtesy")).isOne();
    assertThat(evidence("oneWay").getList("items")).hasSize(6);
    assertThat(evidence("alwaysAsking").getList("items.kind")).contains("ask", "touch");
    // a promise kept in that year rules it out
    var id = promisedBy(world.meetsAt(NOW.minusSeconds(60), ada), ada.contactId());
    delivers(id, ada.contactId());
    assertThat(standing().getBoolean("oneWay")).isFalse();
  }

  @Test
  void three_promises_kept_propose_one_circle_up_from_where_the_owner_put_them() {
    for (var i = 0; i < 3; i++) {
      delivers(promisedBy(world.meets(ada), ada.contactId()), ada.contactId());
    }
    assertThat(standing().getString("proposedCircle")).isEqualTo("active");
    world.hears(new CircleChanged(ada.contactId(), Circle.ACQUAINTANCE, Circle.ACTIVE));
    heard();
    assertThat(standing().getString("circle")).isEqualTo("active");
    assertThat(standing().getString("proposedCircle")).isEqualTo("inner");
  }

  @Test
  void the_evidence_is_paged_in_a_stable_order() {
    var all = new ArrayList<UUID>();
    for (var i = 0; i < 5; i++) {
      all.add(touch(TouchDirection.INBOUND, daysAgo(5)));
    }
    heard();
    var seen = new ArrayList<String>();
    String cursor = null;
    do {
      var page = evidence("expectationGap&limit=2" + (cursor == null ? "" : "&cursor=" + cursor));
      seen.addAll(page.getList("items.id"));
      cursor = page.getString("nextCursor");
    } while (cursor != null);
    assertThat(seen)
        .doesNotHaveDuplicates()
        .hasSameElementsAs(all.stream().map(UUID::toString).toList());
  }

  @Test
  void a_standing_of_tomorrow_is_refused() {
    world
        .client()
        .get("/v1/contacts/" + ada.contactId() + "/standing?asOf=" + NOW.plusMillis(1))
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("?asOf"));
    world
        .client()
        .get("/v1/contacts/" + ada.contactId() + "/standing/evidence")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("?figure"));
  }

  @Test
  void nobody_reads_the_standing_of_anothers_contact_nor_of_one_who_is_gone() {
    heard();
    var path = "/v1/contacts/" + ada.contactId() + "/standing";
    world.client().get(path).then().statusCode(200);
    new World(kafka, time).client().get(path).then().statusCode(404);
    world.hears(new ContactRemoved(ada.contactId()));
    heard();
    world.client().get(path).then().statusCode(404);
  }

  @Test
  void an_erased_contact_leaves_no_standing() {
    var id = promisedBy(world.meets(ada), ada.contactId());
    delivers(id, ada.contactId());
    var erasure = Ids.next();
    world.hears(new ContactErased(ada.contactId(), erasure));
    world.published(ErasureCompleted.class, e -> e.erasureId().equals(erasure));
    world.client().get("/v1/contacts/" + ada.contactId() + "/standing").then().statusCode(404);
  }

  private void asks(int daysAgo) {
    world
        .client()
        .body(
            """
            {"direction": "inbound", "words": "A customer", "contactIds": ["%s"], "askedAt": "%s"}
            """
                .formatted(ada.contactId(), daysAgo(daysAgo)))
        .post("/v1/asks")
        .then()
        .statusCode(201);
  }

  /** Waits until all that was told before has been heard. */
  private void heard() {
    var last = world.contact("Last").contactId();
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> world.client().get("/v1/contacts/" + last + "/standing").statusCode() == 200);
  }
}
