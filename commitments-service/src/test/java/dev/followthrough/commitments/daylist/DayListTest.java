package dev.followthrough.commitments.daylist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.commitments.ServiceTest;
import dev.followthrough.events.LoopReason;
import dev.followthrough.events.NextActionKind;
import dev.followthrough.events.NextActionsCompiled;
import dev.followthrough.events.OpenLoopOpened;
import dev.followthrough.events.OwnerRhythm;
import dev.followthrough.events.Participant;
import dev.followthrough.events.ProfileChanged;
import dev.followthrough.events.TouchKind;
import dev.followthrough.platform.id.Ids;
import dev.followthrough.platform.outbox.EventJson;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The owner's list goes out once a day, at their hour. */
@QuarkusTest
class DayListTest extends ServiceTest {

  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

  private Participant ada;

  @BeforeEach
  void knowAda() {
    time.freeze(NOW);
    ada = world.contact("Ada");
    heard();
  }

  @Test
  void the_list_is_told_at_eight_where_nothing_else_was_said() {
    loop(5);
    heard();
    time.freeze(Instant.parse("2026-06-02T08:00:00Z"));
    var told = world.published(NextActionsCompiled.class, _ -> true);
    assertThat(told.on()).isEqualTo("2026-06-02");
    assertThat(told.timeZone()).isEqualTo("UTC");
    assertThat(told.more()).isZero();
    var line = told.actions().getFirst();
    assertThat(line.kind()).isEqualTo(NextActionKind.OPEN_LOOP);
    assertThat(line.words()).isEqualTo("Answer Ada: their question waits.");
    assertThat(line.with()).containsExactly(ada);
    assertThat(line.actionId())
        .hasToString(world.client().get("/v1/next-actions").jsonPath().getString("items[0].id"));
  }

  @Test
  void it_says_the_first_twenty_and_how_many_more_there_are() {
    for (var i = 0; i < 23; i++) {
      loop(5);
    }
    heard();
    time.freeze(Instant.parse("2026-06-02T08:00:00Z"));
    var told = world.published(NextActionsCompiled.class, _ -> true);
    assertThat(told.actions()).hasSize(20);
    assertThat(told.more()).isEqualTo(3);
  }

  @Test
  void a_day_with_nothing_to_do_has_a_list_as_well() {
    time.freeze(Instant.parse("2026-06-02T08:00:00Z"));
    assertThat(world.published(NextActionsCompiled.class, _ -> true).actions()).isEmpty();
  }

  @Test
  void after_an_outage_the_newest_day_is_told_late_and_once() {
    time.freeze(Instant.parse("2026-06-05T07:00:00Z"));
    assertThat(on("2026-06-04").on()).isEqualTo("2026-06-04");
    time.freeze(Instant.parse("2026-06-05T08:00:00Z"));
    on("2026-06-05");
    assertThat(daysUntil("2026-06-05")).containsExactly("2026-06-04", "2026-06-05");
  }

  @Test
  void a_change_of_hour_or_zone_moves_what_lies_ahead_and_no_day_is_told_twice() {
    time.freeze(Instant.parse("2026-06-02T08:00:00Z"));
    on("2026-06-02");
    profile("UTC", "18:30");
    heard();
    time.freeze(Instant.parse("2026-06-02T18:30:00Z"));
    profile("Asia/Tokyo", "09:00");
    heard();
    // the 3rd has begun in Tokyo, but not at nine
    time.freeze(Instant.parse("2026-06-03T00:00:00Z"));
    assertThat(on("2026-06-03").timeZone()).isEqualTo("Asia/Tokyo");
    profile("America/New_York", "09:00");
    heard();
    time.freeze(Instant.parse("2026-06-03T13:00:00Z"));
    heard();
    time.freeze(Instant.parse("2026-06-04T13:00:00Z"));
    on("2026-06-04");
    assertThat(daysUntil("2026-06-04")).containsExactly("2026-06-02", "2026-06-03", "2026-06-04");
  }

  private NextActionsCompiled on(String day) {
    return world.published(NextActionsCompiled.class, e -> e.on().equals(LocalDate.parse(day)));
  }

  /** The days told until this one was. */
  private List<String> daysUntil(String last) {
    var days = new ArrayList<String>();
    kafka.awaitEvents(
        "commitments",
        world.owner(),
        events -> {
          days.clear();
          events.stream()
              .filter(event -> event.type().equals("next_actions.compiled"))
              .map(event -> EventJson.read(event.body(), NextActionsCompiled.class))
              .forEach(told -> days.add(told.on().toString()));
          return days.contains(last);
        });
    return days;
  }

  private void profile(String zone, String hour) {
    world.hears(
        new ProfileChanged(
            zone,
            null,
            new OwnerRhythm(5, null, hour, null),
            List.of(),
            List.of(),
            List.of(),
            null,
            List.of("rhythm")));
  }

  private void loop(int days) {
    world.hears(
        new OpenLoopOpened(
            Ids.next(),
            ada.contactId(),
            LoopReason.QUESTION,
            TouchKind.EMAIL,
            NOW.minus(Duration.ofDays(days + 3)),
            NOW.minus(Duration.ofDays(days))));
  }

  private void heard() {
    world.awaits(world.contact("Zoe").contactId());
  }
}
