package dev.followthrough.commitments.standing;

import dev.followthrough.commitments.ServiceTest;
import dev.followthrough.commitments.World;
import dev.followthrough.events.AsksAfter;
import dev.followthrough.events.ContactAdded;
import dev.followthrough.events.ContactFacts;
import dev.followthrough.events.OriginKind;
import dev.followthrough.events.Participant;
import dev.followthrough.events.TouchDirection;
import dev.followthrough.events.TouchKind;
import dev.followthrough.events.TouchRecorded;
import dev.followthrough.platform.id.Ids;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** An owner and Ada, with five shared interests, and what the two do. */
public abstract class Network extends ServiceTest {

  protected static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

  protected Participant ada;

  @BeforeEach
  void knowAda() {
    time.freeze(NOW);
    ada = new Participant(Ids.next(), "Ada");
    world.hears(new ContactAdded(ada.contactId(), "Ada", false, facts(5)));
  }

  protected static ContactFacts facts(int interests) {
    return new ContactFacts(
        OriginKind.EVENT,
        false,
        Collections.nCopies(interests, "bicycles"),
        List.of(),
        List.of(),
        List.of());
  }

  protected static Instant daysAgo(int days) {
    return NOW.minus(Duration.ofDays(days));
  }

  /** A touch that asks nothing. */
  protected UUID touch(TouchDirection direction, Instant at) {
    return touch(direction, at, null, AsksAfter.NO);
  }

  protected UUID touch(TouchDirection direction, Instant at, UUID answers, AsksAfter asksAfter) {
    var id = Ids.next();
    world.hears(
        new TouchRecorded(
            id,
            ada.contactId(),
            direction,
            TouchKind.EMAIL,
            at,
            answers,
            false,
            false,
            false,
            false,
            asksAfter,
            true,
            false));
    return id;
  }

  /** The contact's individual commitment of a new meeting, promised. */
  protected UUID promisedBy(World.Agreed agreement, Object promiser, String more) {
    var id = agreement.of(promiser);
    world
        .patch("/v1/commitments/" + id, "{\"text\": \"Send the link\"" + more + "}")
        .statusCode(200);
    world.post(id, "promise", null).statusCode(200);
    return id;
  }

  protected UUID promisedBy(World.Agreed agreement, Object promiser) {
    return promisedBy(agreement, promiser, "");
  }

  protected void delivers(UUID id, Object by) {
    world.post(id, "delivery", "{\"reportedBy\": \"" + by + "\"}").statusCode(200);
  }

  protected JsonPath standing() {
    return standing("");
  }

  protected JsonPath standing(String query) {
    return world
        .client()
        .get("/v1/contacts/" + ada.contactId() + "/standing" + query)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  protected JsonPath evidence(String query) {
    return world
        .client()
        .get("/v1/contacts/" + ada.contactId() + "/standing/evidence?figure=" + query)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }
}
