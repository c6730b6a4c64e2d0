package dev.followthrough.notifications.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import dev.followthrough.notifications.testing.Client;
import dev.followthrough.notifications.testing.LogRows;
import dev.followthrough.notifications.time.TransportTime;
import dev.followthrough.platform.owner.Owners;
import dev.followthrough.platform.testing.StackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notifications"))
class ForgettingTest {

  @Inject LogKeeper keeper;
  @Inject TransportTime time;
  @Inject Owners owners;
  @Inject EventLog log;

  private final Client owner = Client.ofNewOwner();

  private List<Integer> sequences(String query) {
    return owner
        .get("/v1/events" + query)
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("items.data.sequence");
  }

  @Test
  void events_are_kept_for_30_days_and_who_missed_some_that_are_gone_is_told() throws Exception {
    LogRows.add(owner.owner(), "contact.added", "contact/1", 5, 0);
    LogRows.loggedAt(owner.owner(), 5, time.now().minus(Duration.ofDays(29)));
    LogRows.loggedAt(owner.owner(), 3, time.now().minus(Duration.ofDays(31)));

    keeper.forget(5_000);

    assertThat(sequences("")).containsExactly(4, 5);
    assertThat(sequences("?after=3")).containsExactly(4, 5);
    owner.get("/v1/events?after=2").statusCode(409);
    owner.request().header("Last-Event-ID", "2").get("/v1/events/stream").then().statusCode(409);
  }

  @Test
  void a_log_that_is_in_use_has_its_turn_later_and_holds_up_no_other() throws Exception {
    var busy = Client.ofNewOwner();
    for (var one : List.of(owner, busy)) {
      LogRows.add(one.owner(), "contact.added", "contact/1", 2, 0);
      LogRows.loggedAt(one.owner(), 2, time.now().minus(Duration.ofDays(29)));
      LogRows.loggedAt(one.owner(), 1, time.now().minus(Duration.ofDays(31)));
    }

    owners.act(
        busy.owner(),
        () -> {
          log.lock();
          purgeBeside();
        });

    assertThat(sequences("")).containsExactly(2);
    busy.get("/v1/events").body("items.data.sequence", contains(1, 2));
    keeper.forget(5_000);
    busy.get("/v1/events").body("items.data.sequence", contains(2));
  }

  private void purgeBeside() {
    try {
      CompletableFuture.supplyAsync(() -> keeper.forget(5_000)).get(10, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError("the purge waits for a log in use", e);
    }
  }
}
