package dev.followthrough.notifications.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.events.AskDeferred;
import dev.followthrough.events.AskDirection;
import dev.followthrough.events.Circle;
import dev.followthrough.events.CommitmentDelivered;
import dev.followthrough.events.CommitmentKind;
import dev.followthrough.events.CommitmentsMoved;
import dev.followthrough.events.ContactAdded;
import dev.followthrough.events.ContactErased;
import dev.followthrough.events.ContactMerged;
import dev.followthrough.events.ContactUnmerged;
import dev.followthrough.events.ErasureCompleted;
import dev.followthrough.events.KeepInTouchPlanned;
import dev.followthrough.events.MeetingKind;
import dev.followthrough.events.MeetingScheduled;
import dev.followthrough.events.Participant;
import dev.followthrough.events.Party;
import dev.followthrough.events.PlannedTouch;
import dev.followthrough.notifications.testing.DiaryRows;
import dev.followthrough.platform.testing.StackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of a merged contact the reminders and the diary name the other, and exactly that goes back. */
@QuarkusTest
@WithTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notifications"))
class MergedRemindersTest extends ReminderScene {

  private static final List<String> TABLES = List.of("deadline", "owed", "diary_entry", "reminder");

  private final Participant countess = new Participant(UUID.randomUUID(), "Countess of Lovelace");
  private final UUID mergeId = UUID.randomUUID();
  private final UUID asked = UUID.randomUUID();
  private Instant due;

  /** All that there can be is Ada's, who then becomes the countess. */
  @BeforeEach
  void knowOnePersonTwice() {
    tell(new ContactAdded(ADA.contactId(), ADA.name(), false));
    tell(new ContactAdded(countess.contactId(), countess.name(), false));
    due = time.now().plus(Duration.ofDays(5)).truncatedTo(ChronoUnit.SECONDS);
    tell(
        new MeetingScheduled(
            UUID.randomUUID(), MeetingKind.ONE_ON_ONE, due.minusSeconds(3600), due, List.of(ADA)));
    open(due);
    promise(due);
    tell(
        new AskDeferred(
            UUID.randomUUID(),
            ADA.contactId(),
            asked,
            AskDirection.OUTBOUND,
            time.now(),
            someDay()));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void what_names_the_one_names_the_other_and_back_in_whatever_order_it_is_heard(boolean first) {
    var before = naming(ADA);
    assertThat(before.values()).doesNotContain(0);

    if (first) {
      merge();
      // told by who had not heard of it
      tell(delivered(hers, HER, Party.OWNER));
      move();
    } else {
      tell(delivered(hers, HER, Party.OWNER));
      move();
      merge();
    }
    assertThat(naming(ADA).values()).containsOnly(0);
    assertThat(naming(countess)).isEqualTo(before);
    assertThat(reminders("?kind=askRevisit").getList("items.name", String.class))
        .containsOnly(countess.name());
    // told by who had
    tell(delivered(mine, Party.OWNER, Party.contact(countess.contactId())));

    if (first) {
      moveBack();
      undo();
    } else {
      undo();
      moveBack();
    }
    assertThat(naming(countess).values()).containsOnly(0);
    assertThat(naming(ADA)).isEqualTo(before);
    assertThat(reminders("?kind=askRevisit").getList("items.name", String.class))
        .containsOnly(ADA.name());
  }

  @Test
  void a_repeat_changes_nothing() {
    var before = naming(ADA);
    merge();
    move();
    merge();
    move();
    assertThat(naming(countess)).isEqualTo(before);
    undo();
    moveBack();
    undo();
    moveBack();
    assertThat(naming(ADA)).isEqualTo(before);
  }

  @Test
  void the_turn_of_the_merged_one_does_not_come() {
    var day = someDay();
    tell(
        new KeepInTouchPlanned(
            day, day, List.of(new PlannedTouch(ADA.contactId(), ADA.name(), Circle.ACTIVE, day))));
    assertThat(items("?kind=keepInTouch")).hasSize(1);

    merge();

    assertThat(items("?kind=keepInTouch&status=planned")).isEmpty();
  }

  @Test
  void the_merged_one_is_erased_with_the_other() {
    merge();
    move();
    var erasure = UUID.randomUUID();

    tell(new ContactErased(countess.contactId(), erasure));

    others.awaitEvent(
        "notifications", owner.owner(), ErasureCompleted.class, e -> e.erasureId().equals(erasure));
    for (var table :
        Stream.concat(TABLES.stream(), Stream.of("person", "contact_merge", "message")).toList()) {
      for (var who : List.of(ADA, countess)) {
        assertThat(DiaryRows.holding(table, owner.owner(), who.contactId().toString()))
            .as(table)
            .isZero();
      }
    }
  }

  private CommitmentDelivered delivered(UUID commitment, Party by, Party receiver) {
    return new CommitmentDelivered(
        commitment,
        agreement,
        CommitmentKind.INDIVIDUAL,
        by,
        receiver,
        time.now(),
        Party.OWNER,
        false,
        true);
  }

  private void merge() {
    tell(new ContactMerged(countess.contactId(), ADA.contactId(), mergeId));
  }

  private void move() {
    tell(new CommitmentsMoved(mergeId, countess.contactId(), ADA.contactId(), false));
  }

  private void undo() {
    tell(new ContactUnmerged(countess.contactId(), ADA.contactId(), mergeId, List.of()));
  }

  private void moveBack() {
    tell(new CommitmentsMoved(mergeId, ADA.contactId(), countess.contactId(), true));
  }

  /** How many rows of each table name somebody. */
  private Map<String, Integer> naming(Participant who) {
    return TABLES.stream()
        .collect(
            Collectors.toMap(
                table -> table,
                table -> DiaryRows.holding(table, owner.owner(), who.contactId().toString())));
  }
}
