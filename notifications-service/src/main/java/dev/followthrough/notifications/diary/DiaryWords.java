package dev.followthrough.notifications.diary;

import dev.followthrough.events.MeetingKind;
import dev.followthrough.events.Party;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The words in which a calendar shows an entry. What is cancelled says so in its first word,
 * because some calendars go on showing it. At most five names, and ten tasks of 200 characters.
 */
final class DiaryWords {

  private static final int MOST_NAMES = 5;
  private static final int MOST_TASKS = 10;
  private static final int LONGEST = 200;

  private DiaryWords() {}

  static String summary(DiaryEntry entry) {
    var what = what(entry);
    if (!entry.isCancelled()) {
      return what;
    }
    return switch (entry.kind) {
      case MEETING -> "Cancelled: " + what;
      case DEADLINE -> "Settled: " + what;
      case KEEP_IN_TOUCH -> "Not needed: " + what;
    };
  }

  private static String what(DiaryEntry entry) {
    var what =
        switch (entry.kind) {
          case MEETING -> entry.meetingKind == MeetingKind.EVENT ? "Event" : "Meeting";
          case DEADLINE -> "1:1:1";
          case KEEP_IN_TOUCH -> "Keep in touch";
        };
    var names = entry.present().stream().map(Companion::name).toList();
    var with = names.isEmpty() ? what : what + " with " + joined(names);
    return entry.kind == DiaryKind.DEADLINE && !entry.isCancelled() ? "Due: " + with : with;
  }

  /** What a deadline is about, a line for each; null for nothing. */
  static String description(DiaryEntry entry) {
    if (entry.tasks.isEmpty() || entry.isCancelled()) {
      return null;
    }
    var lines =
        entry.tasks.stream()
            .limit(MOST_TASKS)
            .map(task -> line(task, entry.present()))
            .collect(Collectors.joining("\n"));
    var more = entry.tasks.size() - MOST_TASKS;
    return more > 0 ? lines + "\nand %d more".formatted(more) : lines;
  }

  private static String line(Task task, List<Companion> people) {
    var who = task.by().stream().flatMap(party -> name(party, people).stream()).toList();
    return (who.isEmpty() ? "" : joined(who) + ": ")
        + (task.text() == null ? "no words yet" : cut(task.text()))
        + (task.promised() ? "" : " (not promised)");
  }

  private static Optional<String> name(String party, List<Companion> people) {
    return Party.parse(party)
        .contactId()
        .map(
            contact ->
                people.stream().filter(one -> one.is(contact)).map(Companion::name).findFirst())
        .orElse(Optional.of("You"));
  }

  private static String joined(List<String> names) {
    if (names.size() > MOST_NAMES) {
      return "%s and %d more"
          .formatted(String.join(", ", names.subList(0, MOST_NAMES)), names.size() - MOST_NAMES);
    }
    return names.size() == 1
        ? names.getFirst()
        : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
  }

  private static String cut(String words) {
    return words.codePointCount(0, words.length()) <= LONGEST
        ? words
        : words.substring(0, words.offsetByCodePoints(0, LONGEST - 1)) + "…";
  }
}
