package dev.followthrough.contacts.conversation;

import dev.followthrough.contacts.detail.ContactParts.Occasion;
import dev.followthrough.contacts.detail.ContactParts.OccasionKind;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;

/**
 * Which occasions of a contact are worth a word: those of 30 days before or after today, the
 * nearest first. A birthday comes back each year, on 28 February where it has no day of its own;
 * the others are of their date alone.
 */
final class OccasionRule {

  static final int NEAR_DAYS = 30;

  private OccasionRule() {}

  /** The same occasions, on the day of theirs that is near. */
  static List<Occasion> near(List<Occasion> occasions, LocalDate today) {
    return occasions.stream()
        .map(one -> new Occasion(one.kind(), day(one, today), one.note()))
        .filter(one -> distance(one, today) <= NEAR_DAYS)
        .sorted(Comparator.comparingLong(one -> distance(one, today)))
        .toList();
  }

  static Suggestion suggestion(Occasion near) {
    var words =
        switch (near.kind()) {
          case BIRTHDAY -> "How do they spend their birthday?";
          case NEW_JOB -> "How is the new job?";
          case BOOK -> "How is their book received?";
          case AWARD -> "What did they get the award for, and what changes by it?";
          case OTHER -> "What does the occasion mean to them?";
        };
    return SuggestionReason.OCCASION
        .of("%s", words)
        .because("%s on %s%s.", name(near.kind()), near.date(), note(near.note()));
  }

  private static String name(OccasionKind kind) {
    return switch (kind) {
      case BIRTHDAY -> "Their birthday is";
      case NEW_JOB -> "Their new job is dated";
      case BOOK -> "Their book is dated";
      case AWARD -> "Their award is dated";
      case OTHER -> "An occasion of theirs is";
    };
  }

  private static String note(String note) {
    return note == null || note.isBlank() ? "" : " (" + note + ")";
  }

  private static LocalDate day(Occasion occasion, LocalDate today) {
    if (occasion.kind() != OccasionKind.BIRTHDAY) {
      return occasion.date();
    }
    return List.of(-1, 0, 1).stream()
        .map(years -> occasion.date().withYear(today.getYear() + years))
        .min(Comparator.comparingLong(day -> Math.abs(ChronoUnit.DAYS.between(today, day))))
        .orElseThrow();
  }

  private static long distance(Occasion occasion, LocalDate today) {
    return Math.abs(ChronoUnit.DAYS.between(today, occasion.date()));
  }
}
