package dev.followthrough.notifications.letter;

import dev.followthrough.events.AssessmentDue;
import dev.followthrough.events.CommitmentDeadlineApproaching;
import dev.followthrough.events.CommitmentDeadlinePassed;
import dev.followthrough.events.Digest;
import dev.followthrough.events.DigestDue;
import dev.followthrough.events.NextAction;
import dev.followthrough.events.OpenCommitment;
import dev.followthrough.events.Participant;
import dev.followthrough.events.Party;
import dev.followthrough.events.ReminderDue;
import dev.followthrough.notifications.letter.Words.Item;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a reminder or digest says in a mail: the facts of its event, in the owner's zone as the
 * event names it. Events hold no caveat, note or figure, and nothing else is looked up.
 */
final class WordsOfEvents {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ENGLISH);

  private WordsOfEvents() {}

  static Words of(CommitmentDeadlineApproaching event) {
    var until = moment(event.dueAt(), event.timeZone());
    return new Words(
        "Due %s: %s".formatted(until, what(event.open())),
        "The week of your 1:1:1 ends on %s (%s), and this is open:"
            .formatted(until, event.timeZone()),
        event.open().stream().map(WordsOfEvents::owed).toList(),
        null);
  }

  static Words of(CommitmentDeadlinePassed event) {
    return new Words(
        "Missed: " + what(event.missed()),
        "The week of your 1:1:1 ended on %s (%s), and this was missed:"
            .formatted(moment(event.dueAt(), event.timeZone()), event.timeZone()),
        event.missed().stream().map(WordsOfEvents::owed).toList(),
        "What you missed yourself is worth an apology, and a date.");
  }

  static Words of(AssessmentDue event) {
    var until = moment(event.until(), event.timeZone());
    return new Words(
        "To assess until %s: %s".formatted(until, what(event.open())),
        "Until %s (%s) you can say how good this was:".formatted(until, event.timeZone()),
        event.open().stream()
            .map(one -> new Item(text(one), "With " + names(one, one.by())))
            .toList(),
        null);
  }

  static Words of(ReminderDue event) {
    var name = event.name() == null ? "a contact" : event.name();
    var subject =
        switch (event.matter()) {
          case KEEP_IN_TOUCH -> "Keep in touch with " + name;
          case ASK_REVISIT -> "Come back to what you asked of " + name;
        };
    return new Words(
        subject,
        "%s is the day: %s.".formatted(DAY.format(event.on()), subject),
        event.words() == null ? List.of() : List.of(new Item(event.words(), null)),
        event.question() == null ? null : "You could ask: " + event.question());
  }

  static Words of(DigestDue event) {
    return new Words(
        "Your next actions, %s".formatted(DAY.format(event.on())),
        (event.period() == Digest.WEEKLY ? "For the week from " : "For ")
            + DAY.format(event.on())
            + ", the most important first:",
        event.actions().stream().map(action -> toDo(action, event.on(), event.timeZone())).toList(),
        event.more() > 0 ? "And %d more.".formatted(event.more()) : null);
  }

  private static Item toDo(NextAction action, LocalDate on, String zone) {
    var with = action.with().stream().map(Participant::name).collect(Collectors.joining(", "));
    var by = action.doBy() == null ? "" : "Until " + moment(action.doBy(), zone);
    var detail = with.isEmpty() || by.isEmpty() ? with + by : with + ". " + by;
    return new Item(action.words(), detail.isEmpty() ? null : detail);
  }

  private static Item owed(OpenCommitment one) {
    var detail =
        switch (one.kind()) {
          case SHARED -> "Together; still owed by " + names(one, one.by());
          case INDIVIDUAL ->
              one.receiver() == null
                  ? "Owed by " + names(one, one.by())
                  : "Owed by %s to %s"
                      .formatted(names(one, one.by()), names(one, List.of(one.receiver())));
        };
    return new Item(text(one), one.promised() ? detail : detail + "; not promised yet");
  }

  private static String what(List<OpenCommitment> several) {
    return several.size() == 1
        ? text(several.getFirst())
        : "%d commitments".formatted(several.size());
  }

  private static String text(OpenCommitment one) {
    return one.text() == null ? "an action without words yet" : one.text();
  }

  private static String names(OpenCommitment one, List<Party> parties) {
    return parties.stream().map(party -> name(one, party)).collect(Collectors.joining(", "));
  }

  private static String name(OpenCommitment one, Party party) {
    return party.isOwner()
        ? "you"
        : one.names().stream()
            .filter(person -> person.contactId().equals(party.contact()))
            .map(Participant::name)
            .findFirst()
            .orElse("a contact");
  }

  private static String moment(Instant at, String zone) {
    return MOMENT.format(at.atZone(zone(zone)));
  }

  private static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException _) {
      return ZoneId.of("UTC");
    }
  }
}
