package dev.followthrough.notifications.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.events.AskDeferred;
import dev.followthrough.events.AskDirection;
import dev.followthrough.events.AskGranted;
import dev.followthrough.events.Party;
import dev.followthrough.notifications.deadline.Deadlines;
import dev.followthrough.platform.owner.Owners;
import dev.followthrough.platform.testing.StackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How long agreements that are over and reminders that are settled are kept. */
@QuarkusTest
@WithTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notifications"))
class ReminderKeeperTest extends ReminderScene {

  private static final int ALL = 5_000;

  @Inject AgreementKeeper agreements;
  @Inject ReminderKeeper days;
  @Inject Deadlines deadlines;
  @Inject Owners owners;

  private final UUID asked = UUID.randomUUID();

  private void missAndClose() {
    var dueAt = time.now().minus(Duration.ofHours(1));
    open(dueAt);
    promise(dueAt);
    miss(mine, Party.OWNER, dueAt);
    close();
    awaitStatuses("sent");
  }

  private void defer(LocalDate until) {
    tell(
        new AskDeferred(
            UUID.randomUUID(), UUID.randomUUID(), asked, AskDirection.OUTBOUND, time.now(), until));
  }

  private void forget() {
    agreements.forget(ALL);
    days.forget(ALL);
  }

  private boolean isKept(UUID one) {
    return owners.act(owner.owner(), () -> deadlines.find(one).isPresent());
  }

  @Test
  void an_agreement_that_is_over_goes_with_its_reminders_after_ninety_days() {
    missAndClose();

    time.advance(Duration.ofDays(89));
    forget();
    assertThat(statuses()).containsExactly("sent");
    assertThat(isKept(agreement)).isTrue();

    time.advance(Duration.ofDays(2));
    forget();
    assertThat(statuses()).isEmpty();
    assertThat(isKept(agreement)).isFalse();
    assertThat(owners.act(owner.owner(), () -> deadlines.missed(agreement))).isEmpty();
  }

  @Test
  void an_agreement_that_is_not_over_or_has_a_reminder_to_come_stays_however_old() {
    var dueAt = time.now().minus(Duration.ofHours(1));
    var open = UUID.randomUUID();
    open(open, dueAt);
    missAndClose();
    time.advance(Duration.ofDays(80));
    snooze(idOf(0), Duration.ofDays(20));

    time.advance(Duration.ofDays(15));
    forget();

    assertThat(isKept(open)).isTrue();
    assertThat(isKept(agreement)).isTrue();
    assertThat(statuses()).containsExactlyInAnyOrder("sent", "planned");
  }

  @Test
  void what_is_said_of_an_agreement_that_is_forgotten_is_heard_and_brings_nothing_back() {
    missAndClose();
    time.advance(Duration.ofDays(91));
    forget();

    miss(hers, HER, time.now());
    close();

    assertThat(statuses()).isEmpty();
    assertThat(isKept(agreement)).isFalse();
  }

  @Test
  void a_reminder_for_a_day_goes_ninety_days_after_it_was_settled_and_after_its_day() {
    var day = someDay();
    defer(day);
    tell(
        new AskGranted(
            UUID.randomUUID(), UUID.randomUUID(), asked, AskDirection.OUTBOUND, time.now()));
    awaitStatuses("cancelled");

    advanceTo(at(day.plusDays(90), "07:00:00"));
    forget();
    assertThat(statuses()).containsExactly("cancelled");

    advanceTo(at(day.plusDays(90), "09:00:00"));
    forget();
    assertThat(statuses()).isEmpty();
  }

  @Test
  void a_day_that_was_skipped_ahead_stays_skipped_until_long_after_it() {
    var far = someDay().plusDays(200);
    defer(far);
    awaitStatuses("planned");
    owner.post("/v1/reminders/" + idOf(0) + "/skip", null).statusCode(200);

    time.advance(Duration.ofDays(120));
    forget();

    assertThat(statuses()).containsExactly("skipped");
  }

  private void snooze(String id, Duration by) {
    owner
        .post(
            "/v1/reminders/" + id + "/snooze",
            "{\"until\": \"" + time.now().plus(by).toString() + "\"}")
        .statusCode(200);
  }
}
