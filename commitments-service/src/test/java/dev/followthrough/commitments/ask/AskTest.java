package dev.followthrough.commitments.ask;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.followthrough.commitments.ServiceTest;
import dev.followthrough.commitments.World;
import dev.followthrough.events.AskChanged;
import dev.followthrough.events.AskDeferred;
import dev.followthrough.events.AskDirection;
import dev.followthrough.events.AskLost;
import dev.followthrough.events.AskMade;
import dev.followthrough.events.AskRemoved;
import dev.followthrough.events.AskRevisitDue;
import dev.followthrough.events.AsksAfter;
import dev.followthrough.events.Circle;
import dev.followthrough.events.CircleChanged;
import dev.followthrough.events.ContactAdded;
import dev.followthrough.events.ContactErased;
import dev.followthrough.events.ContactFacts;
import dev.followthrough.events.ContactRemoved;
import dev.followthrough.events.ContactRestored;
import dev.followthrough.events.ErasureCompleted;
import dev.followthrough.events.GoalRemoved;
import dev.followthrough.events.GoalSet;
import dev.followthrough.events.GoalStatus;
import dev.followthrough.events.LossReason;
import dev.followthrough.events.OriginKind;
import dev.followthrough.events.Participant;
import dev.followthrough.events.ProfileChanged;
import dev.followthrough.events.TouchDirection;
import dev.followthrough.events.TouchKind;
import dev.followthrough.events.TouchRecorded;
import dev.followthrough.platform.id.Ids;
import dev.followthrough.platform.owner.Owners;
import dev.followthrough.platform.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** C5: asks, both ways, each contact tracked by itself. */
@QuarkusTest
class AskTest extends ServiceTest {

  private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");

  @Inject Owners owners;
  @Inject Asks asks;

  private UUID ada;
  private UUID bob;

  @BeforeEach
  void meetSome() {
    time.freeze(NOW);
    ada = world.contact("Ada").contactId();
    bob = world.contact("Bob").contactId();
  }

  @Test
  void an_ask_is_made_once_to_several_and_told_with_the_touches_that_it_is() {
    var goal = Ids.next();
    world.hears(new GoalSet(goal, GoalStatus.OPEN, null));
    var made =
        make("outbound", "\"goalId\": \"" + goal + "\", \"offer\": \"reviews\"", ada, bob)
            .statusCode(201)
            .body("contacts.contactId", contains(ada.toString(), bob.toString()))
            .body("contacts.status", contains("asked", "asked"))
            .body("askedAt", equalTo(NOW.toString()))
            .body("kind", equalTo("email"))
            .extract()
            .jsonPath();
    var told = world.published(AskMade.class, _ -> true);
    assertThat(told.askId()).hasToString(made.getString("id"));
    assertThat(told.direction()).isEqualTo(AskDirection.OUTBOUND);
    assertThat(told.forGoal()).isEqualTo(goal);
    assertThat(told.offer()).isEqualTo("reviews");
    assertThat(told.contacts().stream().map(one -> one.touchId().toString()))
        .isEqualTo(made.getList("contacts.touchId"));
  }

  @Test
  void each_contact_is_tracked_by_itself_and_each_outcome_makes_a_new_version() {
    var id = made("outbound", ada, bob);
    var etag = world.client().get("/v1/asks/" + id).header("ETag");
    outcome(id, ada, "\"status\": \"granted\", \"words\": \"Gladly\"")
        .statusCode(200)
        .body("contacts.status", contains("granted", "asked"))
        .body("contacts[0].steps.words", contains("Gladly"));
    assertThat(world.client().get("/v1/asks/" + id).header("ETag")).isNotEqualTo(etag);
    outcome(id, bob, "\"status\": \"letGo\"").statusCode(200);
    assertThat(world.publishedUntil("ask.let_go"))
        .containsSubsequence("ask.made", "ask.granted", "ask.let_go");
  }

  @Test
  void an_ask_recorded_in_error_is_taken_back_with_all_that_came_of_it() {
    var id = made("outbound", ada, bob);
    outcome(id, ada, "\"status\": \"deferred\", \"until\": \"2027-01-01\"").statusCode(200);
    world.client().header("If-Match", "\"99\"").delete("/v1/asks/" + id).then().statusCode(412);

    world.client().delete("/v1/asks/" + id).then().statusCode(204);

    world.client().get("/v1/asks/" + id).then().statusCode(404);
    world.client().delete("/v1/asks/" + id).then().statusCode(404);
    assertThat(waiting("").getList("askId")).isEmpty();
    var made = world.published(AskMade.class, _ -> true);
    var removed = world.published(AskRemoved.class, _ -> true);
    assertThat(removed.askId()).isEqualTo(id);
    assertThat(removed.contacts()).containsExactlyInAnyOrderElementsOf(made.contacts());
  }

  @Test
  void what_an_ask_says_can_be_corrected_and_nothing_of_what_happened() {
    var goal = Ids.next();
    world.hears(new GoalSet(goal, GoalStatus.OPEN, null));
    var id = made("outbound", "\"offer\": \"reviews\"", ada, bob);
    outcome(id, ada, "\"status\": \"granted\"").statusCode(200);
    var etag = world.client().get("/v1/asks/" + id).header("ETag");

    change(
            id,
            "{\"words\": \"Would you both?\", \"goalId\": \"%s\", \"offer\": null}".formatted(goal))
        .statusCode(200)
        .body("words", equalTo("Would you both?"))
        .body("goalId", equalTo(goal.toString()))
        .body("offer", nullValue())
        .body("askedAt", equalTo(NOW.toString()))
        .body("contacts.status", contains("granted", "asked"));

    var told = world.published(AskChanged.class, _ -> true);
    assertThat(told.askId()).isEqualTo(id);
    assertThat(told.forGoal()).isEqualTo(goal);
    assertThat(told.offer()).isNull();
    assertThat(told.changed()).containsExactly("words", "goalId", "offer");
    assertThat(listed("?goalId=" + goal)).containsExactly(id.toString());
    world
        .client()
        .header("If-Match", etag)
        .contentType("application/merge-patch+json")
        .body("{\"words\": \"Too late\"}")
        .patch("/v1/asks/" + id)
        .then()
        .statusCode(412);
  }

  @ParameterizedTest
  @ValueSource(strings = {"direction", "kind", "askedAt", "contactIds", "status"})
  void what_happened_of_an_ask_is_no_field_that_can_be_changed(String field) {
    change(made("outbound", ada), "{\"%s\": null}".formatted(field))
        .statusCode(400)
        .body("errors.pointer", contains("/" + field));
  }

  @Test
  void a_change_that_changes_nothing_makes_no_version_and_no_event() {
    var id = made("outbound", ada);
    var etag = world.client().get("/v1/asks/" + id).header("ETag");
    change(id, "{\"words\": \"Would you?\"}").statusCode(200).header("ETag", equalTo(etag));
    outcome(id, ada, "\"status\": \"letGo\"").statusCode(200);
    assertThat(world.publishedUntil("ask.let_go")).doesNotContain("ask.changed");
  }

  @Test
  void an_ask_cannot_come_to_serve_a_goal_that_there_is_not_but_keeps_one_that_is_gone() {
    var goal = Ids.next();
    world.hears(new GoalSet(goal, GoalStatus.OPEN, null));
    var id = made("outbound", "\"goalId\": \"" + goal + "\"", ada);
    world.hears(new GoalRemoved(goal));
    heard();
    change(id, "{\"words\": \"Would you still?\"}")
        .statusCode(200)
        .body("goalId", equalTo(goal.toString()));
    change(id, "{\"goalId\": \"%s\"}".formatted(Ids.next()))
        .statusCode(422)
        .body("type", endsWith("ask-goal-unknown"));
    change(id, "{\"words\": null}").statusCode(400).body("errors.pointer", contains("/words"));
    change(Ids.next(), "{\"goalId\": null}").statusCode(404);
  }

  @Test
  void what_waits_is_listed_both_ways_the_longest_waiting_first() {
    var old = made("outbound", "\"askedAt\": \"2026-03-01T12:00:00Z\"", ada, bob);
    var theirs = made("inbound", "\"askedAt\": \"2026-03-05T12:00:00Z\"", bob);
    outcome(old, ada, "\"status\": \"answered\"").statusCode(200);
    outcome(old, bob, "\"status\": \"declined\"").statusCode(200);
    assertThat(waiting("").getList("askId")).containsExactly(theirs.toString(), old.toString());
    assertThat(waiting("").getList("status")).containsExactly("asked", "answered");
    assertThat(waiting("?direction=inbound").getList("askId")).containsExactly(theirs.toString());
    assertThat(waiting("?contactId=" + ada).getList("askId")).containsExactly(old.toString());
    var page = world.client().get("/v1/asks/waiting?limit=1").jsonPath();
    assertThat(page.getList("items.askId")).containsExactly(theirs.toString());
    assertThat(waiting("?limit=1&cursor=" + page.getString("nextCursor")).getList("askId"))
        .containsExactly(old.toString());
  }

  @ParameterizedTest
  @CsvSource({"UTC", "Pacific/Kiritimati", "Etc/GMT+12", "Asia/Kathmandu", "America/Sao_Paulo"})
  void not_the_right_time_comes_back_once_at_the_start_of_its_day_where_the_owner_lives(
      String zone) {
    world.hears(new ProfileChanged(zone));
    var id = made("outbound", ada);
    outcome(id, ada, "\"status\": \"deferred\", \"until\": \"2026-06-01\"").statusCode(200);
    assertThat(world.published(AskDeferred.class, _ -> true).until())
        .isEqualTo(LocalDate.parse("2026-06-01"));
    var due = LocalDate.parse("2026-06-01").atStartOfDay(ZoneId.of(zone)).toInstant();
    time.freeze(due.minusMillis(1));
    assertThat(waiting("?cameBack=true").getList("askId")).isEmpty();
    time.freeze(due);
    var told = world.published(AskRevisitDue.class, _ -> true);
    assertThat(told.askId()).isEqualTo(id);
    assertThat(told.contactId()).isEqualTo(ada);
    assertThat(waiting("?cameBack=true").getList("status")).containsExactly("deferred");
    time.advance(Duration.ofDays(2));
    outcome(id, ada, "\"status\": \"answered\"").statusCode(200);
    assertThat(world.publishedUntil("ask.answered").stream().filter("ask.revisit_due"::equals))
        .hasSize(1);
  }

  @Test
  void the_day_moves_with_the_owner_and_a_later_deferral_takes_the_place_of_the_first() {
    world.hears(new ProfileChanged("Europe/Berlin"));
    var id = made("outbound", ada);
    outcome(id, ada, "\"status\": \"deferred\", \"until\": \"2026-04-01\"").statusCode(200);
    outcome(id, ada, "\"status\": \"deferred\", \"until\": \"2026-06-01\"").statusCode(200);
    world.hears(new ProfileChanged("America/New_York"));
    heard();
    var inBerlin = Instant.parse("2026-05-31T22:00:00Z");
    time.freeze(inBerlin);
    // something else that is due then tells that this was not
    var other = made("outbound", bob);
    outcome(other, bob, "\"status\": \"deferred\", \"until\": \"2026-06-01\"").statusCode(200);
    time.freeze(Instant.parse("2026-06-01T04:00:00Z"));
    world.published(AskRevisitDue.class, e -> e.askId().equals(other));
    world.published(AskRevisitDue.class, e -> e.askId().equals(id));
    var told = world.publishedUntil("ask.revisit_due");
    assertThat(told.stream().filter("ask.revisit_due"::equals)).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void a_day_that_has_come_already_is_refused() {
    world.hears(new ProfileChanged("Pacific/Kiritimati"));
    heard();
    var id = made("outbound", ada);
    // there it is the eleventh already
    outcome(id, ada, "\"status\": \"deferred\", \"until\": \"2026-03-11\"")
        .statusCode(400)
        .body("errors.rule", contains("after-that-day"));
    outcome(id, ada, "\"status\": \"deferred\"")
        .statusCode(400)
        .body("errors.pointer", contains("/until"));
    outcome(id, ada, "\"status\": \"granted\", \"until\": \"2026-06-01\"")
        .statusCode(400)
        .body("errors.rule", contains("only-deferred"));
  }

  @Test
  void a_removed_contacts_ask_comes_back_when_the_contact_does() {
    var id = made("outbound", ada, bob);
    outcome(id, ada, "\"status\": \"deferred\", \"until\": \"2026-03-12\"").statusCode(200);
    world.hears(new ContactRemoved(ada));
    heard();
    assertThat(read(id).getList("contacts.contactId")).containsExactly(bob.toString());
    assertThat(waiting("").getList("contactId")).containsExactly(bob.toString());
    time.advance(Duration.ofDays(9));
    var alone = made("outbound", bob);
    outcome(alone, bob, "\"status\": \"deferred\", \"until\": \"2026-03-20\"").statusCode(200);
    time.advance(Duration.ofDays(2));
    world.published(AskRevisitDue.class, e -> e.askId().equals(alone));
    assertThat(world.publishedUntil("ask.revisit_due").stream().filter("ask.revisit_due"::equals))
        .hasSize(1);
    world.hears(new ContactRestored(ada, "Ada", false));
    world.published(AskRevisitDue.class, e -> e.askId().equals(id));
  }

  @Test
  void a_lost_ask_shows_what_went_before_it() {
    world.hears(profileSince(NOW.minus(Duration.ofDays(60))));
    touch(ada, Duration.ofDays(41), false);
    touch(bob, Duration.ofDays(30), true);
    world.hears(
        World.held(Ids.next(), NOW.minus(Duration.ofDays(20)), new Participant(bob, "Bob")));
    var cleo = world.contact("Cleo").contactId();
    var id = made("outbound", ada, bob, cleo);
    for (var who : List.of(ada, bob, cleo)) {
      outcome(id, who, "\"status\": \"lost\", \"reason\": \"uncomfortableWithFriends\"")
          .statusCode(200);
    }
    var lost = read(id);
    assertThat(lost.getInt("contacts[0].before.daysSinceLastTouch")).isEqualTo(41);
    assertThat(lost.getBoolean("contacts[0].before.toldWhatIDoNow")).isFalse();
    assertThat(lost.getInt("contacts[1].before.daysSinceLastTouch")).isEqualTo(20);
    assertThat(lost.getBoolean("contacts[1].before.toldWhatIDoNow")).isTrue();
    assertThat(lost.<Object>get("contacts[2].before.daysSinceLastTouch")).isNull();
    assertThat(world.published(AskLost.class, _ -> true).reason())
        .isEqualTo(LossReason.UNCOMFORTABLE_WITH_FRIENDS);
  }

  @Test
  void what_they_were_worth_relying_on_is_left_out_without_the_scope_for_standing() {
    var id = made("outbound", ada);
    var lost =
        "{\"contactId\": \"%s\", \"status\": \"lost\", \"reason\": \"price\"}".formatted(ada);
    var blind = Tokens.of(world.name(), "commitments:read commitments:write");

    as(blind)
        .body(lost)
        .post("/v1/asks/" + id + "/outcomes")
        .then()
        .statusCode(200)
        .body("contacts[0].before.reliability", nullValue());

    as(blind).get("/v1/asks/" + id).then().body("contacts[0].before.reliability", nullValue());
    as(blind).get("/v1/asks").then().body("items[0].contacts[0].before.reliability", nullValue());
    var seeing = world.client().get("/v1/asks/" + id);
    seeing.then().body("contacts[0].before.reliability", equalTo("untested"));
    as(blind)
        .header("If-None-Match", seeing.header("ETag"))
        .get("/v1/asks/" + id)
        .then()
        .statusCode(200);
    as(blind)
        .header("If-Match", seeing.header("ETag"))
        .delete("/v1/asks/" + id)
        .then()
        .statusCode(204);
  }

  private static RequestSpecification as(String token) {
    return given().auth().oauth2(token).contentType("application/json");
  }

  @Test
  void whether_they_were_told_is_not_said_when_there_was_nothing_to_tell() {
    var id = made("outbound", ada);
    outcome(id, ada, "\"status\": \"lost\", \"reason\": \"forgot\"")
        .statusCode(200)
        .body("contacts[0].before.toldWhatIDoNow", nullValue());
    outcome(id, ada, "\"status\": \"granted\"")
        .statusCode(200)
        .body("contacts[0].before", nullValue())
        .body("contacts[0].reason", nullValue());
  }

  @Test
  void one_call_totals_the_reasons_by_circle_origin_and_offer() {
    world.hears(new CircleChanged(ada, Circle.ACQUAINTANCE, Circle.INNER));
    var eve = Ids.next();
    var facts =
        new ContactFacts(OriginKind.WORK, false, List.of(), List.of(), List.of(), List.of());
    world.hears(new ContactAdded(eve, "Eve", false, facts));
    heard();
    lose(made("outbound", "\"offer\": \"reviews\"", ada), ada, "price");
    lose(made("outbound", "\"offer\": \"reviews\"", bob), bob, "forgot");
    lose(made("outbound", eve), eve, "forgot");
    lose(made("inbound", eve), eve, "timing");
    outcome(made("outbound", eve), eve, "\"status\": \"declined\"").statusCode(200);
    // the circle counts in which they were asked
    world.hears(new CircleChanged(ada, Circle.INNER, Circle.DORMANT));

    losses("")
        .body("count", equalTo(3))
        .body("byReason.reason", contains("forgot", "price"))
        .body("byReason.count", contains(2, 1))
        .body("byCircle.circle", contains("acquaintance", "inner"))
        .body("byCircle.count", contains(2, 1))
        .body("byOrigin[0].origin", nullValue())
        .body("byOrigin[0].count", equalTo(2))
        .body("byOrigin[1].origin", equalTo("work"))
        .body("byOrigin[1].reasons.reason", contains("forgot"))
        .body("byOffer[0].offer", equalTo("reviews"))
        .body("byOffer[0].reasons.reason", contains("forgot", "price"))
        .body("byOffer[1].offer", nullValue());
    losses("?since=" + NOW.plusMillis(1)).body("count", equalTo(0)).body("byOffer", hasSize(0));
    losses("?until=" + NOW).body("count", equalTo(0));
    losses("?since=" + NOW).body("count", equalTo(3));
  }

  @Test
  void what_cannot_come_of_it_now_is_refused() {
    var id = made("outbound", ada);
    outcome(id, bob, "\"status\": \"granted\"")
        .statusCode(422)
        .body("type", equalTo("/problems/not-asked"));
    outcome(id, ada, "\"status\": \"asked\"").statusCode(400);
    outcome(id, ada, "\"status\": \"lost\"").statusCode(400);
    outcome(id, ada, "\"status\": \"granted\", \"happenedAt\": \"" + NOW.plusMillis(1) + "\"")
        .statusCode(422)
        .body("type", equalTo("/problems/happened-in-the-future"));
    outcome(id, ada, "\"status\": \"granted\", \"happenedAt\": \"" + NOW.minusMillis(1) + "\"")
        .statusCode(422)
        .body("type", equalTo("/problems/ask-outcome-too-early"));
    outcome(id, ada, "\"status\": \"granted\"").statusCode(200);
    outcome(id, ada, "\"status\": \"deferred\", \"until\": \"2026-06-01\"")
        .statusCode(409)
        .body("type", equalTo("/problems/ask-outcome-not-next"));
    outcome(Ids.next(), ada, "\"status\": \"granted\"").statusCode(404);
  }

  @Test
  void an_ask_of_nobody_in_the_network_for_no_goal_or_of_tomorrow_is_refused() {
    make("outbound", "", ada, Ids.next())
        .statusCode(422)
        .body("type", equalTo("/problems/unknown-contact"))
        .body("errors.pointer", contains("/contactIds/1"));
    make("outbound", "\"askedAt\": \"" + NOW.plusMillis(1) + "\"", ada)
        .statusCode(422)
        .body("errors.pointer", contains("/askedAt"));
    var goal = Ids.next();
    world.hears(new GoalSet(goal, GoalStatus.OPEN, null));
    world.hears(new GoalRemoved(goal));
    heard();
    make("outbound", "\"goalId\": \"" + goal + "\"", ada)
        .statusCode(422)
        .body("type", equalTo("/problems/ask-goal-unknown"));
    make("outbound", "").statusCode(400);
    make("outbound", "", ada, ada).statusCode(400);
  }

  @Test
  void what_a_contact_asked_of_the_owner_is_known_to_others() {
    var first = made("inbound", "\"askedAt\": \"2026-03-05T12:00:00Z\"", ada);
    var second = made("inbound", ada);
    made("inbound", bob);
    made("outbound", ada, bob);
    var since = NOW.minus(Duration.ofDays(365));
    assertThat(owners.act(world.owner(), () -> asks.inbound(ada, since, NOW)))
        .containsExactly(
            new KnownAsk(first, ada, Instant.parse("2026-03-05T12:00:00Z")),
            new KnownAsk(second, ada, NOW));
    assertThat(owners.act(world.owner(), () -> asks.outbound(since, NOW))).isEqualTo(1);
    assertThat(owners.act(world.owner(), () -> asks.outbound(NOW, NOW))).isZero();
  }

  @Test
  void asks_are_listed_the_newest_first_by_contact_direction_and_goal() {
    var first = made("outbound", ada).toString();
    var second = made("inbound", bob).toString();
    assertThat(listed("")).containsExactly(second, first);
    assertThat(listed("?contactId=" + ada)).containsExactly(first);
    assertThat(listed("?direction=inbound")).containsExactly(second);
    assertThat(listed("?goalId=" + Ids.next())).isEmpty();
  }

  @Test
  void an_erased_contact_leaves_nothing_of_an_ask_but_the_others() {
    var alone = made("outbound", ada);
    var both = made("outbound", ada, bob);
    var erasure = Ids.next();
    world.hears(new ContactErased(ada, erasure));
    world.published(ErasureCompleted.class, e -> e.erasureId().equals(erasure));
    world.client().get("/v1/asks/" + alone).then().statusCode(404);
    var gone = world.published(AskRemoved.class, _ -> true);
    assertThat(gone.askId()).isEqualTo(alone);
    assertThat(gone.contacts()).isEmpty();
    assertThat(read(both).getList("contacts.contactId")).containsExactly(bob.toString());
    assertThat(waiting("?contactId=" + ada).getList("askId")).isEmpty();
  }

  private void lose(UUID id, UUID who, String reason) {
    outcome(id, who, "\"status\": \"lost\", \"reason\": \"" + reason + "\"").statusCode(200);
  }

  private ValidatableResponse losses(String query) {
    return world.client().get("/v1/asks/losses" + query).then().statusCode(200);
  }

  private ValidatableResponse change(UUID id, String patch) {
    return world
        .client()
        .contentType("application/merge-patch+json")
        .body(patch)
        .patch("/v1/asks/" + id)
        .then();
  }

  private ValidatableResponse outcome(UUID id, UUID who, String said) {
    return world
        .client()
        .body("{\"contactId\": \"%s\", %s}".formatted(who, said))
        .post("/v1/asks/" + id + "/outcomes")
        .then();
  }

  private UUID made(String way, UUID... contacts) {
    return made(way, "", contacts);
  }

  private UUID made(String way, String said, UUID... contacts) {
    return UUID.fromString(make(way, said, contacts).statusCode(201).extract().<String>path("id"));
  }

  private ValidatableResponse make(String way, String said, UUID... contacts) {
    var ids = Arrays.stream(contacts).map(id -> "\"" + id + "\"").collect(Collectors.joining(", "));
    return world
        .client()
        .body(
            "{\"direction\": \"%s\", \"words\": \"Would you?\", \"kind\": \"email\",".formatted(way)
                + " \"contactIds\": [%s]%s%s}".formatted(ids, said.isEmpty() ? "" : ", ", said))
        .post("/v1/asks")
        .then();
  }

  private JsonPath read(UUID id) {
    return world.client().get("/v1/asks/" + id).then().statusCode(200).extract().jsonPath();
  }

  private List<String> listed(String query) {
    return world.client().get("/v1/asks" + query).jsonPath().getList("items.id");
  }

  private JsonPath waiting(String query) {
    return world
        .client()
        .get("/v1/asks/waiting" + query)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .setRootPath("items");
  }

  private void touch(UUID contact, Duration ago, boolean tells) {
    world.hears(
        new TouchRecorded(
            Ids.next(),
            contact,
            TouchDirection.OUTBOUND,
            TouchKind.EMAIL,
            NOW.minus(ago),
            null,
            false,
            false,
            false,
            false,
            AsksAfter.NO,
            true,
            tells));
  }

  private static ProfileChanged profileSince(Instant since) {
    return new ProfileChanged(
        "UTC", null, null, List.of(), List.of(), List.of("reviews"), since, List.of("needs"));
  }

  /** A contact heard of later tells that all before it has been heard of. */
  private void heard() {
    world.awaits(world.contact("Zoe").contactId());
  }
}
