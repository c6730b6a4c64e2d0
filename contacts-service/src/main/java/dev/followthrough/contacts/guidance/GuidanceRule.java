package dev.followthrough.contacts.guidance;

import dev.followthrough.contacts.guidance.TouchRule.Wait;
import dev.followthrough.contacts.guidance.ValueOwedRule.OwedValue;
import dev.followthrough.events.GapVerdict;
import dev.followthrough.events.OriginKind;
import dev.followthrough.events.StandingChanged;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be said before the owner reaches out to a contact on a day; it advises and never
 * blocks. To a touch, and so to an ask, it objects by {@link TouchRule} and for whom the owner said
 * so. To an ask alone it objects
 *
 * <ul>
 *   <li>before two held meetings, unless they are family, a friend, or from work;
 *   <li>after more than 180 days without a meeting or an answered touch, else since they were
 *       added;
 *   <li>while an open loop of theirs waits, or thanks or an apology of the owner's is owed;
 *   <li>while the owner owes value by {@link ValueOwedRule}.
 * </ul>
 *
 * Much rapport and no challenge yet, nor an open one, proposes a 1:1:1. What rests on the standing
 * is left out while that is not known.
 */
final class GuidanceRule {

  static final int MEETINGS_FIRST = 2;
  static final int SILENT_DAYS = 180;
  private static final Set<OriginKind> KNOWN_BEFORE =
      Set.of(OriginKind.FAMILY, OriginKind.FRIEND, OriginKind.WORK);

  /**
   * One thing to be said.
   *
   * @param until the day from which it holds no more; null when that depends on what somebody does
   */
  record Advice(
      GuidanceCode code, String words, Map<String, BigDecimal> numbers, LocalDate until) {}

  private GuidanceRule() {}

  static List<Advice> advise(Acquaintance known, LocalDate today, ZoneId zone) {
    var said = new ArrayList<Advice>();
    if (known.doNotContact()) {
      said.add(advice(GuidanceCode.DO_NOT_CONTACT, "You said not to contact them.", Map.of()));
    }
    TouchRule.waits(known.latest(), known.lastHeld()).stream()
        .filter(wait -> wait.hold().until(zone).isAfter(today))
        .map(wait -> wait(wait, today, zone))
        .forEach(said::add);
    fewMeetings(known).ifPresent(said::add);
    longSilence(known, today, zone).ifPresent(said::add);
    answerOwed(known, today, zone).ifPresent(said::add);
    known.standing().ifPresent(standing -> said.addAll(ofStanding(standing, known, today, zone)));
    return said;
  }

  private static Advice wait(Wait wait, LocalDate today, ZoneId zone) {
    var days = daysSince(wait.hold().from(), today, zone);
    var until = wait.hold().until(zone);
    var numbers =
        Map.of(
            "touches", number(wait.count()),
            "days", number(days),
            "waitDays", number(wait.hold().days()));
    var words =
        switch (wait.code()) {
          case THREE_UNANSWERED ->
              "Your last %d touches had no answer: wait %d days before the next."
                  .formatted(wait.count(), wait.hold().days());
          case MANY_TOUCHES ->
              "You have written more than twice within %d days.".formatted(wait.hold().days());
          default -> "They have not answered what you asked %s.".formatted(ago(days));
        };
    return new Advice(wait.code(), words, numbers, until);
  }

  private static Optional<Advice> fewMeetings(Acquaintance known) {
    if (known.origin() != null && KNOWN_BEFORE.contains(known.origin())
        || known.heldMeetings() >= MEETINGS_FIRST) {
      return Optional.empty();
    }
    return Optional.of(
        advice(
            GuidanceCode.TOO_FEW_MEETINGS,
            "You have %s: ask after the second meeting."
                .formatted(known.heldMeetings() == 0 ? "not met yet" : "met only once"),
            Map.of("meetings", number(known.heldMeetings()), "threshold", number(MEETINGS_FIRST))));
  }

  private static Optional<Advice> longSilence(Acquaintance known, LocalDate today, ZoneId zone) {
    var last = known.lastExchange();
    var days = daysSince(last == null ? known.addedAt() : last, today, zone);
    if (days <= SILENT_DAYS) {
      return Optional.empty();
    }
    return Optional.of(
        advice(
            GuidanceCode.LONG_SILENCE,
            "No meeting and no answered touch for %d days: be in touch without an ask first."
                .formatted(days),
            Map.of("days", number(days), "threshold", number(SILENT_DAYS))));
  }

  private static Optional<Advice> answerOwed(Acquaintance known, LocalDate today, ZoneId zone) {
    return Optional.ofNullable(known.openLoopSince())
        .map(since -> daysSince(since, today, zone))
        .map(
            days ->
                advice(
                    GuidanceCode.ANSWER_OWED,
                    "They have waited for a word of yours for %d days.".formatted(days),
                    Map.of("days", number(days))));
  }

  private static List<Advice> ofStanding(
      StandingChanged standing, Acquaintance known, LocalDate today, ZoneId zone) {
    var said = new ArrayList<Advice>();
    if (standing.thanksOwed() > 0) {
      said.add(
          advice(
              GuidanceCode.THANKS_OWED,
              "Say thanks first for what you received.",
              Map.of("owed", number(standing.thanksOwed()))));
    }
    if (standing.apologiesOwed() > 0) {
      said.add(
          advice(
              GuidanceCode.APOLOGY_OWED,
              "Apologise first for what you promised and missed.",
              Map.of("owed", number(standing.apologiesOwed()))));
    }
    var toldOn = standing.asOf().atZone(zone).toLocalDate();
    ValueOwedRule.owed(standing.reciprocity(), toldOn, today)
        .map(GuidanceRule::valueOwed)
        .ifPresent(said::add);
    if (standing.gap() == GapVerdict.LIKED_NOT_PROVEN && !known.challenged()) {
      said.add(
          advice(
              GuidanceCode.LIKED_NOT_PROVEN,
              "Much rapport and no challenge yet: propose a 1:1:1.",
              rapport(standing, known, today, zone)));
    }
    return said;
  }

  private static Advice valueOwed(OwedValue value) {
    return new Advice(
        GuidanceCode.VALUE_OWED,
        "You have received clearly more than you gave: give first.",
        Map.of(
            "reciprocity", figure(value.now().value()),
            "received", figure(value.now().received()),
            "given", figure(value.now().given()),
            "difference", figure(value.difference())),
        value.until());
  }

  /** What the verdict rests on, as far as it is known here. */
  private static Map<String, BigDecimal> rapport(
      StandingChanged standing, Acquaintance known, LocalDate today, ZoneId zone) {
    var numbers = new HashMap<String, BigDecimal>();
    numbers.put("meetings", number(known.heldMeetings()));
    numbers.put("touchesInYear", number(known.touchesInYear()));
    numbers.put("toldDaysAgo", number(daysSince(standing.asOf(), today, zone)));
    if (standing.reliability() != null) {
      numbers.put("kept", number(standing.reliability().kept()));
      numbers.put("missed", number(standing.reliability().missed()));
    }
    return numbers;
  }

  private static Advice advice(GuidanceCode code, String words, Map<String, BigDecimal> numbers) {
    return new Advice(code, words, numbers, null);
  }

  private static String ago(long days) {
    return days == 0 ? "today" : days == 1 ? "yesterday" : days + " days ago";
  }

  private static long daysSince(Instant at, LocalDate today, ZoneId zone) {
    return Math.max(0, today.toEpochDay() - at.atZone(zone).toLocalDate().toEpochDay());
  }

  private static BigDecimal number(long number) {
    return BigDecimal.valueOf(number);
  }

  private static BigDecimal figure(double number) {
    return BigDecimal.valueOf(number).setScale(2, RoundingMode.HALF_UP);
  }
}
