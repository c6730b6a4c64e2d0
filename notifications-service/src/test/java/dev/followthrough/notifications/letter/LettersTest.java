package dev.followthrough.notifications.letter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.events.AssessmentDue;
import dev.followthrough.events.CommitmentDeadlineApproaching;
import dev.followthrough.events.CommitmentDeadlinePassed;
import dev.followthrough.events.CommitmentKind;
import dev.followthrough.events.Digest;
import dev.followthrough.events.DigestDue;
import dev.followthrough.events.Event;
import dev.followthrough.events.EventCatalogue;
import dev.followthrough.events.NextAction;
import dev.followthrough.events.NextActionKind;
import dev.followthrough.events.OpenCommitment;
import dev.followthrough.events.Participant;
import dev.followthrough.events.Party;
import dev.followthrough.events.ReminderDue;
import dev.followthrough.events.ReminderMatter;
import dev.followthrough.notifications.message.LoggedMessage;
import dev.followthrough.notifications.smtp.Letter;
import dev.followthrough.notifications.smtp.SmtpConfig.Protection;
import dev.followthrough.notifications.testing.SettableSmtp;
import dev.followthrough.platform.outbox.EventJson;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What the mails say, of the facts of their events. */
class LettersTest {

  private static final UUID ID = UUID.randomUUID();
  private static final Participant ADA = new Participant(UUID.randomUUID(), "Ada");
  private static final Party HER = Party.contact(ADA.contactId());
  private static final Instant DUE = Instant.parse("2026-12-03T13:30:00Z");

  private static Letter letter(Event event) {
    return letter(event, "ada@example.org");
  }

  private static Letter letter(Event event, String to) {
    var body = "{\"type\":\"x\",\"data\":%s}".formatted(EventJson.write(event));
    return Letters.of(
            new LoggedMessage(ID, 1, EventCatalogue.typeOf(event), event.subject(), null, body),
            SettableSmtp.at(25, Protection.NONE),
            to,
            "TOKEN",
            DUE)
        .orElseThrow();
  }

  private static OpenCommitment mine(String text) {
    return new OpenCommitment(
        UUID.randomUUID(),
        CommitmentKind.INDIVIDUAL,
        text,
        true,
        List.of(Party.OWNER),
        HER,
        List.of(ADA));
  }

  private static OpenCommitment shared() {
    return new OpenCommitment(
        UUID.randomUUID(),
        CommitmentKind.SHARED,
        null,
        false,
        List.of(Party.OWNER, HER),
        null,
        List.of(ADA));
  }

  private static CommitmentDeadlineApproaching approaching(OpenCommitment... open) {
    return new CommitmentDeadlineApproaching(
        ID, ID, DUE, "2026-12-03T19:15:00+05:45", "Asia/Kathmandu", "PT24H", List.of(open));
  }

  @Test
  void a_deadline_is_told_in_the_owners_zone_with_all_that_is_open() {
    var letter = letter(approaching(mine("Send the article"), shared()));

    assertThat(letter.subject()).isEqualTo("Due Thu 3 Dec 2026, 19:15: 2 commitments");
    assertThat(letter.text())
        .contains("Thu 3 Dec 2026, 19:15 (Asia/Kathmandu)")
        .contains("- Send the article\n  Owed by you to Ada\n")
        .contains(
            "- an action without words yet\n  Together; still owed by you, Ada; not promised yet");
  }

  @Test
  void one_open_commitment_is_named_in_the_subject() {
    assertThat(letter(approaching(mine("Send the article"))).subject())
        .isEqualTo("Due Thu 3 Dec 2026, 19:15: Send the article");
  }

  @Test
  void a_miss_names_what_was_missed() {
    var letter =
        letter(
            new CommitmentDeadlinePassed(
                ID, ID, DUE, "", "No/Such_Zone", List.of(mine("Send the article"))));

    assertThat(letter.subject()).isEqualTo("Missed: Send the article");
    assertThat(letter.text()).contains("Thu 3 Dec 2026, 13:30", "Owed by you to Ada", "apology");
  }

  @Test
  void an_assessment_names_what_is_to_be_assessed_and_until_when() {
    var letter =
        letter(new AssessmentDue(ID, ID, DUE, "", "UTC", "PT24H", List.of(mine("The article"))));

    assertThat(letter.subject()).isEqualTo("To assess until Thu 3 Dec 2026, 13:30: The article");
  }

  @Test
  void a_day_says_with_whom_why_and_what_to_ask() {
    var letter =
        letter(
            new ReminderDue(
                ID,
                ReminderMatter.KEEP_IN_TOUCH,
                ADA.contactId(),
                "Ada",
                LocalDate.of(2026, 12, 3),
                "You last spoke of bicycles.",
                "How was it?",
                "UTC"));

    assertThat(letter.subject()).isEqualTo("Keep in touch with Ada");
    assertThat(letter.text()).contains("bicycles", "You could ask: How was it?");
    assertThat(
            letter(
                    new ReminderDue(
                        ID,
                        ReminderMatter.ASK_REVISIT,
                        ADA.contactId(),
                        "Ada",
                        LocalDate.of(2026, 12, 3),
                        null,
                        null,
                        "UTC"))
                .subject())
        .isEqualTo("Come back to what you asked of Ada");
  }

  private static DigestDue digest(String words) {
    var action =
        new NextAction(
            ID, NextActionKind.OWN_PROMISE, words, "commitment/" + ID, List.of(ADA), DUE);
    return new DigestDue(
        ID, Digest.WEEKLY, LocalDate.of(2026, 12, 3), "Asia/Kathmandu", List.of(action), 2);
  }

  @Test
  void a_digest_lists_the_actions_and_how_many_more() {
    var letter = letter(digest("Send the article"));

    assertThat(letter.subject()).isEqualTo("Your next actions, Thu 3 Dec 2026");
    assertThat(letter.text())
        .contains("- Send the article\n  Ada. Until Thu 3 Dec 2026, 19:15\n")
        .contains("And 2 more.");
    assertThat(letter.html()).contains("<li><strong>Send the article</strong><br>Ada. Until");
  }

  @Test
  void the_link_is_in_both_forms_and_an_id_is_one_of_event_and_address() {
    var letter = letter(digest("Send the article"));
    var link = SettableSmtp.PUBLIC_URL + "/v1/email-unsubscriptions/TOKEN";

    assertThat(letter.unsubscribeUrl()).isEqualTo(link);
    assertThat(letter.text()).contains(link);
    assertThat(letter.html()).contains("<a href=\"" + link + "\">");
    assertThat(letter(digest("Other words")).id()).isEqualTo(letter.id());
    assertThat(letter(digest("Send the article"), "ben@example.org").id())
        .isNotEqualTo(letter.id());
  }

  @Property(tries = 200)
  void whatever_is_said_stays_one_line_and_becomes_no_markup(@ForAll String said) {
    var letter = letter(digest(said + "<script>alert('x')</script>&\"\r\nBcc: x\u2028y\u202ez"));

    assertThat(letter.html()).doesNotContain("<script>").contains("&lt;script&gt;");
    assertThat(letter.text().lines().filter(line -> line.startsWith("Bcc"))).isEmpty();
    assertThat(letter.text()).doesNotContain("\u202e");
    var subject = letter(approaching(mine(said + "\r\nBcc: x"))).subject();
    assertThat(subject).doesNotContain("\r", "\n");
    assertThat(subject.codePointCount(0, subject.length())).isLessThanOrEqualTo(150);
  }
}
