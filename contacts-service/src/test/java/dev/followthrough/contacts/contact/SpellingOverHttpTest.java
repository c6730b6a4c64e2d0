package dev.followthrough.contacts.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.followthrough.contacts.testing.ContactsApi;
import dev.followthrough.events.ContactChanged;
import dev.followthrough.events.ContactRestored;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A1: how e-mails, phones, links, occasions and introducers are kept. */
@QuarkusTest
class SpellingOverHttpTest extends ContactsApi {

  @Test
  void phones_are_answered_as_e164_and_said_twice_kept_once() {
    post(
            "/v1/contacts",
            """
            {"name": "Ada", "phones": ["+44 20 7946 0000", "+442079460000", "+44 20 7946 0000 x5"]}
            """)
        .statusCode(201)
        .body("phones", contains("+442079460000", "+442079460000;ext=5"));
  }

  @Test
  void a_national_number_without_a_region_is_refused_by_name_like_every_other_fault() {
    post(
            "/v1/contacts",
            """
            {"name": "Ada", "phones": ["+44 20 7946 0000", "020 7946 0000", "+1 2"],
             "links": [{"url": "https://ada:secret@ada.example"}]}
            """)
        .statusCode(400)
        .body("errors.pointer", contains("/phones/1", "/phones/2", "/links/0/url"))
        .body("errors.rule[0]", equalTo("phone-region"));
  }

  @Test
  void a_national_number_is_meant_in_the_region_of_the_owners_profile() {
    patch("/v1/profile", "{\"region\": \"GB\"}").statusCode(200);

    post("/v1/contacts", "{\"name\": \"Ada\", \"phones\": [\"020 7946 0000\"]}")
        .statusCode(201)
        .body("phones", contains("+442079460000"));
  }

  @Test
  void a_change_of_something_else_leaves_the_phones_as_they_are() {
    var path = create("{\"name\": \"Ada\", \"phones\": [\"+44 20 7946 0000 x5\"]}");

    patch(path, "{\"role\": \"Countess\"}")
        .statusCode(200)
        .body("phones", contains("+442079460000;ext=5"));
    patch(path, "{\"phones\": [\"+442079460000;ext=5\", \"+49 30 123456\"]}")
        .statusCode(200)
        .body("phones", contains("+442079460000;ext=5", "+4930123456"));
  }

  @Test
  void an_emails_domain_is_lower_case_and_the_same_address_is_kept_once() {
    post(
            "/v1/contacts",
            """
            {"name": "Ada", "emails": ["Ada.L@Example.ORG", "ada.l@example.org", "b@x.org"]}
            """)
        .statusCode(201)
        .body("emails", contains("Ada.L@example.org", "b@x.org"));
  }

  @Test
  void links_are_kept_in_one_spelling_and_once() {
    post(
            "/v1/contacts",
            """
            {"name": "Ada", "links": [
              {"url": "HTTPS://Ada.Example:443/?utm_source=mail#top", "label": "home"},
              {"url": "https://ada.example"}, {"url": "https://ada.example/notes/"}]}
            """)
        .statusCode(201)
        .body("links.url", contains("https://ada.example", "https://ada.example/notes/"))
        .body("links[0].label", equalTo("home"));
  }

  @Test
  void an_occasion_can_be_on_a_leap_day_but_not_on_one_that_was_not() {
    var body = "{\"name\": \"Ada\", \"occasions\": [{\"kind\": \"birthday\", \"date\": \"%s\"}]}";

    post("/v1/contacts", body.formatted("2000-02-29"))
        .statusCode(201)
        .body("occasions.date", contains("2000-02-29"));
    post("/v1/contacts", body.formatted("2001-02-29"))
        .statusCode(400)
        .body("errors.pointer", contains("/occasions/0/date"));
  }

  @Test
  void an_occasion_without_a_year_has_the_year_that_stands_for_none() {
    var body =
        """
        {"name": "Ada", "occasions": [{"kind": "birthday", "date": "2004-12-10", "yearUnknown": true%s}]}
        """;

    get(create(body.formatted("")))
        .body("occasions[0].date", equalTo("1604-12-10"))
        .body("occasions[0].yearUnknown", equalTo(true));
    post("/v1/contacts", body.formatted(", \"yearly\": false"))
        .statusCode(400)
        .body("errors.pointer", contains("/occasions/0/yearly"));
  }

  @Test
  void who_introduced_a_contact_can_be_a_contact_or_anybody_by_name() {
    var mary = contact("Mary Somerville");

    var path = create(introduced(mary));

    get(path).body("origin.introducedBy", equalTo(mary));
    post("/v1/contacts", introduced("Mary Somerville")).statusCode(201);
    post("/v1/contacts", introduced(UUID.randomUUID().toString()))
        .statusCode(422)
        .body("type", equalTo("/problems/unknown-contact"))
        .body("errors.pointer", contains("/origin/introducedBy"));
    patch(path, "{\"origin\": {\"introducedBy\": \"%s\"}}".formatted(path.substring(13)))
        .statusCode(422);
  }

  @Test
  void an_introducer_who_was_removed_stays_named_and_one_who_was_erased_does_not() {
    var mary = contact("Mary Somerville");
    var path = create(introduced(mary));
    api().delete("/v1/contacts/" + mary).then().statusCode(204);

    patch(path, "{\"role\": \"Countess\"}")
        .statusCode(200)
        .body("origin.introducedBy", equalTo(mary));
    post("/v1/erasures", "{\"contactId\": \"%s\"}".formatted(mary)).statusCode(202);

    get(path).body("origin.introducedBy", nullValue()).body("role", equalTo("Countess"));
  }

  @Test
  void contacts_whose_introducer_is_erased_are_told_to_have_changed() {
    time.freeze(Instant.parse("2027-03-01T06:00:00Z"));
    var mary = contact("Mary Somerville");
    var path = create(introduced(mary));
    var removed = create(introduced(mary));
    api().delete(removed).then().statusCode(204);
    var etag = get(path).extract().header("ETag");
    time.advance(Duration.ofDays(1));

    post("/v1/erasures", "{\"contactId\": \"%s\"}".formatted(mary)).statusCode(202);

    var changed =
        probe.awaitEvent(
            "contacts",
            ownerId(),
            ContactChanged.class,
            one -> path.endsWith("" + one.contactId()));
    assertThat(changed.changed()).containsExactly("origin");
    get(path).header("ETag", not(equalTo(etag))).body("changedAt", equalTo("2027-03-02T06:00:00Z"));
    post(removed + "/restoration", "").body("origin.introducedBy", nullValue());
    // both follow the erasure in one order
    probe.awaitEvent("contacts", ownerId(), ContactRestored.class);
    probe.awaitEvents(
        "contacts",
        ownerId(),
        events ->
            events.stream().filter(event -> event.type().equals("contact.changed")).count() == 1);
  }

  private static String introduced(String by) {
    return "{\"name\": \"Ada\", \"origin\": {\"kind\": \"introduction\", \"introducedBy\": \"%s\"}}"
        .formatted(by);
  }

  private String create(String body) {
    return post("/v1/contacts", body).statusCode(201).extract().header("Location");
  }
}
