package dev.followthrough.commitments.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.followthrough.commitments.ServiceTest;
import dev.followthrough.commitments.World;
import dev.followthrough.events.AssessmentGiven;
import dev.followthrough.events.ContactErased;
import dev.followthrough.events.ErasureCompleted;
import dev.followthrough.events.Participant;
import dev.followthrough.events.Party;
import dev.followthrough.platform.id.Ids;
import dev.followthrough.platform.owner.Owners;
import dev.followthrough.platform.problem.ProblemException;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** B5: the receiver assesses, blind until both have or fourteen days have passed. */
@QuarkusTest
class AssessmentTest extends ServiceTest {

  private static final Duration FOURTEEN_DAYS = Duration.ofDays(14);

  @Inject Assessments assessments;
  @Inject Owners owners;
  private Participant ada;
  private World.Agreed agreement;

  @BeforeEach
  void meet() {
    time.freeze(Instant.parse("2026-06-01T12:00:00Z"));
    ada = world.contact("Ada");
    agreement = world.meets(ada);
  }

  @Test
  void the_receiver_assesses_delivered_individual_work_and_may_change_it() {
    var theirs = delivered(agreement.of(ada.contactId()));
    assess(theirs, "{\"value\": 4, \"comment\": \"Clear\"}")
        .statusCode(200)
        .body("closesAt", equalTo(agreement.dueAt().plus(FOURTEEN_DAYS).toString()))
        .body("items.by", contains("owner"))
        .body("items[0].contactId", equalTo(ada.contactId().toString()))
        .body("items[0].value", equalTo(4))
        .body("items[0].comment", equalTo("Clear"))
        .body("items[0].blind", equalTo(false))
        .body("items[0].final", equalTo(false));
    assess(theirs, "{\"value\": 2}")
        .statusCode(200)
        .body("items[0].value", equalTo(2))
        .body("items[0].comment", nullValue());
    assertThat(read(theirs).getInt("items[0].value")).isEqualTo(2);
    var event = world.published(AssessmentGiven.class, e -> e.commitmentId().equals(theirs));
    assertThat(event.by()).isEqualTo(Party.OWNER);
    assertThat(event.complete()).isFalse();
  }

  @Test
  void late_work_is_assessed_too_and_work_that_never_came_is_not() {
    var theirs = promised(agreement.of(ada.contactId()));
    problem(assess(theirs, "{\"value\": 3}"), 409, "nothing-to-assess");
    time.freeze(agreement.dueAt().plusSeconds(1));
    problem(assess(theirs, "{\"value\": 3}"), 409, "nothing-to-assess");
    world.post(theirs, "delivery", "{\"reportedBy\": \"" + ada.contactId() + "\"}").statusCode(200);
    assess(theirs, "{\"value\": 3}").statusCode(200).body("items[0].value", equalTo(3));
  }

  @Test
  void work_that_the_receiver_denies_is_not_assessed() {
    var theirs = promised(agreement.of(ada.contactId()));
    world.deliversThroughLink(theirs, ada.contactId(), "{}");
    world.post(theirs, "denial", null).statusCode(200).body("status", equalTo("disputed"));
    problem(assess(theirs, "{\"value\": 1}"), 409, "nothing-to-assess");
  }

  @Test
  void late_work_that_the_receiver_denies_is_not_assessed() {
    var theirs = promised(agreement.of(ada.contactId()));
    time.freeze(agreement.dueAt().plusSeconds(1));
    world.deliversThroughLink(theirs, ada.contactId(), "{}");
    world.post(theirs, "denial", null).statusCode(200).body("status", equalTo("missed"));
    problem(assess(theirs, "{\"value\": 1}"), 409, "nothing-to-assess");
  }

  @Test
  void nobody_assesses_their_own_work_nor_in_anothers_name() {
    var mine = delivered(agreement.of("owner"));
    problem(assess(mine, "{\"value\": 5}"), 422, "only-receiver-assesses");
    problem(
        assess(mine, "{\"value\": 5, \"contactId\": \"" + ada.contactId() + "\"}"),
        422,
        "only-receiver-assesses");
    assess(mine, "{\"value\": 5, \"by\": \"" + ada.contactId() + "\"}").statusCode(400);
  }

  @Test
  void a_value_lies_between_one_and_five() {
    var theirs = delivered(agreement.of(ada.contactId()));
    assess(theirs, "{\"value\": 0}").statusCode(400);
    assess(theirs, "{\"value\": 6}").statusCode(400);
    assess(theirs, "{}").statusCode(400).body("errors.pointer", contains("/value"));
  }

  @Test
  void collaboration_is_assessed_once_both_parts_have_come_to_their_end() {
    var shared = promised(agreement.shared());
    problem(assess(shared, "{\"value\": 3}"), 409, "nothing-to-assess");
    world.post(shared, "delivery", "{\"by\": \"owner\"}").statusCode(200);
    problem(assess(shared, "{\"value\": 3}"), 409, "nothing-to-assess");
    time.freeze(agreement.dueAt().plusMillis(1));
    assess(shared, "{\"value\": 2}").statusCode(200).body("items[0].value", equalTo(2));
  }

  @Test
  void a_part_that_nobody_promised_leaves_no_collaboration_to_assess() {
    var shared = worded(agreement.shared());
    world.post(shared, "promise", "{\"by\": \"owner\"}").statusCode(200);
    time.freeze(agreement.dueAt().plusMillis(1));
    problem(assess(shared, "{\"value\": 2}"), 409, "nothing-to-assess");
  }

  @Test
  void in_a_group_the_owner_names_with_whom_they_worked_together() {
    var bob = world.contact("Bob");
    var shared = delivered(world.meets(ada, bob).shared());
    problem(assess(shared, "{\"value\": 3}"), 422, "name-one");
    problem(
        assess(shared, "{\"value\": 3, \"contactId\": \"" + UUID.randomUUID() + "\"}"),
        422,
        "not-a-participant");
    assess(shared, "{\"value\": 3, \"contactId\": \"" + ada.contactId() + "\"}").statusCode(200);
    assess(shared, "{\"value\": 5, \"contactId\": \"" + bob.contactId() + "\"}")
        .statusCode(200)
        .body("items.value", containsInAnyOrder(3, 5));
    // Bob sees what lies between the owner and him, and only once he gave his own
    assertThat(as(bob, shared).items()).extracting(AssessmentView.Given::value).containsNull();
    gives(bob, shared, 1);
    assertThat(as(bob, shared).items())
        .extracting(AssessmentView.Given::value)
        .containsExactlyInAnyOrder(5, 1);
  }

  @Test
  void neither_sees_the_others_before_giving_its_own_and_then_both_are_final() {
    var shared = delivered(agreement.shared());
    gives(ada, shared, 1);
    var blind = world.client().get(path(shared)).then().statusCode(200);
    blind
        .body("items.by", contains(ada.contactId().toString()))
        .body("items[0].blind", equalTo(true))
        .body("items[0].value", nullValue())
        .body("items[0].comment", nullValue());
    assess(shared, "{\"value\": 5}")
        .statusCode(200)
        .body("items.value", containsInAnyOrder(1, 5))
        .body("items.comment", hasItem("by a contact"))
        .body("items.final", contains(true, true));
    problem(assess(shared, "{\"value\": 1}"), 409, "assessment-final");
    Assertions.assertThatThrownBy(() -> gives(ada, shared, 2))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.type()).isEqualTo(AssessmentRefusals.ASSESSMENT_FINAL));
    assertThat(world.published(AssessmentGiven.class, e -> e.by().equals(Party.OWNER)).complete())
        .isTrue();
  }

  @Test
  void what_is_given_again_unchanged_is_no_news_and_changes_have_an_end() {
    var shared = delivered(agreement.shared());
    for (var i = 0; i < Assessment.MOST; i++) {
      gives(ada, shared, 1 + i % 5);
    }
    gives(ada, shared, 1 + (Assessment.MOST - 1) % 5);
    Assertions.assertThatThrownBy(() -> gives(ada, shared, 1))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.type()).isEqualTo(AssessmentRefusals.CHANGED_TOO_OFTEN));
  }

  @Test
  void a_contact_changes_its_own_until_the_owner_has_given_theirs() {
    var shared = delivered(agreement.shared());
    gives(ada, shared, 1);
    gives(ada, shared, 4);
    assess(shared, "{\"value\": 5}").statusCode(200).body("items.value", containsInAnyOrder(4, 5));
  }

  @Test
  void the_two_individual_commitments_are_each_others_answer() {
    var mine = delivered(agreement.of("owner"));
    var theirs = delivered(agreement.of(ada.contactId()));
    gives(ada, mine, 2);
    assertThat(read(mine).getList("items.blind")).containsExactly(true);
    assess(theirs, "{\"value\": 5}").statusCode(200).body("items[0].final", equalTo(true));
    var open = read(mine);
    assertThat(open.getList("items.blind")).containsExactly(false);
    assertThat(open.getList("items.value")).containsExactly(2);
    // the collaboration is another matter
    var shared = delivered(agreement.shared());
    gives(ada, shared, 3);
    assertThat(read(shared).getList("items.blind")).containsExactly(true);
  }

  @Test
  void after_fourteen_days_all_is_seen_and_nothing_given() {
    var shared = delivered(agreement.shared());
    gives(ada, shared, 1);
    time.freeze(agreement.dueAt().plus(FOURTEEN_DAYS));
    assertThat(read(shared).getList("items.blind")).containsExactly(true);
    time.advance(Duration.ofMillis(1));
    world
        .client()
        .get(path(shared))
        .then()
        .body("items[0].blind", equalTo(false))
        .body("items[0].final", equalTo(true))
        .body("items[0].value", equalTo(1));
    problem(assess(shared, "{\"value\": 5}"), 409, "assessment-closed");
  }

  @Test
  void the_last_instant_of_the_fourteen_days_still_counts() {
    var shared = delivered(agreement.shared());
    time.freeze(agreement.dueAt().plus(FOURTEEN_DAYS));
    assess(shared, "{\"value\": 5}").statusCode(200);
  }

  @Test
  void what_is_given_stands_in_no_event() {
    var shared = delivered(agreement.shared());
    gives(ada, shared, 1);
    assess(shared, "{\"value\": 5, \"comment\": \"Secret words\"}").statusCode(200);
    world.published(AssessmentGiven.class, AssessmentGiven::complete);
    kafka.awaitEvents(
        "commitments",
        world.owner(),
        events -> {
          var given = events.stream().filter(e -> e.type().equals("assessment.given")).toList();
          assertThat(given)
              .allSatisfy(e -> assertThat(e.body()).doesNotContain("value", "Secret", "comment"));
          return given.size() == 2;
        });
  }

  @Test
  void an_erased_contact_takes_the_assessments_along() {
    var bob = world.contact("Bob");
    var shared = delivered(world.meets(ada, bob).shared());
    gives(ada, shared, 1);
    assess(shared, "{\"value\": 3, \"contactId\": \"" + ada.contactId() + "\"}").statusCode(200);
    assess(shared, "{\"value\": 4, \"contactId\": \"" + bob.contactId() + "\"}").statusCode(200);
    var erasure = Ids.next();
    world.hears(new ContactErased(ada.contactId(), erasure));
    world.published(ErasureCompleted.class, e -> e.erasureId().equals(erasure));
    world
        .client()
        .get(path(shared))
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items.contactId", not(hasItem(ada.contactId().toString())));
  }

  @Test
  void another_owners_commitment_is_unknown() {
    var shared = delivered(agreement.shared());
    var other = new World(kafka, time);
    other.client().get(path(shared)).then().statusCode(404);
    other.client().body("{\"value\": 3}").post(path(shared)).then().statusCode(404);
    world.client().get(path(shared)).then().statusCode(200).body("items", empty());
  }

  private static void problem(ValidatableResponse answer, int status, String type) {
    answer.statusCode(status).body("type", equalTo("/problems/" + type));
  }

  private ValidatableResponse assess(UUID id, String body) {
    return world.post(id, "assessment", body);
  }

  private JsonPath read(UUID id) {
    return world.client().get(path(id)).then().statusCode(200).extract().jsonPath();
  }

  private void gives(Participant contact, UUID id, int value) {
    var given = new NewAssessment(value, "by a contact", null);
    owners.act(
        world.owner(),
        () -> {
          assessments.assess(id, Party.contact(contact.contactId()), given);
        });
  }

  private AssessmentView as(Participant contact, UUID id) {
    return owners.act(world.owner(), () -> assessments.of(id, Party.contact(contact.contactId())));
  }

  private UUID delivered(UUID id) {
    promised(id);
    world.post(id, "delivery", null).statusCode(200);
    return id;
  }

  private UUID promised(UUID id) {
    worded(id);
    world.post(id, "promise", null).statusCode(200);
    return id;
  }

  private UUID worded(UUID id) {
    world.patch("/v1/commitments/" + id, "{\"text\": \"Send the link\"}").statusCode(200);
    return id;
  }

  private static String path(UUID id) {
    return "/v1/commitments/" + id + "/assessment";
  }
}
