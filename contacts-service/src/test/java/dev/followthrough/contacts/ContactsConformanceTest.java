package dev.followthrough.contacts;

import static io.restassured.RestAssured.given;
import static java.util.Map.entry;

import dev.followthrough.platform.conformance.ConformanceSuite;
import dev.followthrough.platform.conformance.Example;
import dev.followthrough.platform.testing.StackResource;
import dev.followthrough.platform.testing.Tokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Every operation of this service, held against its document. */
@QuarkusTest
@WithTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = "schema", value = "contacts"))
class ContactsConformanceTest extends ConformanceSuite {

  @Override
  protected Map<String, Supplier<Example>> examples() {
    return Map.ofEntries(
        entry("createContact", Example::of),
        entry("listContacts", Example::of),
        entry("getContact", this::aContact),
        entry("changeContact", this::aContact),
        entry("removeContact", this::aContact),
        entry("restoreContact", this::aRemovedContact),
        entry("changeContacts", this::contactsToChange),
        entry("listDuplicates", Example::of),
        entry("dismissDuplicate", this::aPair),
        entry("listDuplicateDismissals", Example::of),
        entry("getDuplicateDismissal", this::aDismissal),
        entry("takeBackDuplicateDismissal", this::aDismissal),
        entry("mergeContacts", this::twoOfOne),
        entry("listMerges", Example::of),
        entry("getMerge", this::aMerge),
        entry("undoMerge", this::aMerge),
        entry("listCircleMoves", this::aContactThatMoved),
        entry("listCircleProposals", Example::of),
        entry("getGuidance", this::aContact),
        entry("listKeepInTouch", Example::of),
        entry("createMeeting", this::withAContact),
        entry("listMeetings", Example::of),
        entry("getMeeting", () -> meeting("held")),
        entry("changeMeeting", () -> meeting("scheduled")),
        entry("holdMeeting", () -> meeting("scheduled")),
        entry("cancelMeeting", () -> meeting("scheduled")),
        entry("voidMeeting", () -> meeting("held")),
        entry("getContactBrief", this::aContact),
        entry("getMeetingBrief", () -> meeting("scheduled")),
        entry("quickLog", this::somebodyByAddress),
        entry("listVerdicts", this::anEvent),
        entry("giveVerdict", this::anEvent),
        entry("listMissingVerdicts", Example::of),
        entry("getMeetingCalendar", () -> meeting("scheduled")),
        entry("getCalendar", Example::of),
        entry("importCalendar", this::aCalendar),
        entry("recordTouch", this::touched),
        entry("listTouches", Example::of),
        entry("getTouch", this::aTouch),
        entry("changeTouch", this::aTouch),
        entry("removeTouch", this::aTouch),
        entry("listOpenLoops", Example::of),
        entry("getOpenLoop", this::aTouch),
        entry("letOpenLoopGo", this::aTouch),
        entry("setGoal", Example::of),
        entry("listGoals", Example::of),
        entry("getGoal", this::aGoal),
        entry("listGoalBrought", this::aGoal),
        entry("changeGoal", this::aGoal),
        entry("removeGoal", this::aGoal),
        entry("planTrip", Example::of),
        entry("listTrips", Example::of),
        entry("getTrip", this::aTrip),
        entry("changeTrip", this::aTrip),
        entry("removeTrip", this::aTrip),
        entry("listNotTold", Example::of),
        entry("getProfile", Example::of),
        entry("changeProfile", Example::of),
        entry("eraseData", this::contactToErase),
        entry("getErasure", this::anErasure));
  }

  private String contact() {
    return post("/v1/contacts", "{\"name\": \"Ada Lovelace\"}").get("id").asText();
  }

  private Example aContact() {
    return Example.of().path("id", contact());
  }

  private Example aRemovedContact() {
    var id = contact();
    delete("/v1/contacts/" + id);
    return Example.of().path("id", id);
  }

  private Example contactsToChange() {
    var ids = List.of(contact(), contact());
    return Example.of()
        .body(
            body -> {
              var named = body.putArray("contactIds");
              ids.forEach(named::add);
            });
  }

  private Example aPair() {
    return contactsToChange();
  }

  private Example aDismissal() {
    var made =
        post(
            "/v1/duplicates/dismissals",
            "{\"contactIds\": [\"%s\", \"%s\"]}".formatted(contact(), contact()));
    return Example.of().path("id", made.get("id").asText());
  }

  private Example twoOfOne() {
    var other = contact();
    return Example.of().path("id", contact()).body(body -> body.put("contactId", other));
  }

  private Example aMerge() {
    var made =
        post(
            "/v1/contacts/%s/merge".formatted(contact()),
            "{\"contactId\": \"%s\"}".formatted(contact()));
    return Example.of().path("id", made.get("id").asText());
  }

  private Example aContactThatMoved() {
    var id = contact();
    patch("/v1/contacts/" + id, "{\"circle\": \"active\"}");
    return Example.of().path("id", id);
  }

  private Example withAContact() {
    var id = contact();
    return Example.of().body(body -> body.putArray("contactIds").add(id));
  }

  private Example contactToErase() {
    var id = contact();
    return Example.of().body(body -> body.put("contactId", id));
  }

  private Example meeting(String status) {
    var made =
        post(
            "/v1/meetings",
            """
            {"kind": "oneOnOne", "status": "%s", "contactIds": ["%s"],
             "startsAt": "2026-01-15T09:00:00Z", "endsAt": "2026-01-15T10:00:00Z"}
            """
                .formatted(status, contact()));
    return Example.of().path("id", made.get("id").asText());
  }

  private Example somebodyByAddress() {
    var address = "ada-%s@example.org".formatted(UUID.randomUUID());
    post("/v1/contacts", "{\"name\": \"Ada\", \"emails\": [\"%s\"]}".formatted(address));
    return Example.of().body(body -> body.put("with", address));
  }

  private Example anEvent() {
    var id = contact();
    var made =
        post(
            "/v1/meetings",
            """
            {"kind": "event", "status": "held", "contactIds": ["%s"],
             "startsAt": "2026-01-15T09:00:00Z", "endsAt": "2026-01-15T10:00:00Z"}
            """
                .formatted(id));
    return Example.of().path("id", made.get("id").asText()).path("contactId", id);
  }

  private Example aCalendar() {
    var address = UUID.randomUUID() + "@example.org";
    post("/v1/contacts", "{\"name\": \"Ada\", \"emails\": [\"%s\"]}".formatted(address));
    return Example.of().text(text -> text.replace("ada@example.org", address));
  }

  private Example touched() {
    var id = contact();
    return Example.of().body(body -> body.put("contactId", id));
  }

  /** A question that has waited too long, and so is an open loop as well. */
  private Example aTouch() {
    var made =
        post(
            "/v1/touches",
            """
            {"contactId": "%s", "direction": "inbound", "kind": "email", "asksQuestion": true,
             "happenedAt": "2026-01-15T09:00:00Z"}
            """
                .formatted(contact()));
    return Example.of().path("id", made.get("id").asText());
  }

  private Example aGoal() {
    var made = post("/v1/goals", "{\"words\": \"Three pilot customers\"}");
    return Example.of().path("id", made.get("id").asText());
  }

  private Example aTrip() {
    var made =
        post(
            "/v1/trips",
            "{\"place\": \"Lisbon\", \"from\": \"2026-05-04\", \"to\": \"2026-05-08\"}");
    return Example.of().path("id", made.get("id").asText());
  }

  private void delete(String path) {
    given().auth().oauth2(Tokens.of(owner())).delete(path).then().statusCode(204);
  }

  private Example anErasure() {
    var made = post("/v1/erasures", "{\"contactId\": \"%s\"}".formatted(contact()));
    return Example.of().path("id", made.get("id").asText());
  }
}
