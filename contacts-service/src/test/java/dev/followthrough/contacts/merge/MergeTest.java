package dev.followthrough.contacts.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import dev.followthrough.contacts.testing.StandingsApi;
import dev.followthrough.events.AgreementOpened;
import dev.followthrough.events.AskAnswered;
import dev.followthrough.events.AskDirection;
import dev.followthrough.events.AskMade;
import dev.followthrough.events.AskedContact;
import dev.followthrough.events.CommitmentKind;
import dev.followthrough.events.CommitmentsMoved;
import dev.followthrough.events.ContactErased;
import dev.followthrough.events.ContactMerged;
import dev.followthrough.events.ContactUnmerged;
import dev.followthrough.events.ErasureRequested;
import dev.followthrough.events.OpenedCommitment;
import dev.followthrough.events.Participant;
import dev.followthrough.events.Party;
import dev.followthrough.events.TouchKind;
import dev.followthrough.platform.id.Ids;
import dev.followthrough.platform.owner.Owners;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A10: a merge keeps every touch, meeting, note and commitment; exact undo within 30 days. */
@QuarkusTest
class MergeTest extends StandingsApi {

  private static final List<String> TABLES =
      List.of(
          "contact",
          "contact_search",
          "contact_address",
          "contact_key",
          "meeting",
          "attendance",
          "verdict",
          "owed",
          "touch",
          "open_loop",
          "circle_move",
          "goal_naming",
          "standing",
          "not_duplicate");

  @Inject Owners owners;
  @Inject EntityManager entities;

  private String ada;
  private String countess;

  @BeforeEach
  void knowOnePersonTwice() {
    time.freeze(Instant.parse("2026-03-10T12:00:00Z"));
    ada = contact("Ada Lovelace");
    countess = contact("Countess of Lovelace");
  }

  @Test
  void everything_of_the_other_is_the_ones_and_exactly_that_goes_back() {
    String goal = post("/v1/goals", "{\"words\": \"An engine\"}").extract().path("id");
    patch("/v1/contacts/" + ada, "{\"tags\": [\"a\"], \"role\": \"Weaver\"}").statusCode(200);
    patch(
            "/v1/contacts/" + countess,
            """
            {"tags": ["b"], "role": "Poet", "emails": ["ada@example.org"], "circle": "inner",
             "goalIds": ["%s"], "notes": [{"date": "2026-01-15", "text": "Likes gears"}],
             "caveats": [{"date": "2026-01-15", "text": "Late", "source": "own"}]}
            """
                .formatted(goal))
        .statusCode(200);
    var introduced =
        post(
                "/v1/contacts",
                "{\"name\": \"Bob\", \"origin\": {\"kind\": \"introduction\", \"introducedBy\": \"%s\"}}"
                    .formatted(countess))
            .extract()
            .<String>path("id");
    question(countess, Duration.ofDays(5));
    answer(countess, question(countess, Duration.ofDays(9)));
    touch(ada, "outbound", Duration.ofDays(40), "");
    var event = meets("event", "held", Duration.ofHours(-2), countess, contact("Eve"));
    var held = meets("oneOnOne", "held", Duration.ofHours(-30), countess);
    meets("oneOnOne", "scheduled", Duration.ofHours(30), countess);
    tell(opened(held, countess));
    tell(reliable(countess, .5, .9, null));
    var before = rows();
    var etag = api().get("/v1/contacts/" + ada).header("ETag");

    var merge = merged();
    tell(new CommitmentsMoved(id(merge), id(ada), id(countess), false));

    get("/v1/contacts/" + ada)
        .body("tags", contains("a", "b"))
        .body("role", equalTo("Weaver"))
        .body("emails", contains("ada@example.org"))
        .body("goalIds", contains(goal))
        .body("circle", equalTo("acquaintance"))
        .body("notes", hasSize(2))
        .body("notes[0].text", equalTo("Likes gears"))
        .body(
            "notes[1].text",
            equalTo(
                "Merged with a contact of whom was said: name: Countess of Lovelace; role: Poet."))
        .body("caveats.text", contains("Late"))
        .body("lastTouchAt", equalTo(time.now().toString()));
    assertThat(api().get("/v1/contacts/" + ada).header("ETag")).isNotEqualTo(etag);
    get("/v1/touches?contactId=" + ada).body("items", hasSize(4));
    get("/v1/meetings?contactId=" + ada).body("items", hasSize(3));
    get("/v1/open-loops").body("items.contactId", contains(ada));
    get("/v1/meetings/" + event + "/verdicts").body("items.contactId", hasItem(ada));
    get("/v1/contacts/" + ada + "/circle-moves").body("items.to", contains("inner"));
    get("/v1/contacts/" + introduced).body("origin.introducedBy", equalTo(ada));
    // by the note
    get("/v1/contacts?q=countess").body("items.id", contains(ada));
    get("/v1/contacts?removed=true").body("items", empty());
    get("/v1/contacts?removed=true&email=ada@example.org").body("items", empty());
    get("/v1/contacts?email=ada@example.org").body("items.id", contains(ada));
    assertThat(owedWith(ada)).hasSize(3);

    undo(merge).statusCode(200).body("state", equalTo("undone")).body("undoneAt", notNullValue());
    tell(new CommitmentsMoved(id(merge), id(countess), id(ada), true));

    var after = rows();
    before.forEach((table, all) -> assertThat(after.get(table)).as(table).isEqualTo(all));
    get("/v1/contacts?q=countess").body("items.id", contains(countess));
  }

  @Test
  void the_other_answers_whom_it_became_and_the_merge_is_told() {
    var merge = merged();

    get("/v1/merges/" + merge)
        .statusCode(200)
        .body("contactId", equalTo(ada))
        .body("mergedId", equalTo(countess))
        .body("mergedName", equalTo("Countess of Lovelace"))
        .body("state", equalTo("merged"))
        .body("undoableUntil", equalTo("2026-04-09T12:00:00Z"));
    get("/v1/merges").body("items.id", contains(merge));
    for (var path : List.of("", "/brief", "/guidance", "/circle-moves")) {
      became(get("/v1/contacts/" + countess + path));
    }
    became(patch("/v1/contacts/" + countess, "{\"role\": \"Poet\"}"));
    became(api().delete("/v1/contacts/" + countess).then());
    became(post("/v1/contacts/" + countess + "/restoration", ""));
    became(post("/v1/erasures", "{\"contactId\": \"%s\"}".formatted(countess)));
    became(merge(countess, ada));
    merge(ada, countess).statusCode(422).body("type", equalTo("/problems/unknown-contact"));
    record(countess, "outbound", Duration.ZERO, "").statusCode(422);
    var told = probe.awaitEvent("contacts", ownerId(), ContactMerged.class);
    assertThat(told).isEqualTo(new ContactMerged(id(ada), id(countess), id(merge)));
  }

  @Test
  void two_people_are_not_merged() {
    merge(ada, ada).statusCode(400).body("errors[0].pointer", equalTo("/contactId"));
    merge(ada, UUID.randomUUID().toString()).statusCode(422);
    merge(UUID.randomUUID().toString(), ada).statusCode(404);
    meets("group", "scheduled", Duration.ofHours(5), ada, countess);
    twoPeople(ada, countess);

    var bob = contact("Bob");
    tell(ask(countess, bob));
    twoPeople(bob, countess);

    var eve = contact("Eve");
    patch(
            "/v1/contacts/" + eve,
            "{\"origin\": {\"kind\": \"introduction\", \"introducedBy\": \"%s\"}}".formatted(bob))
        .statusCode(200);
    twoPeople(eve, bob);
    twoPeople(bob, eve);
    get("/v1/merges").body("items", empty());
  }

  @Test
  void what_is_too_much_for_one_is_refused_and_nothing_is_half_done() {
    touch(countess, "outbound", Duration.ZERO, "");
    for (var one : List.of(ada, countess)) {
      var tags = new StringBuilder();
      for (var n = 0; n < 30; n++) {
        tags.append(n == 0 ? "" : ", ").append("\"%s%d\"".formatted(one.substring(30), n));
      }
      patch("/v1/contacts/" + one, "{\"tags\": [" + tags + "]}").statusCode(200);
    }

    merge(ada, countess)
        .statusCode(422)
        .body("type", equalTo("/problems/merge-too-much"))
        .body("errors.rule", contains("most-tags"));

    get("/v1/touches?contactId=" + countess).body("items", hasSize(1));
    get("/v1/contacts/" + countess).statusCode(200);
  }

  @Test
  void an_undo_is_refused_once_it_is_undone_or_something_lies_upon_it() {
    var bob = contact("Bob");
    var first = merged();
    String second = merge(bob, ada).statusCode(201).extract().path("id");
    became(get("/v1/contacts/" + countess), bob);
    notUndoable(first, second);
    undo(second).statusCode(200);
    api().delete("/v1/contacts/" + ada).then().statusCode(204);
    notUndoable(first, "removed");
    post("/v1/contacts/" + ada + "/restoration", "").statusCode(200);
    undo(first).statusCode(200);
    notUndoable(first, "was undone");
    undo(UUID.randomUUID().toString()).statusCode(404);
    get("/v1/contacts/" + countess).statusCode(200);
  }

  @Test
  void after_thirty_days_a_merge_is_final_and_what_its_undo_needs_is_forgotten() {
    patch("/v1/contacts/" + countess, "{\"role\": \"Poet\"}").statusCode(200);
    touch(countess, "outbound", Duration.ZERO, "");
    var merge = merged();
    time.advance(Duration.ofDays(30));

    notUndoable(merge, "could be undone until");
    get("/v1/merges/" + merge).body("state", equalTo("final"));
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> rows("select row_id from moved_row").isEmpty());
    assertThat(rows("select details from contact where id = '%s'".formatted(countess)))
        .singleElement()
        .asString()
        .doesNotContain("Poet");
    became(get("/v1/contacts/" + countess));
    get("/v1/touches?contactId=" + ada).body("items", hasSize(1));
  }

  @Test
  void what_came_since_stays_with_the_one_but_for_answers_to_what_goes_back() {
    var asked = question(countess, Duration.ofDays(1));
    var merge = merged();
    var own = touch(ada, "outbound", Duration.ZERO, "");
    var answer = answer(ada, asked);
    patch("/v1/contacts/" + ada, "{\"role\": \"Weaver\"}").statusCode(200);

    undo(merge).statusCode(200);

    get("/v1/touches?contactId=" + ada).body("items.id", contains(own));
    get("/v1/touches?contactId=" + countess).body("items", hasSize(2));
    get("/v1/contacts/" + ada).body("role", equalTo("Weaver"));
    var told = probe.awaitEvent("contacts", ownerId(), ContactUnmerged.class);
    assertThat(told.mergedId()).isEqualTo(id(countess));
    assertThat(told.touchIds()).containsExactly(id(answer));
  }

  @Test
  void an_event_that_still_names_the_other_lands_under_the_one_and_goes_back() {
    var merge = merged();
    var ask = ask(countess);
    var touch = ask.contacts().getFirst().touchId();
    tell(ask);
    get("/v1/touches/" + touch).statusCode(200).body("contactId", equalTo(ada));
    tell(new AskAnswered(ask.askId(), id(countess), touch, AskDirection.OUTBOUND, time.now()));
    get("/v1/touches?contactId=" + ada).body("items", hasSize(2));

    undo(merge).statusCode(200);

    get("/v1/touches?contactId=" + countess).body("items", hasSize(2));
    get("/v1/touches?contactId=" + ada).body("items", empty());
    var told = probe.awaitEvent("contacts", ownerId(), ContactUnmerged.class);
    assertThat(told.touchIds()).hasSize(2).contains(touch);
  }

  @Test
  void who_wants_to_be_forgotten_is_whoever_they_became() {
    merged();
    tell(new ErasureRequested(id(countess), time.now()));
    get("/v1/contacts/" + ada).statusCode(404);
    get("/v1/contacts?removed=true").body("items.id", contains(ada));
  }

  @Test
  void who_is_erased_is_erased_with_all_whom_they_took_up() {
    patch("/v1/contacts/" + countess, "{\"role\": \"Poet\"}").statusCode(200);
    touch(countess, "outbound", Duration.ZERO, "");
    merged();
    post("/v1/erasures", "{\"contactId\": \"%s\"}".formatted(ada)).statusCode(202);

    for (var table : List.of("contact", "touch", "contact_merge", "moved_row", "contact_key")) {
      assertThat(rows("select to_jsonb(t) from %s t".formatted(table))).as(table).isEmpty();
    }
    get("/v1/contacts/" + countess).statusCode(404);
    probe.awaitEvent("contacts", ownerId(), ContactErased.class);
  }

  @Test
  void another_owners_merge_is_not_found() {
    var merge = merged();
    as("stranger-" + UUID.randomUUID(), "contacts:read contacts:write")
        .post("/v1/merges/" + merge + "/undo")
        .then()
        .statusCode(404);
    withScopes("contacts:read").post("/v1/merges/" + merge + "/undo").then().statusCode(403);
  }

  private ValidatableResponse merge(String kept, String gone) {
    return post("/v1/contacts/%s/merge".formatted(kept), "{\"contactId\": \"%s\"}".formatted(gone));
  }

  private String merged() {
    return merge(ada, countess).statusCode(201).extract().path("id");
  }

  private ValidatableResponse undo(String merge) {
    return post("/v1/merges/" + merge + "/undo", "");
  }

  private void notUndoable(String merge, String why) {
    String detail =
        undo(merge)
            .statusCode(409)
            .body("type", equalTo("/problems/merge-not-undoable"))
            .extract()
            .path("detail");
    assertThat(detail).contains(why);
  }

  private void twoPeople(String one, String other) {
    merge(one, other).statusCode(409).body("type", equalTo("/problems/merge-two-people"));
  }

  private void became(ValidatableResponse answer) {
    became(answer, ada);
  }

  private static void became(ValidatableResponse answer, String who) {
    answer
        .statusCode(410)
        .body("type", equalTo("/problems/merged-into"))
        .body("contactId", equalTo(who));
  }

  private String meets(String kind, String status, Duration endsIn, String... who) {
    return post("/v1/meetings", meeting(kind, status, endsIn, who))
        .statusCode(201)
        .extract()
        .path("id");
  }

  private AgreementOpened opened(String meeting, String with) {
    var contact = Party.contact(id(with));
    return new AgreementOpened(
        Ids.next(),
        id(meeting),
        time.now().plus(Duration.ofDays(5)),
        List.of(new Participant(id(with), "Ada")),
        List.of(
            new OpenedCommitment(Ids.next(), CommitmentKind.INDIVIDUAL, contact, Party.OWNER),
            new OpenedCommitment(Ids.next(), CommitmentKind.SHARED, null, null)));
  }

  private AskMade ask(String... contacts) {
    return new AskMade(
        Ids.next(),
        AskDirection.OUTBOUND,
        TouchKind.MESSAGE,
        time.now(),
        Arrays.stream(contacts).map(one -> new AskedContact(id(one), Ids.next())).toList(),
        null,
        null);
  }

  private List<String> owedWith(String contact) {
    return rows("select id from owed where contact_id = '%s'".formatted(contact));
  }

  /** Every row, but for how often and when it was changed, and what is planned by it. */
  private Map<String, List<String>> rows() {
    var all = new TreeMap<String, List<String>>();
    for (var table : TABLES) {
      all.put(
          table,
          rows(
              """
              select to_jsonb(t) - 'version' - 'changed_at' - 'meeting_version'
              from %s t order by 1
              """
                  .formatted(table)));
    }
    return all;
  }

  private List<String> rows(String sql) {
    return owners.act(
        ownerId(),
        () ->
            entities
                .createNativeQuery("select one::text from (%s) as found (one)".formatted(sql))
                .getResultList()
                .stream()
                .map(Object::toString)
                .toList());
  }

  private static UUID id(String text) {
    return UUID.fromString(text);
  }
}
