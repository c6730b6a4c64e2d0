package dev.followthrough.commitments.readywords;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.followthrough.commitments.ServiceTest;
import dev.followthrough.commitments.catalogue.Catalogue;
import dev.followthrough.events.ContactAdded;
import dev.followthrough.events.ContactFacts;
import dev.followthrough.events.Participant;
import dev.followthrough.events.ProfileChanged;
import dev.followthrough.platform.id.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** B7: words ready to send for a proposal, a nudge, an apology, an introduction. */
@QuarkusTest
class ReadyWordsTest extends ServiceTest {

  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

  private Participant ada;
  private Participant bob;

  @BeforeEach
  void meetAda() {
    time.freeze(NOW);
    world.hears(new ProfileChanged("Europe/Berlin"));
    ada = contact("Ada", List.of("gears"), List.of("a translator"), List.of());
    bob = contact("Bob", List.of("gears"), List.of(), List.of("translation"));
  }

  @Test
  void a_proposal_names_the_other_what_it_is_and_the_deadline_in_the_owners_zone() {
    var commitment = worded("owner");

    words(commitment, "proposal")
        .statusCode(200)
        .body("occasion", equalTo("proposal"))
        .body("contactId", equalTo(ada.contactId().toString()))
        .body(
            "words",
            equalTo(
                "Hi Ada, thank you for our conversation. One thing I would like to do for you:"
                    + " “Send the link”. You would have it by Monday 8 June 2026 at 13:00"
                    + " (Europe/Berlin). Would that be useful, or is there something better?"));
  }

  @Test
  void an_idea_named_by_the_commitment_gives_the_words_while_there_are_none() {
    var commitment = world.meets(ada).of("owner");
    patch(commitment, "{\"actionIdea\": \"send-the-link\"}");

    words(commitment, "proposal")
        .body("words", containsString("send you the link we talked about, the one on gears"));
  }

  @Test
  void a_nudge_for_what_the_contact_promised_says_when_it_was_due_once_that_has_passed() {
    var commitment = worded(ada.contactId());
    words(commitment, "nudge")
        .body("words", containsString("We said Monday 8 June 2026 at 13:00 (Europe/Berlin)."));
    time.advance(Duration.ofDays(8));

    words(commitment, "nudge")
        .body("words", containsString("It was meant for Monday 8 June 2026 at 13:00"))
        .body("words", containsString("“Send the link”"));
  }

  @Test
  void an_apology_says_what_the_owner_offers_instead() {
    var commitment = worded("owner");
    world.post(commitment, "promise", null).statusCode(200);
    time.advance(Duration.ofDays(8));
    words(commitment, "apology")
        .body("words", containsString("It was due on Monday 8 June"))
        .body("words", not(containsString("instead")));
    world
        .post(commitment, "apology", "{\"said\": \"Sorry\", \"offered\": \"two links\"}")
        .statusCode(200);

    words(commitment, "apology").body("words", containsString("What I offer instead: two links."));
  }

  @Test
  void there_is_no_apology_for_what_a_contact_promised() {
    words(worded(ada.contactId()), "apology")
        .statusCode(422)
        .body("type", equalTo("/problems/not-the-owners-promise"));
    words(world.meets(ada).shared(), "apology").statusCode(409);
  }

  @Test
  void there_is_no_apology_for_what_can_still_be_kept_or_was() {
    var commitment = worded("owner");
    world.post(commitment, "promise", null).statusCode(200);
    words(commitment, "apology")
        .statusCode(409)
        .body("type", equalTo("/problems/nothing-to-apologise-for"));

    world.post(commitment, "delivery", null).statusCode(200);

    words(commitment, "apology").statusCode(409);
  }

  @Test
  void in_a_group_they_are_for_all_or_for_the_one_who_is_named() {
    var shared = world.meets(ada, bob).shared();

    words(shared, "proposal")
        .body("contactId", nullValue())
        .body("words", containsString("Hi there,"));
    words(shared, "proposal&contactId=" + bob.contactId()).body("words", containsString("Hi Bob,"));
    words(shared, "proposal&contactId=" + Ids.next())
        .statusCode(422)
        .body("type", equalTo("/problems/not-a-participant"));
  }

  @Test
  void an_introduction_tells_the_reader_what_the_other_can_do_for_them_and_no_need_of_the_others() {
    assertThat(introduction(ada, bob))
        .contains("Hi Ada,", "meet Bob", "looking for a translator", "good at translation")
        .contains("only when you both say yes");
    assertThat(introduction(bob, ada))
        .contains("Hi Bob,", "meet Ada", "You both care about gears")
        .doesNotContain("translat");
  }

  @Test
  void an_introduction_needs_another_contact_and_nothing_else_takes_one() {
    var idea = idea() + "/words?contactId=" + ada.contactId() + "&for=";

    refused(idea + "introduction", "required");
    refused(idea + "introduction&introducedId=" + ada.contactId(), "another");
    refused(idea + "nudge&introducedId=" + bob.contactId(), "introduction-only");
    world.client().get(idea + "birthday").then().statusCode(400);
    world
        .client()
        .get(idea() + "/words?for=nudge&contactId=" + new UUID(1, 1))
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("?contactId"));
  }

  @Test
  void a_commitments_words_can_introduce_as_well() {
    words(worded("owner"), "introduction&introducedId=" + bob.contactId())
        .statusCode(200)
        .body("words", containsString("meet Bob"));
  }

  @Test
  void an_own_idea_speaks_with_its_own_template() {
    String id =
        world
            .client()
            .body(
                "{\"kind\": \"individual\", \"words\": \"Lend it\", \"templates\":"
                    + " {\"proposal\": \"{name}! Shall I lend it[ by {deadline}]?\"}}")
            .post("/v1/action-ideas")
            .then()
            .extract()
            .path("id");

    world
        .client()
        .get("/v1/action-ideas/" + id + "/words?for=proposal&contactId=" + ada.contactId())
        .then()
        .body("words", equalTo("Ada! Shall I lend it?"));
  }

  private String introduction(Participant reader, Participant other) {
    return world
        .client()
        .get(
            "%s/words?for=introduction&contactId=%s&introducedId=%s"
                .formatted(idea(), reader.contactId(), other.contactId()))
        .then()
        .statusCode(200)
        .extract()
        .path("words");
  }

  private void refused(String path, String rule) {
    world
        .client()
        .get(path)
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("?introducedId"))
        .body("errors[0].rule", equalTo(rule));
  }

  private static String idea() {
    var idea = Catalogue.find("answer-a-question").orElseThrow();
    return "/v1/action-ideas/" + idea.id();
  }

  private UUID worded(Object promiser) {
    var id = world.meets(ada).of(promiser);
    patch(id, "{\"text\": \"Send the link\"}");
    return id;
  }

  private void patch(UUID commitment, String patch) {
    world.patch("/v1/commitments/" + commitment, patch).statusCode(200);
  }

  private ValidatableResponse words(UUID commitment, String occasion) {
    return world.client().get("/v1/commitments/" + commitment + "/words?for=" + occasion).then();
  }

  private Participant contact(
      String name, List<String> interests, List<String> needs, List<String> offers) {
    var id = Ids.next();
    var facts = new ContactFacts(null, false, interests, List.of(), needs, offers);
    world.hears(new ContactAdded(id, name, false, facts));
    return new Participant(id, name);
  }
}
