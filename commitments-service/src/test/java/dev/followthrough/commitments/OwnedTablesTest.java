package dev.followthrough.commitments;

import dev.followthrough.events.ContactErased;
import dev.followthrough.events.ErasureCompleted;
import dev.followthrough.events.ProfileChanged;
import dev.followthrough.platform.id.Ids;
import dev.followthrough.platform.kafka.KafkaProbe;
import dev.followthrough.platform.testing.OwnedTablesContract;
import dev.followthrough.platform.testing.SettableTime;
import dev.followthrough.platform.testing.StackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
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
    var agreement = world.meets(world.contact("Ada"));
    world.patch("/v1/commitments/" + agreement.shared(), "{\"text\": \"Do it\"}").statusCode(200);
    world
        .client()
        .header("Idempotency-Key", "once")
        .post("/v1/commitments/" + agreement.shared() + "/promise")
        .then()
        .statusCode(200);
    world.post(agreement.shared(), "delivery", null).statusCode(200);
    world.post(agreement.shared(), "assessment", "{\"value\": 3}").statusCode(200);
    var erasure = Ids.next();
    world.hears(new ContactErased(world.contact("Bob").contactId(), erasure));
    world.published(ErasureCompleted.class, e -> e.erasureId().equals(erasure));
    return world.owner();
  }
}
