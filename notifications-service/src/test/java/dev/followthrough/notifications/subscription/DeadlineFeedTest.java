package dev.followthrough.notifications.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.events.AgreementChanged;
import dev.followthrough.events.AgreementClosed;
import dev.followthrough.events.AgreementOpened;
import dev.followthrough.events.AgreementVoided;
import dev.followthrough.events.CommitmentDeclined;
import dev.followthrough.events.CommitmentKind;
import dev.followthrough.events.CommitmentMissed;
import dev.followthrough.events.CommitmentPromised;
import dev.followthrough.events.Complexity;
import dev.followthrough.events.ContactErased;
import dev.followthrough.events.OpenedCommitment;
import dev.followthrough.events.Party;
import dev.followthrough.platform.testing.StackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** D6: deadlines of agreements in a calendar feed. */
@QuarkusTest
@WithTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notifications"))
class DeadlineFeedTest extends FeedScene {

  private void promise(UUID commitment, Party by, String words, Instant dueAt) {
    tell(
        new CommitmentPromised(
            commitment,
            agreement,
            meeting,
            CommitmentKind.INDIVIDUAL,
            by,
            by.isOwner() ? Party.contact(ADA.contactId()) : Party.OWNER,
            1,
            words,
            Complexity.SIMPLE,
            null,
            dueAt,
            Party.OWNER,
            time.now()));
  }

  private void decline(UUID commitment, Party by) {
    tell(
        new CommitmentDeclined(
            commitment, agreement, CommitmentKind.INDIVIDUAL, by, Party.OWNER, time.now()));
  }

  @Test
  void a_deadline_is_a_free_event_at_its_instant_with_alarms_a_day_and_two_hours_before() {
    var dueAt = inDays(6);

    agree(dueAt);

    var event = event(dueUid());
    assertThat(event)
        .contains(
            "DTSTART:" + utc(dueAt),
            "DTEND:" + utc(dueAt.plus(Duration.ofMinutes(15))),
            "SUMMARY:Due: 1:1:1 with Ada Lovelace",
            "TRANSP:TRANSPARENT",
            "STATUS:CONFIRMED",
            "SEQUENCE:0");
    assertThat(event.stream().filter(line -> line.startsWith("TRIGGER")))
        .containsExactly("TRIGGER;RELATED=START:-PT24H", "TRIGGER;RELATED=START:-PT2H");
    assertThat(Collections.frequency(event, "ACTION:DISPLAY")).isEqualTo(2);
    // newer Outlooks take what stands after an alarm for nothing
    assertThat(event.indexOf("BEGIN:VALARM"))
        .isGreaterThan(event.indexOf("SEQUENCE:0"))
        .isGreaterThan(event.indexOf("STATUS:CONFIRMED"));
  }

  @Test
  void it_says_what_is_open_of_both_sides_and_in_which_words() {
    var dueAt = inDays(6);
    agree(dueAt);
    assertThat(event(dueUid()))
        .contains(
            "DESCRIPTION:You: no words yet (not promised)\\nAda Lovelace: no words yet"
                + " (not promised)");

    promise(mine, Party.OWNER, "Send the article, at last", dueAt);
    promise(hers, Party.contact(ADA.contactId()), "x".repeat(400), dueAt);

    assertThat(event(dueUid()))
        .contains(
            "DESCRIPTION:You: Send the article\\, at last\\nAda Lovelace: " + "x".repeat(199) + "…",
            "SEQUENCE:2");
  }

  @Test
  void an_earlier_deadline_moves_it() {
    agree(inDays(6));

    tell(new AgreementChanged(agreement, meeting, inDays(4)));

    assertThat(event(dueUid())).contains("DTSTART:" + utc(inDays(4)), "SEQUENCE:1");
  }

  @Test
  void once_nothing_is_open_it_is_cancelled_and_reminds_of_nothing() {
    agree(inDays(6));
    decline(mine, Party.OWNER);
    assertThat(event(dueUid()))
        .contains("DESCRIPTION:Ada Lovelace: no words yet (not promised)", "STATUS:CONFIRMED");

    decline(hers, Party.contact(ADA.contactId()));

    assertThat(event(dueUid()))
        .contains("STATUS:CANCELLED", "SUMMARY:Settled: 1:1:1 with Ada Lovelace", "SEQUENCE:2")
        .noneMatch(line -> line.startsWith("BEGIN:VALARM") || line.startsWith("DESCRIPTION"));
  }

  @Test
  void what_was_missed_leaves_the_deadline_as_it_was() {
    var dueAt = inDays(6);
    agree(dueAt);
    promise(mine, Party.OWNER, "Send the article", dueAt);
    var before = event(dueUid());
    time.advance(Duration.ofDays(7));

    tell(
        new CommitmentMissed(
            mine,
            agreement,
            meeting,
            CommitmentKind.INDIVIDUAL,
            List.of(Party.OWNER),
            null,
            "Send the article",
            dueAt));
    tell(new AgreementClosed(agreement, meeting, time.now()));

    assertThat(event(dueUid())).isEqualTo(before);
  }

  @Test
  void a_void_agreement_has_no_deadline_also_after_it() {
    agree(inDays(6));
    time.advance(Duration.ofDays(7));

    tell(new AgreementVoided(agreement, meeting));

    assertThat(event(dueUid())).contains("STATUS:CANCELLED", "SEQUENCE:1");
  }

  @Test
  void an_erased_contact_leaves_what_concerns_the_others() {
    tell(
        new AgreementOpened(
            agreement,
            meeting,
            inDays(6),
            List.of(ADA, BEN),
            List.of(
                new OpenedCommitment(mine, CommitmentKind.SHARED, null, null),
                new OpenedCommitment(
                    hers,
                    CommitmentKind.INDIVIDUAL,
                    Party.contact(ADA.contactId()),
                    Party.OWNER))));
    assertThat(event(dueUid()))
        .contains(
            "DESCRIPTION:You\\, Ada Lovelace and Ben: no words yet (not promised)\\n"
                + "Ada Lovelace: no words yet (not promised)");

    tell(new ContactErased(ADA.contactId(), UUID.randomUUID()));

    assertThat(event(dueUid()))
        .contains(
            "SUMMARY:Due: 1:1:1 with Ben",
            "DESCRIPTION:You and Ben: no words yet (not promised)",
            "SEQUENCE:1");
    tell(new ContactErased(BEN.contactId(), UUID.randomUUID()));
    assertThat(text()).doesNotContain("VEVENT");
  }
}
