package dev.followthrough.contacts.reason;

import dev.followthrough.contacts.detail.ContactParts.Occasion;
import dev.followthrough.contacts.detail.ContactParts.OccasionKind;
import dev.followthrough.events.KeepInTouchReason;
import dev.followthrough.events.LoopReason;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Why to write to a contact on a day, and the one question to ask. Of what is known the first of:
 * an open loop, an occasion, the last topic, a shared interest, an expertise; else the silence. A
 * birthday, and what the owner says comes every year, is an occasion from 7 days before to 3 days
 * after; a new job, a book, an award or another one from 7 days before to 30 days after its date.
 * Where there are several interests or fields, the days of the year take turns. Nothing private is
 * looked at.
 */
final class ReasonRule {

  static final int AHEAD = 7;
  static final int YEARLY_AFTER = 3;
  static final int OTHER_AFTER = 30;
  private static final int MOST_WORDS = 120;

  private static final String SINCE_THEN = "What has changed for you since then?";

  /** An occasion on the day that counts, and how far that is from today. */
  private record Near(Occasion occasion, LocalDate date, long daysAhead) {}

  private ReasonRule() {}

  /**
   * @param daysSilent since the last touch or held meeting, else since the contact was added
   */
  static Reason choose(KnownTopics known, LocalDate on, ZoneId zone, int daysSilent) {
    return openLoop(known, zone)
        .or(() -> occasion(known, on))
        .or(() -> lastTopic(known, zone))
        .or(() -> sharedInterest(known, on))
        .or(() -> expertise(known, on))
        .orElseGet(() -> silence(known, daysSilent));
  }

  private static Optional<Reason> openLoop(KnownTopics known, ZoneId zone) {
    return Optional.ofNullable(known.openLoop())
        .map(
            loop -> {
              var day = loop.happenedAt().atZone(zone).toLocalDate();
              return loop.reason() == LoopReason.THANKS
                  ? new Reason(
                      KeepInTouchReason.OPEN_LOOP,
                      "Their thanks of %s wait for a word.".formatted(day),
                      "What became of what they thanked you for?")
                  : new Reason(
                      KeepInTouchReason.OPEN_LOOP,
                      "Their question of %s waits for an answer.".formatted(day),
                      "Is what they asked still open for them?");
            });
  }

  private static Optional<Reason> occasion(KnownTopics known, LocalDate on) {
    return known.points().occasions().stream()
        .map(occasion -> near(occasion, on))
        .filter(ReasonRule::counts)
        .min(
            Comparator.<Near>comparingLong(near -> Math.abs(near.daysAhead()))
                .thenComparing(Near::date)
                .thenComparing(near -> near.occasion().kind()))
        .map(near -> of(near));
  }

  private static Near near(Occasion occasion, LocalDate on) {
    var date = occasion.dayNearest(on);
    return new Near(occasion, date, date.toEpochDay() - on.toEpochDay());
  }

  private static boolean counts(Near near) {
    var after = near.occasion().comesYearly() ? YEARLY_AFTER : OTHER_AFTER;
    return near.daysAhead() <= AHEAD && -near.daysAhead() <= after;
  }

  private static Reason of(Near near) {
    var occasion = near.occasion();
    var day = near.date();
    if (occasion.comesYearly()) {
      return yearly(occasion.kind(), day);
    }
    return switch (occasion.kind()) {
      case BIRTHDAY -> yearly(occasion.kind(), day);
      case NEW_JOB -> reason("A new job, on %s.".formatted(day), "How does the new job begin?");
      case BOOK -> reason("A book, on %s.".formatted(day), "What do readers say of your book?");
      case AWARD -> reason("An award, on %s.".formatted(day), "What was the award given for?");
      case OTHER -> reason("An occasion, on %s.".formatted(day), "What does that day mean to you?");
    };
  }

  private static Reason yearly(OccasionKind kind, LocalDate day) {
    return switch (kind) {
      case BIRTHDAY -> reason("Their birthday is on %s.".formatted(day), "How will you celebrate?");
      case NEW_JOB ->
          reason("The day of their new job comes round on %s.".formatted(day), SINCE_THEN);
      case BOOK -> reason("The day of their book comes round on %s.".formatted(day), SINCE_THEN);
      case AWARD -> reason("The day of their award comes round on %s.".formatted(day), SINCE_THEN);
      case OTHER -> reason("An occasion, on %s.".formatted(day), "What does that day mean to you?");
    };
  }

  private static Reason reason(String words, String question) {
    return new Reason(KeepInTouchReason.OCCASION, words, question);
  }

  private static Optional<Reason> lastTopic(KnownTopics known, ZoneId zone) {
    var last = known.lastTopic();
    if (last != null && !last.topic().isBlank()) {
      var day = last.at().atZone(zone).toLocalDate();
      return Optional.of(topic("You last spoke, on %s, of".formatted(day), last.topic()));
    }
    var before = known.points().talkedAbout();
    return before == null || before.isBlank()
        ? Optional.empty()
        : Optional.of(topic("When you met you spoke of", before));
  }

  private static Reason topic(String when, String topic) {
    return new Reason(
        KeepInTouchReason.LAST_TOPIC,
        "%s %s.".formatted(when, cut(topic)),
        "What has happened since with %s?".formatted(cut(topic)));
  }

  private static Optional<Reason> sharedInterest(KnownTopics known, LocalDate on) {
    return oneOf(known.points().sharedInterests(), on)
        .map(
            interest ->
                new Reason(
                    KeepInTouchReason.SHARED_INTEREST,
                    "You share an interest in %s.".formatted(interest),
                    "What have you come across lately about %s?".formatted(interest)));
  }

  private static Optional<Reason> expertise(KnownTopics known, LocalDate on) {
    return oneOf(known.points().expertise(), on)
        .map(
            field ->
                new Reason(
                    KeepInTouchReason.EXPERTISE,
                    "They know about %s.".formatted(field),
                    "What should one know about %s this year?".formatted(field)));
  }

  private static Reason silence(KnownTopics known, int daysSilent) {
    return new Reason(
        KeepInTouchReason.SILENCE,
        daysSilent == 1
            ? "You were last in touch a day ago."
            : "You have not been in touch for %d days.".formatted(daysSilent),
        "What are you working on these days?");
  }

  private static Optional<String> oneOf(List<String> words, LocalDate on) {
    return words.isEmpty()
        ? Optional.empty()
        : Optional.of(cut(words.get((int) Math.floorMod(on.toEpochDay(), (long) words.size()))));
  }

  /** Short enough for a line, without an end of its own. */
  private static String cut(String words) {
    var line = words.strip().replaceAll("\\s+", " ").replaceAll("[.?!]+$", "");
    if (line.length() <= MOST_WORDS) {
      return line;
    }
    var end =
        line.offsetByCodePoints(0, Math.min(MOST_WORDS - 1, line.codePointCount(0, line.length())));
    return line.substring(0, end) + "…";
  }
}
