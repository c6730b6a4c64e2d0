package dev.followthrough.contacts.conversation;

import dev.followthrough.contacts.detail.ContactParts.Occasion;
import dev.followthrough.contacts.detail.ContactParts.OccasionKind;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;

/**
 * Which occasions of a contact are worth a word: those of 30 days before or after today, the
 * nearest first. A birthday, and what the owner says so of, comes back each year; the others are of
 * their date alone.
 */
final class OccasionRule {

  static final int NEAR_DAYS = 30;

  private OccasionRule() {}

  /** An occasion on the day of it that is near. */
  record Near(Occasion occasion, LocalDate day) {

    private long distance(LocalDate today) {
      return Math.abs(ChronoUnit.DAYS.between(today, day));
    }
  }

  static List<Near> near(List<Occasion> occasions, LocalDate today) {
    return occasions.stream()
        .map(one -> new Near(one, one.dayNearest(today)))
        .filter(near -> near.distance(today) <= NEAR_DAYS)
        .sorted(Comparator.comparingLong(near -> near.distance(today)))
        .toList();
  }

  static Suggestion suggestion(Near near) {
    var occasion = near.occasion();
    var kind = occasion.kind();
    var again = occasion.comesYearly();
    var words =
        switch (kind) {
          case BIRTHDAY -> "How do they spend their birthday?";
          case NEW_JOB ->
              again ? "What has the job become for them since then?" : "How is the new job?";
          case BOOK ->
              again ? "What has come of their book since then?" : "How is their book received?";
          case AWARD ->
              again
                  ? "What has changed by the award since then?"
                  : "What did they get the award for, and what changes by it?";
          case OTHER -> "What does the occasion mean to them?";
        };
    return SuggestionReason.OCCASION
        .of("%s", words)
        .because(
            "%s on %s%s.", again ? yearly(kind) : name(kind), near.day(), note(occasion.note()));
  }

  private static String yearly(OccasionKind kind) {
    return switch (kind) {
      case BIRTHDAY, OTHER -> name(kind);
      case NEW_JOB -> "The day of their new job comes round";
      case BOOK -> "The day of their book comes round";
      case AWARD -> "The day of their award comes round";
    };
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
}
