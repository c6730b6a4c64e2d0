package dev.followthrough.commitments;

import dev.followthrough.events.AsksAfter;
import dev.followthrough.events.Circle;
import dev.followthrough.events.ContactChanged;
import dev.followthrough.events.ContactErased;
import dev.followthrough.events.ContactFacts;
import dev.followthrough.events.ErasureCompleted;
import dev.followthrough.events.GoalSet;
import dev.followthrough.events.GoalStatus;
import dev.followthrough.events.KeepInTouchPlanned;
import dev.followthrough.events.LoopReason;
import dev.followthrough.events.MeetingHeld;
import dev.followthrough.events.MeetingKind;
import dev.followthrough.events.MeetingScheduled;
import dev.followthrough.events.OpenLoopOpened;
import dev.followthrough.events.PlannedTouch;
import dev.followthrough.events.ProfileChanged;
import dev.followthrough.events.TouchDirection;
import dev.followthrough.events.TouchKind;
import dev.followthrough.events.TouchRecorded;
import dev.followthrough.platform.id.Ids;
import dev.followthrough.platform.kafka.KafkaProbe;
import dev.followthrough.platform.testing.OwnedTablesContract;
import dev.followthrough.platform.testing.SettableTime;
import dev.followthrough.platform.testing.StackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Row-level security on every table of this service. */
@QuarkusTest
@WithTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = "schema", value = "commitments"))
class OwnedTablesTest extends OwnedTablesContract {

  @Inject SettableTime time;
  @Inject KafkaProbe kafka;

  @Override
  protected UUID anOwnerWithRows() {
    var world = new World(kafka, time);
    world.hears(new ProfileChanged("Europe/Berlin"));
    var ada = world.contact("Ada");
    world.hears(new GoalSet(Ids.next(), GoalStatus.OPEN, null));
    world.hears(
        new OpenLoopOpened(
            Ids.next(), ada.contactId(), LoopReason.THANKS, TouchKind.EMAIL, now(), now()));
    world.hears(
        new TouchRecorded(
            Ids.next(),
            ada.contactId(),
            TouchDirection.INBOUND,
            TouchKind.EMAIL,
            now(),
            null,
            false,
            false,
            false,
            true,
            AsksAfter.NO,
            true,
            false));
    world.hears(
        new MeetingHeld(
            Ids.next(), MeetingKind.EVENT, now(), now(), List.of(ada), List.of(), null));
    world.hears(new MeetingScheduled(Ids.next(), MeetingKind.GROUP, now(), now(), List.of(ada)));
    var today = LocalDate.now(ZoneOffset.UTC);
    world.hears(
        new KeepInTouchPlanned(
            today,
            today,
            List.of(new PlannedTouch(ada.contactId(), "Ada", Circle.ACQUAINTANCE, today))));
    var facts = new ContactFacts(null, false, List.of(), List.of(), List.of(), List.of("design"));
    world.hears(new ContactChanged(ada.contactId(), "Ada", false, facts, List.of("offers")));
    var agreement = world.meets(ada);
    make(world, "/v1/action-ideas", "{\"kind\": \"shared\", \"words\": \"Ride together\"}");
    make(
        world,
        "/v1/favours",
        """
        {"contactId": "%s", "direction": "given", "kind": "link", "size": "small", "words": "It"}
        """
            .formatted(ada.contactId()));
    make(
        world,
        "/v1/asks",
        """
        {"contactIds": ["%s"], "direction": "outbound", "words": "Would you?"}
        """
            .formatted(ada.contactId()));
    world.patch("/v1/commitments/" + agreement.shared(), "{\"text\": \"Do it\"}").statusCode(200);
    world
        .client()
        .header("Idempotency-Key", "once")
        .post("/v1/commitments/" + agreement.shared() + "/promise")
        .then()
        .statusCode(200);
    world.post(agreement.shared(), "delivery", null).statusCode(200);
    world.post(agreement.shared(), "assessment", "{\"value\": 3}").statusCode(200);
    var line = world.client().get("/v1/next-actions?kind=openLoop").path("items[0].id");
    world.client().post("/v1/next-actions/" + line + "/dismissal").then().statusCode(200);
    var erasure = Ids.next();
    world.hears(new ContactErased(world.contact("Bob").contactId(), erasure));
    world.published(ErasureCompleted.class, e -> e.erasureId().equals(erasure));
    return world.owner();
  }

  private Instant now() {
    return time.now();
  }

  private static void make(World world, String path, String body) {
    world.client().body(body).post(path).then().statusCode(201);
  }
}
