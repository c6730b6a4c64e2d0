package dev.followthrough.commitments.nextaction;

import dev.followthrough.commitments.ServiceTest;
import dev.followthrough.commitments.World;
import dev.followthrough.events.AsksAfter;
import dev.followthrough.events.Circle;
import dev.followthrough.events.CircleChanged;
import dev.followthrough.events.ContactAdded;
import dev.followthrough.events.ContactFacts;
import dev.followthrough.events.LoopReason;
import dev.followthrough.events.MeetingHeld;
import dev.followthrough.events.MeetingKind;
import dev.followthrough.events.OpenLoopOpened;
import dev.followthrough.events.OriginKind;
import dev.followthrough.events.Participant;
import dev.followthrough.events.TouchDirection;
import dev.followthrough.events.TouchKind;
import dev.followthrough.events.TouchRecorded;
import dev.followthrough.platform.id.Ids;
import dev.followthrough.platform.testing.Tokens;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** An owner with Ada, Bob and what they are to do. */
abstract class Lines extends ServiceTest {

  protected static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

  protected Participant ada;
  protected Participant bob;

  @BeforeEach
  void knowSome() {
    time.freeze(NOW);
    ada = world.contact("Ada");
    bob = world.contact("Bob");
  }

  protected static Instant daysAgo(int days) {
    return NOW.minus(Duration.ofDays(days));
  }

  protected JsonPath list(String query) {
    return world
        .client()
        .get("/v1/next-actions" + query)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .setRootPath("items");
  }

  protected List<String> kinds() {
    return list("").getList("kind");
  }

  /** The id of the only line of a kind. */
  protected String line(String kind) {
    return list("?kind=" + kind).getString("[0].id");
  }

  protected ValidatableResponse hide(String id, String how) {
    return world.client().post("/v1/next-actions/" + id + "/" + how).then();
  }

  protected ValidatableResponse snooze(String id, Instant until) {
    return world
        .client()
        .body("{\"until\": \"%s\"}".formatted(until))
        .post("/v1/next-actions/" + id + "/snooze")
        .then();
  }

  /** All that was told before has been heard of. */
  protected void heard() {
    world.awaits(world.contact("Zoe").contactId());
  }

  protected void inner(Participant one) {
    world.hears(new CircleChanged(one.contactId(), Circle.ACQUAINTANCE, Circle.INNER));
  }

  protected UUID loop(Participant of, int daysAgo) {
    return loop(of, LoopReason.QUESTION, daysAgo);
  }

  protected UUID loop(Participant of, LoopReason reason, int daysAgo) {
    var id = Ids.next();
    world.hears(
        new OpenLoopOpened(
            id, of.contactId(), reason, TouchKind.EMAIL, daysAgo(daysAgo + 3), daysAgo(daysAgo)));
    return id;
  }

  protected UUID event(int daysAgo, Participant... people) {
    var id = Ids.next();
    var end = daysAgo(daysAgo);
    world.hears(
        new MeetingHeld(
            id,
            MeetingKind.EVENT,
            end.minus(Duration.ofHours(2)),
            end,
            List.of(people),
            List.of(),
            null));
    return id;
  }

  protected void touch(Participant with, TouchDirection direction, int daysAgo) {
    world.hears(
        new TouchRecorded(
            Ids.next(),
            with.contactId(),
            direction,
            TouchKind.EMAIL,
            daysAgo(daysAgo),
            null,
            false,
            false,
            false,
            false,
            AsksAfter.NO,
            true,
            false));
  }

  protected Participant offering(String name, OriginKind origin, String... offers) {
    var contact = new Participant(Ids.next(), name);
    world.hears(
        new ContactAdded(
            contact.contactId(),
            name,
            false,
            new ContactFacts(origin, false, List.of(), List.of(), List.of(), List.of(offers))));
    return contact;
  }

  /** The owner's own commitment, promised. */
  protected UUID promised(World.Agreed agreement) {
    return promised(agreement, "owner");
  }

  protected UUID promised(World.Agreed agreement, Object by) {
    var id = agreement.of(by);
    world.patch("/v1/commitments/" + id, "{\"text\": \"Send the link\"}").statusCode(200);
    world.post(id, "promise", null).statusCode(200);
    return id;
  }

  protected UUID favour(Participant from, String more) {
    var body =
        """
        {"contactId": "%s", "direction": "received", "kind": "advice", "size": "small",
         "words": "It", "happenedAt": "2026-05-20T09:00:00Z" %s}
        """;
    return UUID.fromString(
        world
            .client()
            .body(body.formatted(from.contactId(), more))
            .post("/v1/favours")
            .then()
            .statusCode(201)
            .extract()
            .path("id"));
  }

  /** A client of the same owner that may do only this. */
  protected JsonPath listWith(String scopes) {
    return RestAssured.given()
        .auth()
        .oauth2(Tokens.of(world.name(), scopes))
        .get("/v1/next-actions")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .setRootPath("items");
  }
}
