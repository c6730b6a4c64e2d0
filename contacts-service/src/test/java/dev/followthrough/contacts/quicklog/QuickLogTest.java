package dev.followthrough.contacts.quicklog;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.followthrough.contacts.testing.ContactsApi;
import dev.followthrough.platform.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** A1: one call with a few words and a name or e-mail makes the touch or meeting. */
@QuarkusTest
class QuickLogTest extends ContactsApi {

  @Test
  void lunch_yesterday_with_an_email_address_is_a_held_one_on_one_with_its_topic() {
    time.freeze(Instant.parse("2026-03-10T09:00:00Z"));
    patch("/v1/profile", "{\"timeZone\": \"Europe/Berlin\"}").statusCode(200);
    var ada = added("Ada Lovelace", ", \"emails\": [\"Ada@Example.org\"]");

    var made =
        log("lunch with Ada yesterday about bicycles", "\"with\": \"ada@example.org\"")
            .statusCode(201)
            .header("Location", startsWith("/v1/meetings/"))
            .body("meeting.kind", equalTo("oneOnOne"))
            .body("meeting.status", equalTo("held"))
            .body("meeting.contactIds", contains(ada))
            .body("meeting.startsAt", equalTo("2026-03-09T11:00:00Z"))
            .body("meeting.endsAt", equalTo("2026-03-09T12:00:00Z"))
            .body("meeting.topics", contains("bicycles"))
            .body("meeting.notes", equalTo("lunch with Ada yesterday about bicycles"))
            .body("meeting.agreement.opens", equalTo(true))
            .body("$", not(hasKey("touch")))
            .extract();
    get(made.header("Location"))
        .statusCode(200)
        .header("ETag", equalTo(made.header("ETag")))
        .body("topics", contains("bicycles"));
  }

  @Test
  void a_meeting_that_is_over_is_when_the_words_say_and_is_not_put_at_a_guessed_hour() {
    time.freeze(Instant.parse("2026-03-10T21:00:00Z"));
    contact("Ada");

    log("coffee this morning", "\"with\": \"Ada\"")
        .statusCode(201)
        .body("meeting.status", equalTo("held"))
        .body("meeting.startsAt", equalTo("2026-03-10T06:00:00Z"))
        .body("meeting.endsAt", equalTo("2026-03-10T07:00:00Z"));
    log("dinner yesterday", "\"with\": \"Ada\"")
        .statusCode(201)
        .body("meeting.endsAt", equalTo("2026-03-09T19:00:00Z"));
    for (var words : List.of("coffee yesterday", "lunch and dinner yesterday")) {
      log(words, "\"with\": \"Ada\"").statusCode(422).body("missing.field", contains("at"));
    }
    log("sent Ada a mail yesterday", "\"with\": \"Ada\"").statusCode(201);
  }

  @Test
  void thanks_by_mail_from_a_name_are_an_inbound_touch() {
    var ada = added("Ada Lovelace", "");

    var made =
        log("Ada thanked me by mail", "\"with\": \"lovelace, Áda\"")
            .statusCode(201)
            .header("Location", startsWith("/v1/touches/"))
            .body("touch.contactId", equalTo(ada))
            .body("touch.direction", equalTo("inbound"))
            .body("touch.kind", equalTo("email"))
            .body("touch.saysThanks", equalTo(true))
            .body("touch.note", equalTo("Ada thanked me by mail"))
            .body("$", not(hasKey("meeting")))
            .extract();
    get(made.header("Location")).header("ETag", equalTo(made.header("ETag")));
  }

  @Test
  void what_is_given_goes_before_the_words() {
    var ada = contact("Ada");
    var at = "2026-01-15T09:00:00Z";

    log(
            "lunch",
            "\"with\": \"Ada\", \"kind\": \"email\", \"direction\": \"outbound\", \"at\": \"%s\""
                .formatted(at))
        .statusCode(201)
        .body("touch.kind", equalTo("email"))
        .body("touch.direction", equalTo("outbound"))
        .body("touch.happenedAt", equalTo(at));
    log(
            "call",
            "\"contactId\": \"%s\", \"at\": \"%s\", \"endsAt\": \"2026-01-15T09:30:00Z\""
                .formatted(ada, at))
        .statusCode(201)
        .body("meeting.kind", equalTo("oneOnOne"))
        .body("meeting.endsAt", equalTo("2026-01-15T09:30:00Z"));
  }

  @Test
  void a_meeting_to_come_is_scheduled() {
    contact("Ada");

    log("lunch with Ada tomorrow", "\"with\": \"Ada\"")
        .statusCode(201)
        .body("meeting.status", equalTo("scheduled"));
    log("lunch", "\"with\": \"Ada\", \"at\": \"%s\"".formatted(at(Duration.ofDays(3))))
        .statusCode(201)
        .body("meeting.status", equalTo("scheduled"));
  }

  @Test
  void words_that_do_not_say_whether_it_was_a_meeting_or_a_touch_make_nothing() {
    contact("Ada");

    log("called Ada", "\"with\": \"Ada\"")
        .statusCode(422)
        .body("type", equalTo("/problems/quick-log-ambiguous"))
        .body("errors.pointer", contains("/kind"))
        .body("missing.field", contains("kind"))
        .body("missing[0].values", contains("oneOnOne", "shortCall"));
    log("wrote about yarn", "\"with\": \"Ada\"")
        .body("missing.field", contains("kind", "direction"))
        .body("missing[1].values", contains("outbound", "inbound"));
    log("mail", "\"with\": \"Ada\"").body("missing.field", contains("direction"));
    log("coffee today or yesterday", "\"with\": \"Ada\"").body("missing.field", contains("at"));
    for (var words :
        List.of(
            "meet Ada on Friday",
            "lunch next week",
            "coffee at 5",
            "coffee cancelled",
            "no coffee",
            "coffee about bicycles next week")) {
      log(words, "\"with\": \"Ada\"").body("missing.field", contains("at"));
    }
    get("/v1/touches").body("items", empty());
    get("/v1/meetings").body("items", empty());
  }

  @Test
  void a_lunch_before_lunch_where_the_owner_lives_is_not_held_unless_when_is_said() {
    time.freeze(Instant.parse("2026-03-10T11:30:00Z"));
    contact("Ada");
    for (var words : List.of("lunch with Ada today", "lunch", "coffee this afternoon")) {
      log(words, "\"with\": \"Ada\"")
          .statusCode(422)
          .body("type", equalTo("/problems/quick-log-ambiguous"))
          .body("missing.field", contains("at"))
          .body("missing[0].values", empty());
    }
    get("/v1/meetings").body("items", empty());

    log("lunch today", "\"with\": \"Ada\", \"at\": \"2026-03-10T12:00:00Z\"")
        .statusCode(201)
        .body("meeting.status", equalTo("scheduled"));
    log("lunch today", "\"with\": \"Ada\", \"endsAt\": \"2026-03-10T11:20:00Z\"")
        .statusCode(201)
        .body("meeting.status", equalTo("held"));
    log("breakfast", "\"with\": \"Ada\"").statusCode(201).body("meeting.status", equalTo("held"));
    log("mail to Ada this afternoon", "\"with\": \"Ada\"").statusCode(201);
    log("called this evening", "\"with\": \"Ada\"").body("missing.field", contains("kind", "at"));
    // there it is half past one
    patch("/v1/profile", "{\"timeZone\": \"Asia/Nicosia\"}").statusCode(200);
    log("lunch today", "\"with\": \"Ada\"").statusCode(201).body("meeting.status", equalTo("held"));
  }

  @Test
  void the_document_says_the_members_of_its_problems() {
    var document = JsonPath.from(given().get("/openapi.json").asString());

    for (var status : List.of("409", "422")) {
      var schema =
          "paths.'/v1/quick-log'.post.responses.'%s'.content.'application/problem+json'.schema"
              .formatted(status);
      assertThat(document.getList(schema + ".allOf.'$ref'"))
          .containsExactly("#/components/schemas/Problem", "#/components/schemas/QuickLogRefusal");
    }
    assertThat(document.getMap("components.schemas.QuickLogRefusal.properties").keySet())
        .asInstanceOf(InstanceOfAssertFactories.collection(Object.class))
        .containsExactlyInAnyOrder("contacts", "missing");
    assertThat(
            document.getString(
                "paths.'/v1/meetings'.post.responses.'409'.content.'application/problem+json'"
                    + ".schema.'$ref'"))
        .isEqualTo("#/components/schemas/Problem");
  }

  @Test
  void a_name_that_several_have_lists_them_and_makes_nothing() {
    var first = added("Ada Lovelace", ", \"organisation\": \"Engines\"");
    var second = contact("Ada Yonath");
    contact("Adam");

    var body =
        log("coffee", "\"with\": \"ada\"")
            .statusCode(409)
            .body("type", equalTo("/problems/quick-log-several-contacts"))
            .body("contacts.contactId", containsInAnyOrder(first, second))
            .body("contacts.organisation", containsInAnyOrder("Engines", null));
    assertThat(body.extract().<String>path("contacts.find { it.organisation }.name"))
        .isEqualTo("Ada Lovelace");
    get("/v1/meetings").body("items", empty());
    log("coffee", "\"with\": \"ada\", \"contactId\": \"%s\"".formatted(second)).statusCode(201);
  }

  @Test
  void an_address_that_several_have_lists_them() {
    var first = added("Ada", ", \"emails\": [\"us@example.org\"]");
    var second = added("Bob", ", \"emails\": [\"us@example.org\"]");

    log("coffee", "\"with\": \"us@example.org\"")
        .statusCode(409)
        .body("contacts.contactId", contains(first, second));
  }

  @Test
  void who_is_not_in_the_network_is_said_with_who_is_alike_and_how_to_add() {
    var adam = contact("Adam Smith");
    added("Bob", ", \"emails\": [\"bob@example.org\"]");

    log("coffee", "\"with\": \"Adan Smith\"")
        .statusCode(422)
        .body("type", equalTo("/problems/quick-log-unknown-contact"))
        .body(
            "detail",
            equalTo("Nobody is called that or has that address. createContact adds a contact."))
        .body("contacts.contactId", contains(adam));
    log("coffee", "\"with\": \"b@example.org\"").statusCode(422).body("contacts", empty());
    log("coffee", "\"contactId\": \"%s\"".formatted(UUID.randomUUID()))
        .statusCode(422)
        .body("type", equalTo("/problems/unknown-contact"))
        .body("errors.pointer", contains("/contactId"));
    api().delete("/v1/contacts/" + adam).then().statusCode(204);
    log("coffee", "\"with\": \"Adam Smith\"").statusCode(422).body("contacts", empty());
  }

  @Test
  void a_tag_or_an_organisation_is_no_name() {
    added("Bob", ", \"organisation\": \"Ada\", \"tags\": [\"ada\"]");

    log("coffee", "\"with\": \"Ada\"").statusCode(422).body("contacts.name", contains("Bob"));
  }

  @Test
  void another_owners_contact_is_not_meant() {
    as("stranger-" + UUID.randomUUID(), Tokens.ALL_SCOPES)
        .body("{\"name\": \"Ada\", \"emails\": [\"ada@example.org\"]}")
        .post("/v1/contacts")
        .then()
        .statusCode(201);

    for (var with : new String[] {"Ada", "ada@example.org"}) {
      log("coffee", "\"with\": \"%s\"".formatted(with)).statusCode(422).body("contacts", empty());
    }
  }

  @Test
  void the_rules_of_touches_and_meetings_hold() {
    contact("Ada");
    var later = at(Duration.ofHours(1));

    log("mail to Ada tomorrow", "\"with\": \"Ada\"")
        .statusCode(422)
        .body("type", equalTo("/problems/happened-in-the-future"));
    log("coffee", "\"with\": \"Ada\", \"at\": \"%s\", \"endsAt\": \"%s\"".formatted(later, later))
        .statusCode(400)
        .body("errors.pointer", contains("/endsAt"));
    log("coffee", "\"with\": \"Ada\", \"direction\": \"inbound\"")
        .statusCode(400)
        .body("errors.pointer", contains("/direction"));
    log("sent a mail", "\"with\": \"Ada\", \"endsAt\": \"%s\"".formatted(later))
        .statusCode(400)
        .body("errors.pointer", contains("/endsAt"));
  }

  @Test
  void a_name_is_needed_and_holds_a_word() {
    log("coffee", "\"kind\": \"oneOnOne\"")
        .statusCode(400)
        .body("errors.pointer", contains("/with"));
    log("coffee", "\"with\": \"!?\"").statusCode(400).body("errors.pointer", contains("/with"));
    log("coffee", "\"with\": \"%s\"".formatted("a ".repeat(13)))
        .statusCode(400)
        .body("errors.rule", contains("most-words"));
  }

  @Test
  void without_contacts_private_the_words_are_no_note_of_a_touch() {
    contact("Ada");

    var path =
        withScopes("contacts:read contacts:write")
            .body("{\"words\": \"sent Ada a mail\", \"with\": \"Ada\"}")
            .post("/v1/quick-log")
            .then()
            .statusCode(201)
            .body("touch", not(hasKey("note")))
            .extract()
            .header("Location");
    get(path).body("$", not(hasKey("note")));
  }

  @Test
  void without_contacts_private_the_words_are_no_notes_of_a_meeting() {
    contact("Ada");

    var made =
        withScopes("contacts:read contacts:write")
            .body("{\"words\": \"coffee about yarn\", \"with\": \"Ada\"}")
            .post("/v1/quick-log")
            .then()
            .statusCode(201)
            .body("meeting.topics", contains("yarn"))
            .body("meeting", not(hasKey("notes")))
            .extract();
    get(made.header("Location")).body("$", not(hasKey("notes")));
    assertThat(
            withScopes("contacts:read")
                .header("If-None-Match", made.header("ETag"))
                .get(made.header("Location"))
                .statusCode())
        .isEqualTo(304);
  }

  @Test
  void who_may_not_read_contacts_is_not_told_who_is_there() {
    contact("Ada");

    withScopes("contacts:write")
        .body("{\"words\": \"coffee\", \"with\": \"Ada\"}")
        .post("/v1/quick-log")
        .then()
        .statusCode(403)
        .body("scope", equalTo("contacts:read"));
  }

  @Test
  void a_repeat_makes_it_once() {
    contact("Ada");
    var key = UUID.randomUUID().toString();
    var body = "{\"words\": \"coffee\", \"with\": \"Ada\"}";

    var first = api().header("Idempotency-Key", key).body(body).post("/v1/quick-log");
    var second = api().header("Idempotency-Key", key).body(body).post("/v1/quick-log");

    assertThat(second.statusCode()).isEqualTo(201);
    assertThat(second.asByteArray()).isEqualTo(first.asByteArray());
    get("/v1/meetings").body("items.id", contains(first.<String>path("meeting.id")));
  }

  private ValidatableResponse log(String words, String more) {
    return post("/v1/quick-log", "{\"words\": \"%s\", %s}".formatted(words, more));
  }

  private String added(String name, String more) {
    return post("/v1/contacts", "{\"name\": \"%s\"%s}".formatted(name, more))
        .statusCode(201)
        .extract()
        .path("id");
  }
}
