package dev.followthrough.notifications;

import static org.awaitility.Awaitility.await;

import dev.followthrough.events.AgreementOpened;
import dev.followthrough.events.CommitmentKind;
import dev.followthrough.events.ContactAdded;
import dev.followthrough.events.ContactErased;
import dev.followthrough.events.OpenedCommitment;
import dev.followthrough.events.Participant;
import dev.followthrough.events.Party;
import dev.followthrough.events.ProfileChanged;
import dev.followthrough.notifications.testing.Client;
import dev.followthrough.notifications.testing.Receiver;
import dev.followthrough.platform.kafka.KafkaProbe;
import dev.followthrough.platform.testing.OwnedTablesContract;
import dev.followthrough.platform.testing.SettableTime;
import dev.followthrough.platform.testing.StackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Row-level security of the schema notifications. */
@QuarkusTest
@WithTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notifications"))
class OwnedTablesTest extends OwnedTablesContract {

  @Inject KafkaProbe others;
  @Inject SettableTime time;

  @Override
  protected Set<String> readAcrossOwners() {
    return Set.of("endpoint_lane", "feed_token");
  }

  @Override
  protected UUID anOwnerWithRows() {
    var owner = Client.ofNewOwner();
    try (var receiver = new Receiver()) {
      var endpoint = owner.endpoint(receiver.url(), "*");
      owner.request().body("{}").put("/v1/reminder-policy").then().statusCode(200);
      owner.post("/v1/calendar-feeds", "{}").statusCode(201);
      others.publish("contacts", owner.owner(), new ProfileChanged("Europe/Berlin"), time.now());
      others.publish(
          "contacts", owner.owner(), new ContactAdded(UUID.randomUUID(), "Ada", false), time.now());
      others.publish(
          "commitments",
          owner.owner(),
          new AgreementOpened(
              UUID.randomUUID(),
              UUID.randomUUID(),
              time.now().plus(Duration.ofDays(5)),
              List.of(new Participant(UUID.randomUUID(), "Ada")),
              List.of(
                  new OpenedCommitment(
                      UUID.randomUUID(), CommitmentKind.INDIVIDUAL, Party.OWNER, null))),
          time.now());
      others.publish(
          "contacts",
          owner.owner(),
          new ContactErased(UUID.randomUUID(), UUID.randomUUID()),
          time.now());
      receiver.await(3);
      owner
          .request()
          .header("Idempotency-Key", "once")
          .post("/v1/webhook-endpoints/" + endpoint.id() + "/test")
          .then()
          .statusCode(202);
      await()
          .until(
              () ->
                  owner
                      .deliveries(endpoint)
                      .getList("items.status")
                      .equals(List.of("delivered", "delivered", "delivered", "delivered")));
    }
    return owner.owner();
  }
}
