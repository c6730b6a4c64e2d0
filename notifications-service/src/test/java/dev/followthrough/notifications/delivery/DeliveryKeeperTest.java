package dev.followthrough.notifications.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.followthrough.notifications.testing.Client;
import dev.followthrough.notifications.testing.Client.Endpoint;
import dev.followthrough.notifications.testing.Receiver;
import dev.followthrough.notifications.time.TransportTime;
import dev.followthrough.platform.owner.Owners;
import dev.followthrough.platform.sql.Sql;
import dev.followthrough.platform.testing.StackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What was left of a delivery when its message went. */
@QuarkusTest
@WithTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notifications"))
class DeliveryKeeperTest {

  private static final int ALL = 5_000;

  @Inject DeliveryKeeper keeper;
  @Inject TransportTime time;
  @Inject Owners owners;
  @Inject Sql sql;

  private final Client owner = Client.ofNewOwner();
  private final Receiver receiver = new Receiver();

  @AfterEach
  void close() {
    receiver.close();
  }

  /** So many events have been delivered. */
  private void delivered(int count) {
    Endpoint endpoint = owner.endpoint(receiver.url(), "*");
    for (var i = 0; i < count; i++) {
      owner.post("/v1/webhook-endpoints/" + endpoint.id() + "/test", null).statusCode(202);
    }
    await().until(() -> rows("delivery_attempt") == count);
  }

  private int rows(String table) {
    return owners.act(
        owner.owner(),
        () -> sql.first("select count(*) from " + table, row -> row.getInt(1)).orElseThrow());
  }

  private void change(String statement, Object... arguments) {
    owners.act(owner.owner(), () -> sql.update(statement, arguments));
  }

  private UUID first() {
    return owners
        .act(
            owner.owner(),
            () ->
                sql.first(
                    "select event_id from delivery order by id",
                    row -> row.getObject(1, UUID.class)))
        .orElseThrow();
  }

  /** By the clock that other tests move, too. */
  private void age(int days) {
    var then = time.now().minus(Duration.ofDays(days));
    change("update delivery set created_at = ?", then);
    change("update delivery_attempt set started_at = ?", then);
  }

  @Test
  void a_delivery_of_a_message_that_is_gone_goes_with_its_attempts_after_thirty_days() {
    delivered(2);
    change("delete from message where id = ?", first());

    age(29);
    keeper.forget(ALL);
    assertThat(rows("delivery")).isEqualTo(2);

    age(31);
    keeper.forget(ALL);
    assertThat(rows("delivery")).isEqualTo(1);
    assertThat(rows("delivery_attempt")).isEqualTo(1);
  }

  @Test
  void an_attempt_whose_delivery_is_gone_goes_after_thirty_days() {
    delivered(2);
    change("delete from delivery where event_id = ?", first());

    age(29);
    keeper.forget(ALL);
    assertThat(rows("delivery_attempt")).isEqualTo(2);

    age(31);
    keeper.forget(ALL);
    assertThat(rows("delivery_attempt")).isEqualTo(1);
  }
}
