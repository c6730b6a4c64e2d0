package dev.followthrough.commitments.nextaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import dev.followthrough.commitments.World;
import dev.followthrough.events.Circle;
import dev.followthrough.events.ContactErased;
import dev.followthrough.events.ContactRemoved;
import dev.followthrough.events.ContactRestored;
import dev.followthrough.events.ErasureCompleted;
import dev.followthrough.events.KeepInTouchDue;
import dev.followthrough.events.KeepInTouchPlanned;
import dev.followthrough.events.KeepInTouchReason;
import dev.followthrough.events.LoopEnd;
import dev.followthrough.events.LoopReason;
import dev.followthrough.events.MeetingKind;
import dev.followthrough.events.MeetingScheduled;
import dev.followthrough.events.OpenLoopClosed;
import dev.followthrough.events.OpenLoopOpened;
import dev.followthrough.events.OriginKind;
import dev.followthrough.events.OwnerErased;
import dev.followthrough.events.Participant;
import dev.followthrough.events.PlannedTouch;
import dev.followthrough.events.TouchKind;
import dev.followthrough.platform.id.Ids;
import dev.followthrough.platform.keeper.KeeperStep;
import dev.followthrough.platform.owner.Owners;
import dev.followthrough.platform.sql.Sql;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** C8: the owner's one list, its order, and hiding its lines. */
@QuarkusTest
class NextActionsTest extends Lines {

  @Inject Owners owners;
  @Inject Sql sql;
  @Inject @All List<KeeperStep> keepers;

  @Test
  void the_list_is_by_kind_and_in_each_the_inner_circle_first_then_who_has_waited_longest() {
    var eva = world.contact("Eva");
    inner(bob);
    loop(ada, 9);
    loop(bob, 2);
    loop(eva, 5);
    loop(bob, 4);
    event(1, ada);
    heard();
    favour(eva, "");
    promised(world.meets(ada));
    assertThat(kinds())
        .containsExactly(
            "ownPromise", "openLoop", "openLoop", "openLoop", "openLoop", "thanks", "verdict");
    assertThat(list("?kind=openLoop").getList("contacts.flatten().name"))
        .containsExactly("Bob", "Bob", "Ada", "Eva");
    assertThat(list("?kind=openLoop").getList("circle")).startsWith("inner", "inner");
  }

  @Test
  void promises_come_by_their_deadline_whoever_they_are_made_to() {
    inner(bob);
    var later = promised(world.meetsAt(daysAgo(1), bob));
    var sooner = promised(world.meetsAt(daysAgo(2), ada));
    var inner = promised(world.meetsAt(daysAgo(2), bob));
    assertThat(list("").getList("about"))
        .containsExactly("commitment/" + inner, "commitment/" + sooner, "commitment/" + later);
  }

  @Test
  void pages_put_together_are_the_list() {
    inner(bob);
    for (var i = 0; i < 4; i++) {
      loop(ada, 3 + i % 2);
      loop(bob, 3 + i % 2);
    }
    event(2, ada, bob);
    heard();
    favour(ada, "");
    promised(world.meetsAt(daysAgo(1), bob));
    promised(world.meetsAt(daysAgo(1), ada));
    promised(world.meetsAt(daysAgo(2), bob));
    var whole = list("").getList("id", String.class);
    assertThat(whole).hasSize(14).doesNotHaveDuplicates();
    for (var limit : List.of(1, 3, 13)) {
      assertThat(inPages(limit)).as("pages of %d", limit).isEqualTo(whole);
    }
  }

  @Test
  void a_line_is_the_same_for_as_long_as_it_is_to_be_done_and_is_read_by_its_id() {
    loop(ada, 4);
    heard();
    var id = line("openLoop");
    time.advance(Duration.ofDays(1));
    assertThat(line("openLoop")).isEqualTo(id);
    world
        .client()
        .get("/v1/next-actions/" + id)
        .then()
        .statusCode(200)
        .body("kind", equalTo("openLoop"));
    world.client().get("/v1/next-actions/" + Ids.next()).then().statusCode(404);
    new World(kafka, time).client().get("/v1/next-actions/" + id).then().statusCode(404);
  }

  @Test
  void a_snoozed_line_comes_back_by_itself_and_no_deadline_moves() {
    var agreement = world.meets(ada);
    promised(agreement);
    var id = line("ownPromise");
    var until = NOW.plus(Duration.ofDays(2));
    snooze(id, until)
        .statusCode(200)
        .body("hidden.how", equalTo("snoozed"))
        .body("hidden.until", equalTo(until.toString()))
        .body("doBy", equalTo(agreement.dueAt().toString()));
    assertThat(kinds()).isEmpty();
    assertThat(list("?hidden=true").getList("hidden.how")).containsExactly("snoozed");
    assertThat(agreement.dueAt()).isEqualTo(agreement.meetingEnd().plus(Duration.ofHours(168)));
    time.freeze(until.minusMillis(1));
    assertThat(kinds()).isEmpty();
    time.freeze(until);
    assertThat(kinds()).containsExactly("ownPromise");
    assertThat(list("?hidden=true").getList("id")).isEmpty();
  }

  @Test
  void a_snooze_that_is_over_is_forgotten_and_what_was_dismissed_stays_hidden()
      throws SQLException {
    loop(ada, 4);
    loop(bob, 4);
    favour(ada, "");
    heard();
    var ids = list("?kind=openLoop").getList("id", String.class);
    snooze(ids.getFirst(), NOW.plus(Duration.ofDays(2))).statusCode(200);
    snooze(ids.getLast(), NOW.plus(Duration.ofDays(9))).statusCode(200);
    hide(line("thanks"), "dismissal").statusCode(200);

    time.advance(Duration.ofDays(3));
    for (var keeper : keepers) {
      keeper.forget(5_000);
    }

    assertThat(hiddenRows()).isEqualTo(2);
    assertThat(list("?kind=openLoop").getList("id")).containsExactly(ids.getFirst());
    assertThat(list("?kind=thanks").getList("id")).isEmpty();
  }

  private int hiddenRows() {
    return owners.act(
        world.owner(),
        () -> sql.first("select count(*) from hidden_action", row -> row.getInt(1)).orElseThrow());
  }

  @Test
  void a_snooze_does_not_outlive_what_it_hides() {
    promised(world.meetsAt(daysAgo(6), ada));
    snooze(line("ownPromise"), NOW.plus(Duration.ofDays(30))).statusCode(200);
    time.advance(Duration.ofDays(2));
    assertThat(kinds()).containsExactly("apology");
  }

  @Test
  void a_snooze_ends_after_now_and_within_a_year() {
    loop(ada, 4);
    heard();
    var id = line("openLoop");
    snooze(id, NOW).statusCode(400).body("errors[0].pointer", equalTo("/until"));
    snooze(id, NOW.plus(Duration.ofDays(367))).statusCode(400);
    assertThat(kinds()).containsExactly("openLoop");
  }

  @Test
  void a_promise_cannot_be_dismissed_nor_called_done_but_by_its_own_call() {
    var id = promised(world.meets(ada));
    var line = line("ownPromise");
    hide(line, "dismissal").statusCode(409).body("type", endsWith("promise-cannot-be-dismissed"));
    hide(line, "done")
        .statusCode(409)
        .body("type", endsWith("done-by-its-call"))
        .body("detail", containsString("/v1/commitments/" + id + "/delivery"));
    assertThat(kinds()).containsExactly("ownPromise");
  }

  @Test
  void an_apology_can_be_dismissed_and_is_done_by_its_own_call_alone() {
    promised(world.meetsAt(daysAgo(6), ada));
    time.advance(Duration.ofDays(2));
    var line = line("apology");
    hide(line, "done").statusCode(409);
    hide(line, "dismissal").statusCode(200);
    assertThat(kinds()).isEmpty();
    // what is owed is owed all the same
    assertThat(world.client().get("/v1/mirror").jsonPath().getList("apologiesOwed")).hasSize(1);
  }

  @Test
  void what_is_dismissed_or_done_stays_away_until_it_is_to_be_done_anew() {
    var first = loop(ada, 4);
    loop(bob, 3);
    heard();
    hide(line("openLoop"), "dismissal").statusCode(200).body("hidden.how", equalTo("dismissed"));
    hide(line("openLoop"), "done").statusCode(200).body("hidden.how", equalTo("done"));
    assertThat(kinds()).isEmpty();
    time.advance(Duration.ofDays(300));
    assertThat(kinds()).isEmpty();
    world.hears(new OpenLoopClosed(first, ada.contactId(), LoopReason.QUESTION, LoopEnd.ANSWERED));
    world.hears(
        new OpenLoopOpened(
            first, ada.contactId(), LoopReason.QUESTION, TouchKind.EMAIL, daysAgo(7), time.now()));
    heard();
    assertThat(list("").getList("contacts.flatten().name")).containsExactly("Ada");
  }

  @Test
  void a_line_that_was_hidden_can_be_shown_again() {
    loop(ada, 4);
    heard();
    var id = line("openLoop");
    var hiding = "/v1/next-actions/" + id + "/hiding";
    world.client().delete(hiding).then().statusCode(404);
    hide(id, "dismissal").statusCode(200);
    world.client().header("If-Match", "\"other\"").delete(hiding).then().statusCode(412);
    world.client().delete(hiding).then().statusCode(204);
    assertThat(kinds()).containsExactly("openLoop");
    world.client().delete(hiding).then().statusCode(404);
  }

  @Test
  void a_removed_contacts_lines_are_not_shown_until_the_contact_is_back() {
    loop(ada, 4);
    event(1, ada, bob);
    heard();
    var id = list("").getString("[0].id");
    world.hears(new ContactRemoved(ada.contactId()));
    heard();
    assertThat(list("").getList("contacts.flatten().name")).containsExactly("Bob");
    world.client().get("/v1/next-actions/" + id).then().statusCode(404);
    world.hears(new ContactRestored(ada.contactId(), "Ada", false));
    heard();
    assertThat(kinds()).containsExactly("openLoop", "verdict", "verdict");
  }

  @Test
  void an_erased_contact_leaves_no_line_and_nothing_of_a_hidden_one() {
    loop(ada, 4);
    event(1, ada);
    promised(world.meetsAt(daysAgo(6), ada));
    heard();
    hide(line("openLoop"), "dismissal").statusCode(200);
    hide(line("verdict"), "done").statusCode(200);
    time.advance(Duration.ofDays(2));
    assertThat(kinds()).containsExactly("apology");
    assertThat(rows()).isEqualTo(2);
    var erasure = Ids.next();
    world.hears(new ContactErased(ada.contactId(), erasure));
    world.published(ErasureCompleted.class, e -> e.erasureId().equals(erasure));
    assertThat(kinds()).isEmpty();
    assertThat(rows()).isZero();
  }

  @Test
  void an_erased_contact_leaves_no_copy_and_a_late_event_brings_none_back() {
    var dora = offering("Dora", OriginKind.WORK, "design");
    event(1, dora, bob);
    tellsOf(dora);
    heard();
    assertThat(copies(dora)).isEqualTo(4);
    var erasure = Ids.next();
    world.hears(new ContactErased(dora.contactId(), erasure));
    world.published(ErasureCompleted.class, e -> e.erasureId().equals(erasure));
    event(1, dora, bob);
    tellsOf(dora);
    heard();
    assertThat(copies(dora)).isZero();
    assertThat(kinds()).containsExactly("verdict", "verdict");
  }

  @Test
  void an_erased_owner_leaves_nothing() {
    loop(ada, 4);
    heard();
    hide(line("openLoop"), "dismissal").statusCode(200);
    var erasure = Ids.next();
    world.hears(new OwnerErased(erasure));
    world.published(ErasureCompleted.class, e -> e.erasureId().equals(erasure));
    assertThat(rows()).isZero();
  }

  /** A meeting with them is in the diary, and it is their turn to be written to. */
  private void tellsOf(Participant one) {
    var today = LocalDate.parse("2026-06-01");
    world.hears(
        new MeetingScheduled(
            Ids.next(), MeetingKind.ONE_ON_ONE, daysAgo(-3), daysAgo(-4), List.of(one)));
    world.hears(
        new KeepInTouchPlanned(
            today,
            today,
            List.of(new PlannedTouch(one.contactId(), one.name(), Circle.ACQUAINTANCE, today))));
    world.hears(
        new KeepInTouchDue(
            one.contactId(),
            one.name(),
            Circle.ACQUAINTANCE,
            today,
            90,
            KeepInTouchReason.SILENCE,
            "It was long.",
            "How are you?"));
  }

  private int copies(Participant one) {
    return owners.act(
        world.owner(),
        () ->
            sql.first(
                    """
                    select (select count(*) from person_met where contact_id = ?)
                      + (select count(*) from appointment where ?::uuid = any(contact_ids))
                      + (select count(*) from touch_turn where id = ?)
                      + (select count(*) from offered_word where contact_id = ?)
                    """,
                    row -> row.getInt(1),
                    one.contactId(),
                    one.contactId(),
                    one.contactId(),
                    one.contactId())
                .orElseThrow());
  }

  private int rows() {
    return owners.act(
        world.owner(),
        () -> sql.first("select count(*) from hidden_action", row -> row.getInt(1)).orElseThrow());
  }

  private List<String> inPages(int limit) {
    var all = new ArrayList<String>();
    var query = "?limit=" + limit;
    while (query != null) {
      var page = world.client().get("/v1/next-actions" + query).then().statusCode(200).extract();
      all.addAll(page.jsonPath().getList("items.id", String.class));
      var next = page.jsonPath().getString("nextCursor");
      query = next == null ? null : "?limit=" + limit + "&cursor=" + next;
    }
    return all;
  }
}
