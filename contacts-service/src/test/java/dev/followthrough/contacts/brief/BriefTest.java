package dev.followthrough.contacts.brief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.followthrough.contacts.testing.StandingsApi;
import dev.followthrough.platform.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A4: a brief of one page before each meeting. */
@QuarkusTest
class BriefTest extends StandingsApi {

  private static final Duration HOUR_AGO = Duration.ofHours(-1);

  @Test
  void it_says_who_they_are_what_they_do_and_need_and_who_introduced_them() {
    var bob = contact("Bob");
    var ada =
        added(
            """
            {"name": "Ada", "role": "Weaver", "organisation": "Looms Ltd", "location": "Lisbon",
             "needs": ["A grant writer"], "expertise": ["weaving"], "dislikes": ["long mails"],
             "origin": {"kind": "introduction", "introducedBy": "%s", "talkedAbout": "engines"}}
            """
                .formatted(bob));

    get(brief(ada))
        .statusCode(200)
        .body("name", equalTo("Ada"))
        .body("firstMeeting", equalTo(true))
        .body("who.organisation", equalTo("Looms Ltd"))
        .body("who.needs", contains("A grant writer"))
        .body("who.dislikes", contains("long mails"))
        .body("who.introducedBy", equalTo("Bob"))
        .body("toLearn.reason", hasItems("introducer", "origin", "work", "expertise", "need"))
        .body("toLearn.words", hasItem("How do they know Bob?"));
  }

  @Test
  void before_a_first_meeting_it_says_what_to_learn_and_how_to_help_and_asks_nothing() {
    patch("/v1/profile", "{\"offers\": [\"Writing grant applications\"]}").statusCode(200);
    var goal = goal("Three pilot customers");
    var ada =
        added(
            "{\"name\": \"Ada\", \"needs\": [\"A grant writer\"], \"goalIds\": [\"%s\"]}"
                .formatted(goal));

    get(brief(ada))
        .body("toAsk", empty())
        .body("toLearn", not(empty()))
        .body("toHelp.words", contains("Offer “Writing grant applications”."))
        .body("goals.words", contains("Three pilot customers"));
  }

  @Test
  void after_a_meeting_it_asks_about_what_is_known() {
    var today = LocalDate.ofInstant(time.now(), ZoneOffset.UTC);
    post(
            "/v1/trips",
            "{\"place\": \"Lisbon\", \"from\": \"%s\", \"to\": \"%s\"}"
                .formatted(today.plusDays(5), today.plusDays(8)))
        .statusCode(201);
    var ada =
        added(
            """
            {"name": "Ada", "location": "Lisbon, Portugal", "expertise": ["weaving"],
             "occasions": [{"kind": "newJob", "date": "%s"}]}
            """
                .formatted(today.plusDays(3)));
    met(ada, "bicycles");
    question(ada, Duration.ofDays(4));

    get(brief(ada))
        .body("firstMeeting", equalTo(false))
        .body("toLearn", empty())
        .body("toAsk.reason", contains("openLoop", "lastTopic", "occasion", "trip", "expertise"))
        .body("toAsk.words", hasItem("What has become of “bicycles”?"))
        .body("openLoops.reason", contains("question"))
        .body("lastMeetings.topics", contains(contains("bicycles")));
  }

  @Test
  void a_meeting_that_was_only_planned_or_voided_is_no_meeting() {
    var ada = contact("Ada");
    post("/v1/meetings", meeting("oneOnOne", "scheduled", HOUR_AGO, ada)).statusCode(201);
    post(met(ada, "bicycles") + "/void", "").statusCode(200);

    get(brief(ada)).body("firstMeeting", equalTo(true)).body("lastMeetings", empty());
  }

  @Test
  void it_shows_the_last_touches_and_meetings_and_no_more_than_a_page_holds() {
    var ada = contact("Ada");
    for (var i = 1; i <= 7; i++) {
      touch(ada, "outbound", DAY.multipliedBy(i), "");
    }
    for (var i = 0; i < 4; i++) {
      met(ada, "topic " + i);
    }

    get(brief(ada)).body("lastTouches", hasSize(5)).body("lastMeetings", hasSize(3));
  }

  @Test
  void of_a_meeting_it_has_a_section_for_each_contact_in_its_order() {
    var goal = goal("Three pilot customers");
    var ada = contact("Ada");
    var bob = contact("Bob");
    met(bob, "bicycles");
    var body =
        meeting("group", "scheduled", Duration.ofDays(1), bob, ada)
            .replaceFirst(
                "\\{",
                "{\"topics\": [\"the plan\"], \"place\": \"Bern\", \"goalIds\": [\"%s\"],"
                    .formatted(goal));
    var path = post("/v1/meetings", body).statusCode(201).extract().header("Location");

    get(path + "/brief")
        .statusCode(200)
        .body("place", equalTo("Bern"))
        .body("status", equalTo("scheduled"))
        .body("topics", contains("the plan"))
        .body("contacts.name", contains("Bob", "Ada"))
        .body("contacts.firstMeeting", contains(false, true))
        .body("contacts[0].goals.words", contains("Three pilot customers"))
        .body("contacts[0].toAsk.reason", contains("lastTopic", "goal"))
        .body("contacts[1].toAsk", empty());
    api().delete("/v1/contacts/" + bob).then().statusCode(204);
    get(path + "/brief").body("contacts.name", contains("Ada"));
  }

  @Test
  void a_goal_that_is_reached_is_no_more_in_it() {
    var goal = goal("Three pilot customers");
    var ada = added("{\"name\": \"Ada\", \"goalIds\": [\"%s\"]}".formatted(goal));
    patch("/v1/goals/" + goal, "{\"status\": \"reached\"}").statusCode(200);

    get(brief(ada)).body("goals", empty());
  }

  @Test
  void it_says_why_the_owner_wanted_to_meet_them_unless_a_later_verdict_says_otherwise() {
    var ada = contact("Ada");
    verdict(Duration.ofDays(-20), ada, "{\"verdict\": \"meet\", \"mutualValue\": \"Her engine\"}");
    get(brief(ada)).body("wantedFor", equalTo("Her engine"));

    verdict(HOUR_AGO, ada, "{\"verdict\": \"letGo\"}");

    get(brief(ada)).body("$", not(hasKey("wantedFor")));
  }

  @Test
  void notes_and_caveats_are_for_contacts_private_only_and_so_is_another_representation() {
    var ada =
        added(
            """
            {"name": "Ada", "notes": [{"date": "2026-01-15", "text": "Secret note"}],
             "caveats": [{"date": "2026-01-15", "text": "Secret caveat", "source": "own"}]}
            """);
    touch(ada, "outbound", DAY, "\"note\": \"Secret touch\"");
    patch(met(ada, "bicycles"), "{\"notes\": \"Secret meeting\"}").statusCode(200);

    var all = get(brief(ada)).body("notes.text", contains("Secret note"));
    all.body("caveats.text", contains("Secret caveat"));
    all.body("lastTouches.note", contains("Secret touch"));
    all.body("lastMeetings.notes", contains("Secret meeting"));
    var less = withScopes("contacts:read").get(brief(ada)).then().statusCode(200);
    assertThat(less.extract().asString()).doesNotContain("Secret");
    assertThat(less.extract().header("ETag")).isNotEqualTo(all.extract().header("ETag"));
  }

  @Test
  void what_is_owed_is_for_commitments_read_only() {
    var ada = contact("Ada");

    get(brief(ada)).body("owed.byOwner", empty()).body("owed.byContact", empty());
    withScopes("contacts:read").get(brief(ada)).then().body("$", not(hasKey("owed")));
  }

  @Test
  void thanks_apologies_and_the_balance_of_favours_are_owed_for_standing_read_only() {
    time.freeze(Instant.parse("2027-03-01T12:00:00Z"));
    var ada = contact("Ada");
    var path = met(ada, "bicycles");
    get(brief(ada)).body("$", not(hasKey("owedByStanding")));
    tell(owing(ada, 1, 2, null));

    var all =
        get(brief(ada))
            .body("owedByStanding.asOf", equalTo("2027-03-01T12:00:00Z"))
            .body("owedByStanding.thanksOwed", equalTo(2))
            .body("owedByStanding.apologiesOwed", equalTo(1))
            .body("owedByStanding.balance", equalTo("ownerOwes"));
    get(path + "/brief").body("contacts[0].owedByStanding.balance", equalTo("ownerOwes"));
    var scopes = "contacts:read contacts:private commitments:read";
    var less = withScopes(scopes).get(brief(ada)).then().body("$", not(hasKey("owedByStanding")));
    assertThat(less.extract().header("ETag")).isNotEqualTo(all.extract().header("ETag"));
    withScopes(scopes)
        .get(path + "/brief")
        .then()
        .body("contacts[0]", not(hasKey("owedByStanding")));
    // 5 / (7 + 2) has faded below a tenth
    time.advance(DAY.multipliedBy(365 * 5));
    get(brief(ada)).body("owedByStanding.balance", equalTo("even"));
  }

  @Test
  void who_was_removed_or_is_another_owners_has_no_brief() {
    var ada = contact("Ada");
    var path = met(ada, "bicycles");
    var stranger = "stranger-" + UUID.randomUUID();

    as(stranger, Tokens.ALL_SCOPES).get(brief(ada)).then().statusCode(404);
    as(stranger, Tokens.ALL_SCOPES).get(path + "/brief").then().statusCode(404);
    api().delete("/v1/contacts/" + ada).then().statusCode(204);
    get(brief(ada)).statusCode(404).body("detail", containsString(ada));
    get(path + "/brief").statusCode(200).body("contacts", empty());
  }

  private void verdict(Duration endsIn, String contactId, String body) {
    var event =
        post("/v1/meetings", meeting("event", "held", endsIn, contactId))
            .statusCode(201)
            .extract()
            .header("Location");
    api().body(body).put(event + "/verdicts/" + contactId).then().statusCode(200);
  }

  private String met(String contactId, String topic) {
    var body =
        meeting("oneOnOne", "held", HOUR_AGO, contactId)
            .replaceFirst("\\{", "{\"topics\": [\"%s\"],".formatted(topic));
    return post("/v1/meetings", body).statusCode(201).extract().header("Location");
  }

  private String goal(String words) {
    return post("/v1/goals", "{\"words\": \"%s\"}".formatted(words))
        .statusCode(201)
        .extract()
        .path("id");
  }

  private String added(String body) {
    return post("/v1/contacts", body).statusCode(201).extract().path("id");
  }

  private static String brief(String contactId) {
    return "/v1/contacts/%s/brief".formatted(contactId);
  }
}
