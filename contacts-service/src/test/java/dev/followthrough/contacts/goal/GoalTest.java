package dev.followthrough.contacts.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.followthrough.contacts.presence.PersonRestored;
import dev.followthrough.contacts.testing.ContactsApi;
import dev.followthrough.events.GoalSet;
import dev.followthrough.events.GoalStatus;
import dev.followthrough.platform.outbox.EventRecord;
import dev.followthrough.platform.owner.Owners;
import dev.followthrough.platform.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A13: goals, and what they brought. */
@QuarkusTest
class GoalTest extends ContactsApi {

  @Inject Owners owners;
  @Inject Event<PersonRestored> restored;

  @Test
  void a_goal_has_words_a_day_and_a_status() {
    var path = "/v1/goals/" + goal("Three pilot customers");

    get(path)
        .body("words", equalTo("Three pilot customers"))
        .body("byWhen", equalTo("2026-12-31"))
        .body("status", equalTo("open"))
        .body("brought", empty());
    patch(path, "{\"status\": \"reached\", \"byWhen\": null}")
        .statusCode(200)
        .body("status", equalTo("reached"))
        .body("byWhen", nullValue());
    patch(path, "{\"words\": null}").statusCode(400).body("errors.pointer", contains("/words"));
  }

  @Test
  void goals_are_listed_the_newest_first_and_by_status() {
    var first = goal("First");
    var second = goal("Second");
    patch("/v1/goals/" + first, "{\"status\": \"dropped\"}").statusCode(200);

    get("/v1/goals").body("items.id", contains(second, first));
    get("/v1/goals?status=open").body("items.id", contains(second));
    var part = get("/v1/goals?limit=1").body("items.id", contains(second));
    get("/v1/goals?limit=1&cursor=" + part.extract().path("nextCursor"))
        .body("items.id", contains(first));
  }

  @Test
  void a_goal_shows_the_contacts_and_meetings_that_name_it() {
    var goal = goal("Three pilot customers");
    var ada = naming("contacts", "\"name\": \"Ada\"", goal);
    var meeting =
        naming(
            "meetings",
            """
            "kind": "oneOnOne", "status": "held", "contactIds": ["%s"],
            "startsAt": "2026-01-15T09:00:00Z", "endsAt": "2026-01-15T10:00:00Z"
            """
                .formatted(ada),
            goal);

    get("/v1/contacts/" + ada).body("goalIds", contains(goal));
    get("/v1/meetings/" + meeting).body("goalIds", contains(goal));
    get("/v1/goals/" + goal)
        .body("brought.id", contains(meeting, ada))
        .body("brought.kind", contains("meeting", "contact"));
    var part =
        get("/v1/goals/%s/brought?limit=1".formatted(goal)).body("items.id", contains(meeting));
    get("/v1/goals/%s/brought?limit=1&cursor=%s".formatted(goal, part.extract().path("nextCursor")))
        .body("items.id", contains(ada));
  }

  @Test
  void what_names_it_no_more_is_not_shown_any_more() {
    var goal = goal("Three pilot customers");
    var other = goal("Another");
    var ada = naming("contacts", "\"name\": \"Ada\"", goal);

    patch("/v1/contacts/" + ada, "{\"role\": \"Countess\"}").statusCode(200);
    get("/v1/goals/" + goal).body("brought.id", contains(ada));
    patch("/v1/contacts/" + ada, "{\"goalIds\": [\"%s\"]}".formatted(other)).statusCode(200);

    get("/v1/goals/" + goal).body("brought", empty());
    get("/v1/goals/" + other).body("brought.id", contains(ada));
  }

  @Test
  void a_change_of_what_it_brought_is_a_new_version() {
    var goal = goal("Three pilot customers");
    var etag = get("/v1/goals/" + goal).extract().header("ETag");

    naming("contacts", "\"name\": \"Ada\"", goal);

    assertThat(get("/v1/goals/" + goal).extract().header("ETag")).isNotEqualTo(etag);
    api().header("If-Match", etag).delete("/v1/goals/" + goal).then().statusCode(412);
  }

  @Test
  void a_removed_contact_is_not_shown_until_it_comes_back() {
    var goal = goal("Three pilot customers");
    var ada = naming("contacts", "\"name\": \"Ada\"", goal);

    api().delete("/v1/contacts/" + ada).then().statusCode(204);
    get("/v1/goals/" + goal).body("brought", empty());
    owners.act(ownerId(), () -> restored.fire(new PersonRestored(UUID.fromString(ada))));

    get("/v1/goals/" + goal).body("brought.id", contains(ada));
  }

  @Test
  void a_goal_that_is_named_is_dropped_rather_than_removed() {
    var goal = goal("Three pilot customers");
    var ada = naming("contacts", "\"name\": \"Ada\"", goal);

    api()
        .delete("/v1/goals/" + goal)
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/goal-named"));
    patch("/v1/contacts/" + ada, "{\"goalIds\": null}").statusCode(200);
    api().delete("/v1/goals/" + goal).then().statusCode(204);

    get("/v1/goals/" + goal).statusCode(404);
  }

  @Test
  void an_unknown_goal_or_one_named_twice_is_refused() {
    var goal = goal("Three pilot customers");

    post("/v1/contacts", "{\"name\": \"Ada\", \"goalIds\": [\"%s\"]}".formatted(UUID.randomUUID()))
        .statusCode(422)
        .body("type", equalTo("/problems/unknown-goal"))
        .body("errors.pointer", contains("/goalIds/0"));
    post("/v1/contacts", "{\"name\": \"Ada\", \"goalIds\": [\"%s\", \"%s\"]}".formatted(goal, goal))
        .statusCode(400)
        .body("errors.pointer", contains("/goalIds"));
  }

  @Test
  void another_owners_goal_is_not_found() {
    var path = "/v1/goals/" + goal("Mine");
    var stranger = as("stranger-" + UUID.randomUUID(), Tokens.ALL_SCOPES);

    stranger.get(path).then().statusCode(404);
    stranger.get(path + "/brought").then().statusCode(404);
    stranger.delete(path).then().statusCode(404);
  }

  @Test
  void goals_are_published_without_their_words() {
    var goal = goal("Three pilot customers");
    patch("/v1/goals/" + goal, "{\"status\": \"reached\"}").statusCode(200);
    patch("/v1/goals/" + goal, "{\"status\": \"reached\"}").statusCode(200);
    api().delete("/v1/goals/" + goal).then().statusCode(204);

    assertThat(published(3))
        .extracting(EventRecord::type)
        .containsExactly("goal.set", "goal.changed", "goal.removed");
    assertThat(published(3).toString()).doesNotContain("pilot");
    assertThat(probe.awaitEvent("contacts", ownerId(), GoalSet.class))
        .isEqualTo(new GoalSet(UUID.fromString(goal), GoalStatus.OPEN, LocalDate.of(2026, 12, 31)));
  }

  private String goal(String words) {
    return post("/v1/goals", "{\"words\": \"%s\", \"byWhen\": \"2026-12-31\"}".formatted(words))
        .statusCode(201)
        .extract()
        .path("id");
  }

  private String naming(String what, String fields, String goal) {
    return post("/v1/" + what, "{%s, \"goalIds\": [\"%s\"]}".formatted(fields, goal))
        .statusCode(201)
        .extract()
        .path("id");
  }
}
