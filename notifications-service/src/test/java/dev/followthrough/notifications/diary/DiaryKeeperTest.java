package dev.followthrough.notifications.diary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.events.Participant;
import dev.followthrough.notifications.testing.Client;
import dev.followthrough.notifications.testing.DiaryRows;
import dev.followthrough.platform.testing.SettableTime;
import dev.followthrough.platform.testing.StackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notifications"))
class DiaryKeeperTest {

  private static final Participant ADA = new Participant(UUID.randomUUID(), "Ada");

  @Inject DiaryKeeper keeper;
  @Inject SettableTime time;

  private final UUID owner = Client.ofNewOwner().owner();

  @Test
  void what_no_calendar_is_told_any_more_is_forgotten_and_nothing_else() throws Exception {
    DiaryRows.meetings(owner, ADA, time.now().minus(Duration.ofDays(92)), 10);
    DiaryRows.meetings(owner, ADA, time.now().minus(Duration.ofDays(80)), 4);

    keeper.forget(5_000);

    assertThat(DiaryRows.holding("diary_entry", owner, "Ada")).isEqualTo(4);
  }

  @Test
  void what_was_cancelled_is_forgotten_after_thirty_days() throws Exception {
    DiaryRows.meetings(owner, ADA, time.now().plus(Duration.ofDays(5)), 3);
    DiaryRows.cancel(owner, time.now().minus(Duration.ofDays(32)));
    DiaryRows.meetings(owner, ADA, time.now().plus(Duration.ofDays(5)), 2);
    DiaryRows.cancel(owner, time.now().minus(Duration.ofDays(29)));

    keeper.forget(5_000);

    assertThat(DiaryRows.holding("diary_entry", owner, "Ada")).isEqualTo(2);
  }
}
