package dev.followthrough.commitments.telling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.commitments.standing.Network;
import dev.followthrough.events.CommitmentMissed;
import dev.followthrough.events.ContactAdded;
import dev.followthrough.events.ContactErased;
import dev.followthrough.events.ErasureCompleted;
import dev.followthrough.events.GapVerdict;
import dev.followthrough.events.Participant;
import dev.followthrough.events.ReciprocityBalance;
import dev.followthrough.events.ReliabilityState;
import dev.followthrough.events.StandingChanged;
import dev.followthrough.events.TouchDirection;
import dev.followthrough.platform.duework.DueRunner;
import dev.followthrough.platform.id.Ids;
import dev.followthrough.platform.outbox.EventJson;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** C7: when standing.changed goes out, and what it says. */
@QuarkusTest
class TellingTest extends Network {

  @Inject DueRunner dueWork;

  @Test
  void a_kept_promise_is_told_with_all_that_changed() {
    var id = promisedBy(world.meets(ada), ada.contactId());
    delivers(id, ada.contactId());
    var told = told(e -> e.reliability().kept() == 1);
    assertThat(told.asOf()).isEqualTo(NOW);
    assertThat(told.reliability().state()).isEqualTo(ReliabilityState.TESTED);
    assertThat(told.reliability().estimate()).isEqualTo(.67);
    assertThat(told.reliability().lower()).isEqualTo(.22);
    assertThat(told.reliability().upper()).isEqualTo(.97);
    assertThat(told.reciprocity().balance()).isEqualTo(ReciprocityBalance.OWNER_OWES);
    assertThat(told.changed()).containsExactly("reliability", "reciprocity");
  }

  @Test
  void the_event_of_the_promise_and_that_of_the_standing_come_from_one_transaction() {
    var id = promisedBy(world.meets(ada), ada.contactId());
    var agreement = world.client().get("/v1/commitments/" + id).jsonPath().getString("agreementId");
    assertThat(agreement).isNotNull();
    delivers(id, ada.contactId());
    kafka.awaitEvents(
        "commitments",
        world.owner(),
        events -> {
          var types = events.stream().map(e -> e.type()).toList();
          int delivered = types.indexOf("commitment.delivered");
          return delivered >= 0 && types.indexOf("standing.changed") == delivered + 1;
        });
  }

  @Test
  void a_miss_its_apology_and_its_correction_are_each_told() {
    var agreement = world.meets(ada);
    var theirs = promisedBy(agreement, ada.contactId());
    var mine = promisedBy(agreement, "owner");
    time.freeze(agreement.dueAt().plusSeconds(1));
    world.published(CommitmentMissed.class, e -> e.commitmentId().equals(theirs));
    var missed = told(e -> e.reliability().missed() == 1);
    assertThat(missed.apologiesOwed()).isOne();
    assertThat(missed.changed()).contains("reliability", "apologiesOwed");
    world.post(mine, "apology", "{\"said\": \"I am sorry\"}").statusCode(200);
    assertThat(told(e -> e.apologiesOwed() == 0 && e.reliability().missed() == 1).changed())
        .containsExactly("apologiesOwed");
    world
        .post(theirs, "attestation", "{\"happenedAt\": \"" + agreement.dueAt() + "\"}")
        .statusCode(200);
    assertThat(told(e -> e.reliability().kept() == 1).reliability().missed()).isZero();
  }

  @Test
  void an_assessment_is_told_as_a_figure() {
    var id = promisedBy(world.meets(ada), ada.contactId());
    delivers(id, ada.contactId());
    world.post(id, "assessment", "{\"value\": 5}").statusCode(200);
    assertThat(told(e -> e.quality() != null).quality()).isEqualTo(3.67);
  }

  @Test
  void a_favour_is_told_as_reciprocity_and_thanks_owed() {
    world.awaits(ada.contactId());
    world
        .client()
        .body(
            """
            {"contactId": "%s", "direction": "received", "kind": "advice", "size": "medium",
             "words": "On gears"}
            """
                .formatted(ada.contactId()))
        .post("/v1/favours")
        .then()
        .statusCode(201);
    var told = told(e -> e.thanksOwed() == 1);
    assertThat(told.reciprocity().received()).isEqualTo(3);
    assertThat(told.reciprocity().value()).isEqualTo(.6);
    assertThat(told.changed()).containsExactly("reciprocity", "thanksOwed");
  }

  @Test
  void what_comes_at_once_is_told_one_after_the_other() throws InterruptedException {
    var promised = new ArrayList<UUID>();
    for (var i = 0; i < 5; i++) {
      promised.add(promisedBy(world.meets(ada), ada.contactId()));
    }
    var deliveries =
        promised.stream()
            .map(id -> Thread.ofVirtual().start(() -> delivers(id, ada.contactId())))
            .toList();
    for (var delivery : deliveries) {
      delivery.join();
    }
    assertThat(all()).extracting(told -> told.reliability().kept()).containsExactly(1, 2, 3, 4, 5);
  }

  @Test
  void in_a_group_it_is_told_of_the_one_it_is_about() {
    var bob = world.contact("Bob");
    var agreement = world.meets(ada, bob);
    var id = promisedBy(agreement, ada.contactId());
    delivers(id, ada.contactId());
    told(e -> e.reliability().kept() == 1);
    assertThat(all()).extracting(StandingChanged::contactId).containsOnly(ada.contactId());
  }

  @Test
  void a_verdict_that_differs_is_told_at_the_daily_evaluation_and_ageing_is_not()
      throws SQLException {
    touch(TouchDirection.OUTBOUND, daysAgo(26 * 7));
    for (var i = 0; i < 9; i++) {
      touch(TouchDirection.INBOUND, daysAgo(10));
    }
    evaluated();
    var told = told(e -> e.gap() == GapVerdict.LIKED_NOT_PROVEN);
    assertThat(told.changed()).containsExactly("gap");
    evaluated();
    evaluated();
    assertThat(all()).hasSize(1);
    delivers(promisedBy(world.meets(ada), ada.contactId()), ada.contactId());
    assertThat(told(e -> e.gap() == null).changed()).contains("gap", "reliability");
  }

  @Test
  void the_daily_evaluation_reaches_everybody_however_many_they_are() throws SQLException {
    for (var i = 0; i < 55; i++) {
      world.contact("Somebody");
    }
    ada = new Participant(Ids.next(), "Zoe");
    world.hears(new ContactAdded(ada.contactId(), "Zoe", false, facts(5)));
    touch(TouchDirection.OUTBOUND, daysAgo(26 * 7));
    evaluated();
    assertThat(told(e -> e.gap() != null).gap()).isEqualTo(GapVerdict.LIKED_NOT_PROVEN);
  }

  @Test
  void what_has_faded_is_told_as_untested_lately_once() throws SQLException {
    delivers(promisedBy(world.meets(ada), ada.contactId()), ada.contactId());
    told(e -> e.reliability().kept() == 1);
    time.advance(Duration.ofDays(370));
    evaluated();
    var told = told(e -> e.reliability().state() == ReliabilityState.UNTESTED_LATELY);
    assertThat(told.reliability().estimate()).isNull();
    assertThat(told.reliability().kept()).isOne();
  }

  @Test
  void of_an_erased_contact_nothing_more_is_told() throws SQLException {
    var agreement = world.meets(ada);
    var dueAt = agreement.dueAt();
    promisedBy(agreement, ada.contactId());
    var erasure = Ids.next();
    world.hears(new ContactErased(ada.contactId(), erasure));
    world.published(ErasureCompleted.class, e -> e.erasureId().equals(erasure));
    time.freeze(dueAt.plusSeconds(1));
    evaluated();
    assertThat(all()).isEmpty();
  }

  private StandingChanged told(Predicate<StandingChanged> fits) {
    return world.published(
        StandingChanged.class, e -> e.contactId().equals(ada.contactId()) && fits.test(e));
  }

  /** All that has been told of standings, up to a later event of the owner's. */
  private List<StandingChanged> all() {
    var marker = promisedBy(world.meets(world.contact("Marker")), "owner");
    var all = new ArrayList<StandingChanged>();
    kafka.awaitEvents(
        "commitments",
        world.owner(),
        events -> {
          all.clear();
          events.stream()
              .filter(e -> e.type().equals("standing.changed"))
              .map(e -> EventJson.read(e.body(), StandingChanged.class))
              .forEach(all::add);
          return events.stream()
              .anyMatch(
                  e ->
                      e.type().equals("commitment.promised")
                          && e.body().contains(marker.toString()));
        });
    return all;
  }

  /** A day goes by, and the evaluation of its morning has been done. */
  private void evaluated() throws SQLException {
    var marker = world.contact("Day");
    world.awaits(marker.contactId());
    time.advance(Duration.ofDays(1));
    dueWork.runDue();
  }
}
