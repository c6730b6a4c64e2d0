package dev.followthrough.notifications.letter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.followthrough.events.AssessmentDue;
import dev.followthrough.events.CommitmentDeadlineApproaching;
import dev.followthrough.events.CommitmentDeadlinePassed;
import dev.followthrough.events.DigestDue;
import dev.followthrough.events.ReminderDue;
import dev.followthrough.notifications.message.LoggedMessage;
import dev.followthrough.notifications.smtp.Letter;
import dev.followthrough.notifications.smtp.SmtpServer;
import dev.followthrough.platform.outbox.EventJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Writes the mails: of an event by what receivers of webhooks get of it, and of a code to confirm
 * an address with.
 */
public final class Letters {

  private static final String DIGEST = "digest.due";
  private static final Set<String> REMINDERS =
      Set.of(
          "commitment.deadline.approaching",
          "commitment.deadline.passed",
          "assessment.due",
          "reminder.due");
  private static final JsonMapper JSON = new JsonMapper();

  private Letters() {}

  public static boolean isReminder(String type) {
    return REMINDERS.contains(type);
  }

  public static boolean isDigest(String type) {
    return type.equals(DIGEST);
  }

  /**
   * The mail of an event.
   *
   * @return empty for one that is not mailed
   */
  public static Optional<Letter> of(
      LoggedMessage message, SmtpServer server, String to, String unsubscribeToken, Instant now) {
    return words(message)
        .map(
            words -> {
              var link = server.publicUrl() + "/v1/email-unsubscriptions/" + unsubscribeToken;
              return new Letter(
                  id(message.id(), to, server),
                  to,
                  words.subject(),
                  LetterForm.text(words, link),
                  LetterForm.html(words, link),
                  link,
                  now);
            });
  }

  /** The deadline that a message speaks of as ahead. */
  public static Optional<Instant> comesBefore(LoggedMessage message) {
    return switch (message.type()) {
      case "commitment.deadline.approaching" ->
          Optional.of(EventJson.read(facts(message), CommitmentDeadlineApproaching.class).dueAt());
      case "assessment.due" ->
          Optional.of(EventJson.read(facts(message), AssessmentDue.class).until());
      default -> Optional.empty();
    };
  }

  /** The mail that asks whether an address is its reader's. */
  public static Letter ofCode(UUID id, String code, SmtpServer server, String to, Instant now) {
    var words =
        new Words(
            "Your confirmation code",
            "To have reminders and digests of Followthrough mailed here, enter this code where you"
                + " were asked for it:",
            List.of(new Words.Item(code, "It counts for 24 hours.")),
            "If you did not ask for this, do nothing: nothing more is mailed to you.");
    return new Letter(
        id(id, to, server),
        to,
        words.subject(),
        LetterForm.text(words, null),
        LetterForm.html(words, null),
        null,
        now);
  }

  /** The same for one event and address, whichever try it is. */
  private static String id(UUID what, String to, SmtpServer server) {
    var name = (what + "\n" + to).getBytes(StandardCharsets.UTF_8);
    return UUID.nameUUIDFromBytes(name) + "@" + server.domain();
  }

  private static Optional<Words> words(LoggedMessage message) {
    var facts = facts(message);
    return switch (message.type()) {
      case "commitment.deadline.approaching" ->
          Optional.of(WordsOfEvents.of(EventJson.read(facts, CommitmentDeadlineApproaching.class)));
      case "commitment.deadline.passed" ->
          Optional.of(WordsOfEvents.of(EventJson.read(facts, CommitmentDeadlinePassed.class)));
      case "assessment.due" ->
          Optional.of(WordsOfEvents.of(EventJson.read(facts, AssessmentDue.class)));
      case "reminder.due" ->
          Optional.of(WordsOfEvents.of(EventJson.read(facts, ReminderDue.class)));
      case DIGEST -> Optional.of(WordsOfEvents.of(EventJson.read(facts, DigestDue.class)));
      default -> Optional.empty();
    };
  }

  private static String facts(LoggedMessage message) {
    try {
      return JSON.readTree(message.body()).path("data").toString();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a message of the log is no JSON", e);
    }
  }
}
