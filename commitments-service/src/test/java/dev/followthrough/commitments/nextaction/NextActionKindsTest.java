package dev.followthrough.commitments.nextaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.commitments.World;
import dev.followthrough.events.AskDeferred;
import dev.followthrough.events.AskRevisitDue;
import dev.followthrough.events.Circle;
import dev.followthrough.events.CircleChanged;
import dev.followthrough.events.ContactAdded;
import dev.followthrough.events.ContactChanged;
import dev.followthrough.events.ContactFacts;
import dev.followthrough.events.GapVerdict;
import dev.followthrough.events.KeepInTouchDue;
import dev.followthrough.events.KeepInTouchPlanned;
import dev.followthrough.events.KeepInTouchReason;
import dev.followthrough.events.LoopEnd;
import dev.followthrough.events.LoopReason;
import dev.followthrough.events.MeetingCancelled;
import dev.followthrough.events.MeetingChanged;
import dev.followthrough.events.MeetingKind;
import dev.followthrough.events.MeetingScheduled;
import dev.followthrough.events.MeetingUnconfirmed;
import dev.followthrough.events.MeetingVoided;
import dev.followthrough.events.NextAction;
import dev.followthrough.events.NextActionKind;
import dev.followthrough.events.NextActionsCompiled;
import dev.followthrough.events.OpenLoopClosed;
import dev.followthrough.events.OriginKind;
import dev.followthrough.events.OwnerNeed;
import dev.followthrough.events.Participant;
import dev.followthrough.events.PlannedTouch;
import dev.followthrough.events.ProfileChanged;
import dev.followthrough.events.StandingChanged;
import dev.followthrough.events.TouchDirection;
import dev.followthrough.events.Verdict;
import dev.followthrough.events.VerdictGiven;
import dev.followthrough.platform.id.Ids;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** C8: what stands in the owner's list, why, and when it leaves. */
@QuarkusTest
class NextActionKindsTest extends Lines {

  private static final ContactFacts FIVE_INTERESTS =
      new ContactFacts(
          OriginKind.EVENT,
          false,
          Collections.nCopies(5, "radio"),
          List.of(),
          List.of(),
          List.of());

  private static final LocalDate TODAY = LocalDate.parse("2026-06-01");

  @Test
  void an_own_promise_stands_with_its_deadline_until_it_is_delivered() {
    var agreement = world.meets(ada);
    assertThat(kinds()).isEmpty();
    var id = promised(agreement);
    var line = list("");
    assertThat(line.getList("kind")).containsExactly("ownPromise");
    assertThat(line.getString("[0].about")).isEqualTo("commitment/" + id);
    assertThat(line.getString("[0].words"))
        .isEqualTo("Deliver what you promised Ada: Send the link");
    assertThat(line.getString("[0].doBy")).isEqualTo(agreement.dueAt().toString());
    assertThat(line.getString("[0].contacts[0].name")).isEqualTo("Ada");
    assertThat(line.getString("[0].circle")).isEqualTo("acquaintance");
    assertThat(line.getString("[0].doneBy.path")).isEqualTo("/v1/commitments/" + id + "/delivery");
    world.post(id, "delivery", null).statusCode(200);
    assertThat(kinds()).isEmpty();
  }

  @Test
  void a_deadline_that_was_made_earlier_is_the_lines() {
    var agreement = world.meets(ada);
    var earlier = NOW.plus(Duration.ofDays(2));
    world
        .patch("/v1/agreements/" + agreement.id(), "{\"dueAt\": \"%s\"}".formatted(earlier))
        .statusCode(200);
    promised(agreement);
    assertThat(list("").getString("[0].doBy")).isEqualTo(earlier.toString());
    time.freeze(earlier);
    assertThat(kinds()).containsExactly("ownPromise");
    time.freeze(earlier.plusMillis(1));
    assertThat(kinds()).containsExactly("apology");
  }

  @Test
  void a_part_of_shared_work_is_an_own_promise_to_all_others_and_theirs_is_not() {
    var agreement = world.meets(ada, bob);
    var shared = agreement.shared();
    world.patch("/v1/commitments/" + shared, "{\"text\": \"Write\"}").statusCode(200);
    world.post(shared, "promise", "{\"by\": \"%s\"}".formatted(ada.contactId())).statusCode(200);
    assertThat(kinds()).isEmpty();
    world.post(shared, "promise", "{\"by\": \"owner\"}").statusCode(200);
    assertThat(list("").getList("[0].contacts.name")).containsExactly("Ada", "Bob");
    assertThat(list("?contactId=" + bob.contactId()).getList("kind")).containsExactly("ownPromise");
  }

  @Test
  void an_own_miss_makes_the_apology_the_first_thing_to_do_with_its_contact() {
    var missed = promised(world.meetsAt(daysAgo(7).plusSeconds(60), ada));
    var delivered = promised(world.meetsAt(daysAgo(6), bob));
    time.freeze(NOW.plusSeconds(61));
    var later = promised(world.meets(ada));
    loop(ada, 4);
    heard();
    assertThat(list("?contactId=" + ada.contactId()).getList("about"))
        .startsWith("commitment/" + missed, "commitment/" + later);
    assertThat(kinds()).containsExactly("apology", "ownPromise", "ownPromise", "openLoop");
    assertThat(list("").getString("[0].words"))
        .isEqualTo("Apologise to Ada: you missed what you promised: Send the link");
    assertThat(list("").getList("[0].doBy")).isNull();
    // a late delivery does not undo the miss
    world.post(missed, "delivery", null).statusCode(200);
    assertThat(kinds()).startsWith("apology");
    world.post(missed, "apology", "{\"said\": \"I am sorry\"}").statusCode(200);
    world.post(delivered, "delivery", null).statusCode(200);
    assertThat(kinds()).containsExactly("ownPromise", "openLoop");
  }

  @Test
  void what_was_delivered_to_the_owner_is_to_be_assessed_for_fourteen_days_after_it_was_due() {
    var agreement = world.meets(ada);
    var id = promised(agreement, ada.contactId());
    assertThat(kinds()).isEmpty();
    world
        .post(id, "delivery", "{\"reportedBy\": \"%s\"}".formatted(ada.contactId()))
        .statusCode(200);
    assertThat(kinds()).containsExactly("assessment");
    var closes = agreement.dueAt().plus(Duration.ofDays(14));
    assertThat(list("").getString("[0].doBy")).isEqualTo(closes.toString());
    time.freeze(closes);
    assertThat(kinds()).containsExactly("assessment");
    time.freeze(closes.plusMillis(1));
    assertThat(kinds()).isEmpty();
    time.freeze(NOW);
    world.post(id, "assessment", "{\"value\": 4}").statusCode(200);
    assertThat(kinds()).isEmpty();
  }

  @Test
  void shared_work_is_to_be_assessed_with_each_whose_part_has_ended() {
    var shared = world.meets(ada, bob).shared();
    world.patch("/v1/commitments/" + shared, "{\"text\": \"Write\"}").statusCode(200);
    for (var by : List.of("owner", ada.contactId(), bob.contactId())) {
      var said = "{\"by\": \"%s\"}".formatted(by);
      world.post(shared, "promise", said).statusCode(200);
      world.post(shared, "delivery", said).statusCode(200);
    }
    assertThat(list("").getList("[0].contacts.name")).containsExactly("Ada", "Bob");
    assertThat(kinds()).containsExactly("assessment");
    var assessed = "{\"value\": 4, \"contactId\": \"%s\"}";
    world.post(shared, "assessment", assessed.formatted(ada.contactId())).statusCode(200);
    assertThat(list("").getList("[0].contacts.name")).containsExactly("Bob");
    world.post(shared, "assessment", assessed.formatted(bob.contactId())).statusCode(200);
    assertThat(kinds()).isEmpty();
  }

  @Test
  void a_denied_delivery_is_not_to_be_assessed() {
    var id = promised(world.meets(ada), ada.contactId());
    world.deliversThroughLink(id, ada.contactId(), "{}");
    world.post(id, "denial", "{\"reportedBy\": \"owner\"}").statusCode(200);
    assertThat(kinds()).isEmpty();
  }

  @Test
  void an_open_loop_stands_until_it_is_closed() {
    var question = loop(ada, 4);
    loop(bob, LoopReason.THANKS, 2);
    heard();
    assertThat(list("").getList("words"))
        .containsExactly(
            "Answer Ada: their question waits.", "Send Bob a word: their thanks wait for one.");
    assertThat(list("").getString("[0].since")).isEqualTo(daysAgo(4).toString());
    world.hears(
        new OpenLoopClosed(question, ada.contactId(), LoopReason.QUESTION, LoopEnd.ANSWERED));
    heard();
    assertThat(list("").getList("contacts.flatten().name")).containsExactly("Bob");
  }

  @Test
  void thanks_are_owed_for_a_favour_received_and_not_for_a_promise_that_was_kept() {
    var favour = favour(ada, "");
    var kept = promised(world.meets(bob), bob.contactId());
    world
        .post(kept, "delivery", "{\"reportedBy\": \"%s\"}".formatted(bob.contactId()))
        .statusCode(200);
    favour(bob, ", \"commitmentId\": \"%s\"".formatted(kept));
    assertThat(list("?kind=thanks").getList("about")).containsExactly("favour/" + favour);
    assertThat(list("?kind=thanks").getString("[0].words"))
        .isEqualTo("Say thanks to Ada for the advice.");
    world
        .patch("/v1/favours/" + favour, "{\"thanksSaidAt\": \"2026-06-01T11:00:00Z\"}")
        .statusCode(200);
    assertThat(list("?kind=thanks").getList("about")).isEmpty();
  }

  @Test
  void a_deferred_ask_stands_from_its_day_until_something_comes_of_it() {
    heard();
    var ask =
        world
            .client()
            .body(
                """
                {"direction": "outbound", "words": "Would you?", "contactIds": ["%s"]}
                """
                    .formatted(ada.contactId()))
            .post("/v1/asks")
            .then()
            .statusCode(201)
            .extract()
            .<String>path("id");
    outcome(ask, "\"status\": \"deferred\", \"until\": \"2026-06-10\"");
    world.published(AskDeferred.class, _ -> true);
    assertThat(kinds()).isEmpty();
    time.freeze(Instant.parse("2026-06-10T00:00:00Z"));
    world.published(AskRevisitDue.class, _ -> true);
    assertThat(list("").getString("[0].about")).isEqualTo("ask/" + ask);
    assertThat(kinds()).containsExactly("askRevisit");
    outcome(ask, "\"status\": \"granted\"");
    assertThat(kinds()).isEmpty();
  }

  @Test
  void somebody_met_at_an_event_waits_for_a_verdict_within_three_days() {
    var event = event(1, ada, bob);
    heard();
    var lines = list("");
    assertThat(lines.getList("kind")).containsExactly("verdict", "verdict");
    assertThat(lines.getString("[0].doBy")).isEqualTo(daysAgo(-2).toString());
    assertThat(lines.getString("[0].about")).isEqualTo("meeting/" + event);
    assertThat(lines.getString("[0].doneBy.method")).isEqualTo("PUT");
    world.hears(new VerdictGiven(event, ada.contactId(), Verdict.MEET, NOW));
    heard();
    assertThat(list("").getList("contacts.flatten().name")).containsExactly("Bob");
    world.hears(new MeetingVoided(event));
    heard();
    assertThat(kinds()).isEmpty();
  }

  @Test
  void a_meeting_whose_time_has_passed_is_to_be_confirmed_until_it_is_decided() {
    var held = scheduled(2, ada);
    var cancelled = scheduled(1, ada, bob);
    scheduled(-1, bob);
    var moved = scheduled(1, bob);
    var unheardOf = Ids.next();
    world.hears(
        new MeetingUnconfirmed(unheardOf, MeetingKind.ONE_ON_ONE, daysAgo(3), List.of(bob)));
    world.hears(
        new MeetingChanged(moved, MeetingKind.ONE_ON_ONE, daysAgo(-4), daysAgo(-5), List.of(bob)));
    heard();
    assertThat(list("").getList("about"))
        .containsExactly("meeting/" + unheardOf, "meeting/" + held, "meeting/" + cancelled);
    assertThat(list("").getString("[2].words"))
        .isEqualTo("Say whether your meeting with Ada and Bob took place: its time has passed.");
    world.hears(new MeetingCancelled(cancelled));
    world.hears(new MeetingCancelled(unheardOf));
    world.hears(World.held(held, daysAgo(2), ada));
    heard();
    assertThat(kinds()).isEmpty();
  }

  @Test
  void another_place_or_topic_does_not_ask_of_a_decided_meeting_whether_it_took_place() {
    var held = scheduled(2, ada);
    var asked = scheduled(1, ada, bob);
    world.hears(World.held(held, daysAgo(2), ada));
    described(held, List.of(ada));
    // who was removed is not named any more, and is not forgotten by it
    described(asked, List.of(bob));
    heard();
    assertThat(list("").getList("findAll { it.kind == 'meetingToConfirm' }.about"))
        .containsExactly("meeting/" + asked);
    assertThat(list("").getList("find { it.kind == 'meetingToConfirm' }.contacts.name"))
        .containsExactly("Ada", "Bob");
  }

  @Test
  void a_turn_stands_from_its_day_with_its_reason_until_the_two_are_in_touch() {
    plan(turn(ada, TODAY), turn(bob, TODAY.plusDays(1)));
    heard();
    assertThat(list("").getList("words"))
        .containsExactly("Be in touch with Ada again: it is the day for it.");
    due(ada, TODAY, 90);
    plan(turn(ada, TODAY));
    heard();
    assertThat(list("").getList("words"))
        .containsExactly("Be in touch with Ada: You last spoke of bicycles. How was the ride?");
    // what was long before the silence began does not end it
    touch(ada, TouchDirection.OUTBOUND, 100);
    heard();
    assertThat(kinds()).containsExactly("touchDue");
    time.advance(Duration.ofDays(2));
    assertThat(kinds()).containsExactly("touchDue");
    touch(ada, TouchDirection.INBOUND, -1);
    heard();
    assertThat(kinds()).isEmpty();
  }

  @Test
  void a_turn_that_is_not_taken_leaves_after_fourteen_days_and_one_not_wanted_at_once() {
    due(ada, TODAY, 90);
    due(bob, TODAY, 90);
    heard();
    assertThat(kinds()).containsExactly("touchDue", "touchDue");
    world.hears(new CircleChanged(bob.contactId(), Circle.ACQUAINTANCE, Circle.RELEASED));
    heard();
    time.advance(Duration.ofDays(13));
    assertThat(list("").getList("contacts.flatten().name")).containsExactly("Ada");
    time.advance(Duration.ofDays(1));
    assertThat(kinds()).isEmpty();
  }

  @Test
  void somebody_liked_and_not_proven_is_proposed_a_one_on_one_on_one_and_not_while_one_is_open() {
    var hedy = liked();
    heard();
    // a favour is evidence, upon which the standing is told
    var thanks = favour(hedy, ", \"thanksSaidAt\": \"2026-05-21T09:00:00Z\"");
    assertThat(thanks).isNotNull();
    world.published(StandingChanged.class, told -> told.gap() != null);
    assertThat(list("").getList("words"))
        .containsExactly(
            "Propose a 1:1:1 to Hedy: you get on well, and there is no promise to go by.");
    assertThat(listWith("commitments:read").getList("kind")).isEmpty();
    var meeting = scheduled(-3, hedy);
    heard();
    assertThat(kinds()).isEmpty();
    world.hears(new MeetingCancelled(meeting));
    heard();
    assertThat(kinds()).containsExactly("oneOneOneToPropose");
    world.hears(
        new ContactChanged(
            hedy.contactId(),
            "Hedy",
            false,
            new ContactFacts(OriginKind.EVENT, true, List.of(), List.of(), List.of(), List.of()),
            List.of("doNotContact")));
    heard();
    assertThat(kinds()).isEmpty();
    world.hears(
        new ContactChanged(hedy.contactId(), "Hedy", false, FIVE_INTERESTS, List.of("likes")));
    heard();
    world.meets(hedy);
    assertThat(list("?kind=oneOneOneToPropose").getList("id")).isEmpty();
  }

  @Test
  void of_somebody_connected_and_not_respected_it_says_what_was_missed_and_a_small_one_at_most() {
    var hedy = liked();
    promised(world.meetsAt(daysAgo(7).plusSeconds(60), hedy), hedy.contactId());
    time.advance(Duration.ofSeconds(61));
    assertThat(world.client().get("/v1/agreements").statusCode()).isEqualTo(200);
    world.published(
        StandingChanged.class, told -> told.gap() == GapVerdict.CONNECTED_NOT_RESPECTED);
    assertThat(list("").getList("words"))
        .containsExactly("Propose a small 1:1:1 to Hedy, if any: they missed this: Send the link");
  }

  @Test
  void the_days_event_says_with_whom_to_make_one_and_never_the_verdict_behind_it() {
    needs(new OwnerNeed("a designer", daysAgo(30)));
    var dora = offering("Dora", OriginKind.WORK, "Design of logos");
    world.hears(World.held(Ids.next(), daysAgo(20), dora));
    var hedy = liked();
    promised(world.meetsAt(daysAgo(7).plusSeconds(60), hedy), hedy.contactId());
    time.advance(Duration.ofSeconds(61));
    assertThat(world.client().get("/v1/agreements").statusCode()).isEqualTo(200);
    world.published(
        StandingChanged.class, told -> told.gap() == GapVerdict.CONNECTED_NOT_RESPECTED);

    time.advance(Duration.ofDays(1));

    var told =
        world.published(
            NextActionsCompiled.class,
            list ->
                list.actions().stream()
                    .anyMatch(a -> a.kind() == NextActionKind.ONE_ONE_ONE_TO_PROPOSE));
    assertThat(told.actions())
        .extracting(NextAction::words)
        .contains("Propose a 1:1:1 to Hedy.", "Ask Dora for what you still need: a designer");
    assertThat(list("?kind=oneOneOneToPropose").getString("[0].words")).contains("missed");
  }

  @Test
  void a_need_of_thirty_days_names_those_who_meet_it_and_could_be_asked() {
    needs(new OwnerNeed("a designer", daysAgo(30)), new OwnerNeed("a cook", daysAgo(29)));
    var dora = offering("Dora", OriginKind.WORK, "Design of logos");
    var silent = offering("Sid", OriginKind.WORK, "design");
    var stranger = offering("Stan", OriginKind.EVENT, "design");
    var other = offering("Otto", OriginKind.WORK, "bicycles");
    for (var one : List.of(dora, stranger, other)) {
      world.hears(World.held(Ids.next(), daysAgo(20), one));
    }
    heard();
    var lines = list("?kind=askWorthMaking");
    assertThat(lines.getList("words"))
        .containsExactly(
            "Ask for what you still need, a designer: Dora could help, and nothing speaks against"
                + " it.");
    assertThat(lines.getString("[0].since")).isEqualTo(daysAgo(30).toString());
    assertThat(lines.getString("[0].about")).isEqualTo("profile");
    assertThat(list("?kind=askWorthMaking&contactId=" + dora.contactId()).getList("id")).hasSize(1);
    assertThat(list("?kind=askWorthMaking&contactId=" + silent.contactId()).getList("id"))
        .isEmpty();
    assertThat(listWith("commitments:read").getList("kind")).doesNotContain("askWorthMaking");
    // met a second time
    world.hears(World.held(Ids.next(), daysAgo(10), stranger));
    heard();
    assertThat(list("?kind=askWorthMaking").getList("[0].contacts.name"))
        .containsExactlyInAnyOrder("Dora", "Stan");
    world
        .client()
        .body(
            """
            {"direction": "outbound", "words": "Would you?", "contactIds": ["%s", "%s"]}
            """
                .formatted(dora.contactId(), stranger.contactId()))
        .post("/v1/asks")
        .then()
        .statusCode(201);
    assertThat(list("?kind=askWorthMaking").getList("id")).isEmpty();
  }

  @Test
  void whoever_could_be_asked_is_found_behind_any_number_of_nearer_ones_who_could_not() {
    needs(new OwnerNeed("a designer", daysAgo(40)));
    for (var i = 0; i < 12; i++) {
      offering("Silent " + i, OriginKind.WORK, "design");
    }
    var dora = offering("Dora", OriginKind.WORK, "design");
    world.hears(World.held(Ids.next(), daysAgo(20), dora));
    heard();
    assertThat(list("?kind=askWorthMaking").getList("[0].contacts.name")).containsExactly("Dora");
  }

  @Test
  void ten_needs_that_nobody_can_be_asked_for_hide_no_younger_one() {
    var hopeless =
        List.of(
            "tents", "boats", "kites", "drums", "lamps", "roofs", "wells", "plows", "gowns",
            "vases");
    needs(
        Stream.concat(
                IntStream.range(0, 10)
                    .mapToObj(i -> new OwnerNeed(hopeless.get(i), daysAgo(60 - i))),
                Stream.of(new OwnerNeed("a designer", daysAgo(40))))
            .toArray(OwnerNeed[]::new));
    for (var one : hopeless) {
      offering("Maker of " + one, OriginKind.WORK, one);
    }
    var dora = offering("Dora", OriginKind.WORK, "design");
    world.hears(World.held(Ids.next(), daysAgo(20), dora));
    heard();
    assertThat(list("?kind=askWorthMaking").getList("[0].contacts.name")).containsExactly("Dora");
  }

  @Test
  void whoever_is_owed_a_word_is_not_to_be_asked() {
    needs(new OwnerNeed("a designer", daysAgo(40)));
    var dora = offering("Dora", OriginKind.WORK, "design");
    world.hears(World.held(Ids.next(), daysAgo(20), dora));
    heard();
    assertThat(list("?kind=askWorthMaking").getList("id")).hasSize(1);
    loop(dora, 1);
    heard();
    assertThat(list("?kind=askWorthMaking").getList("id")).isEmpty();
  }

  /** Somebody with five shared interests who wrote ten times. */
  private Participant liked() {
    var hedy = new Participant(Ids.next(), "Hedy");
    world.hears(new ContactAdded(hedy.contactId(), "Hedy", false, FIVE_INTERESTS));
    for (var i = 1; i <= 10; i++) {
      touch(hedy, TouchDirection.INBOUND, 20 * i);
    }
    return hedy;
  }

  private void needs(OwnerNeed... needs) {
    world.hears(
        new ProfileChanged(
            "UTC", null, null, List.of(), List.of(needs), List.of(), null, List.of("needs")));
  }

  private UUID scheduled(int daysAgo, Participant... with) {
    var id = Ids.next();
    world.hears(
        new MeetingScheduled(
            id,
            MeetingKind.GROUP,
            daysAgo(daysAgo).minus(Duration.ofHours(1)),
            daysAgo(daysAgo),
            List.of(with)));
    return id;
  }

  private void described(UUID meeting, List<Participant> with) {
    world.hears(
        new MeetingChanged(
            meeting,
            MeetingKind.GROUP,
            daysAgo(2),
            daysAgo(1),
            with,
            "Bern",
            null,
            List.of("place", "topics")));
  }

  private void plan(PlannedTouch... touches) {
    world.hears(new KeepInTouchPlanned(TODAY, TODAY.plusDays(13), List.of(touches)));
  }

  private static PlannedTouch turn(Participant of, LocalDate on) {
    return new PlannedTouch(of.contactId(), of.name(), Circle.ACQUAINTANCE, on);
  }

  private void due(Participant of, LocalDate on, int daysSilent) {
    world.hears(
        new KeepInTouchDue(
            of.contactId(),
            of.name(),
            Circle.ACQUAINTANCE,
            on,
            daysSilent,
            KeepInTouchReason.LAST_TOPIC,
            "You last spoke of bicycles.",
            "How was the ride?"));
  }

  private void outcome(String ask, String said) {
    world
        .client()
        .body("{\"contactId\": \"%s\", %s}".formatted(ada.contactId(), said))
        .post("/v1/asks/" + ask + "/outcomes")
        .then()
        .statusCode(200);
  }
}
