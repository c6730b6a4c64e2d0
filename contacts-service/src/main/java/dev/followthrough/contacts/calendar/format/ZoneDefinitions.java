package dev.followthrough.contacts.calendar.format;

import biweekly.Biweekly;
import biweekly.component.Observance;
import biweekly.component.VTimezone;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads a VTIMEZONE (RFC 5545, 3.6.5): the rules of its zone, as the changes of offset up to the
 * year 2100. One that could cost much to work out (rules that are not yearly, very many
 * observances) is taken for unknown.
 */
final class ZoneDefinitions {

  static final int LONGEST = 20_000;
  private static final int LAST_YEAR = 2100;
  private static final int MOST_OBSERVANCES = 64;
  private static final int MOST_CHANGES = 5_000;
  private static final Pattern RULE = Pattern.compile("(?im)^(RRULE|EXRULE)[;:].*$");
  private static final Pattern YEARLY =
      Pattern.compile("(?i)RRULE:(?=.*FREQ=YEARLY)(?!.*BY(HOUR|MINUTE|SECOND|SETPOS)).*");

  private record Change(LocalDateTime local, ZoneOffset before, ZoneOffset after) {}

  private ZoneDefinitions() {}

  /** The zone of this text, if it is one that can be worked out. */
  static Optional<Zone> read(String text) {
    if (text.length() > LONGEST || !RULE.matcher(text).results().allMatch(r -> tame(r.group()))) {
      return Optional.empty();
    }
    try {
      return worked(text);
    } catch (RuntimeException | AssertionError e) {
      return Optional.empty(); // dates or rules that there are not
    }
  }

  private static Optional<Zone> worked(String text) {
    return parse(text)
        .filter(zone -> zone.getTimezoneId() != null && zone.getTimezoneId().getValue() != null)
        .flatMap(
            zone ->
                rules(zone)
                    .map(rules -> new Zone(zone.getTimezoneId().getValue().strip(), rules, text)));
  }

  /** The library's own form of a definition. */
  static Optional<VTimezone> parse(String text) {
    var calendar =
        Biweekly.parse("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n%sEND:VCALENDAR\r\n".formatted(text))
            .first();
    return calendar.getTimezoneInfo().getComponents().stream().findFirst();
  }

  private static boolean tame(String rule) {
    return YEARLY.matcher(rule.replaceFirst("(?i)^RRULE;[^:]*:", "RRULE:")).matches();
  }

  private static Optional<ZoneRules> rules(VTimezone zone) {
    List<Observance> observances =
        Stream.<Observance>concat(
                zone.getStandardTimes().stream(), zone.getDaylightSavingsTime().stream())
            .toList();
    if (observances.isEmpty() || observances.size() > MOST_OBSERVANCES) {
      return Optional.empty();
    }
    var changes = new ArrayList<Change>();
    for (var observance : observances) {
      if (!add(observance, changes)) {
        return Optional.empty();
      }
    }
    changes.sort(Comparator.comparing(change -> change.local().toInstant(change.before())));
    return Optional.of(rules(changes));
  }

  private static boolean add(Observance observance, List<Change> changes) {
    if (observance.getDateStart() == null
        || observance.getTimezoneOffsetFrom() == null
        || observance.getTimezoneOffsetTo() == null) {
      return false;
    }
    var start = Dates.local(observance.getDateStart().getValue());
    var before = offset(observance.getTimezoneOffsetFrom().getValue().getMillis());
    var after = offset(observance.getTimezoneOffsetTo().getValue().getMillis());
    if (before.isEmpty() || after.isEmpty()) {
      return false;
    }
    changes.add(new Change(start, before.get(), after.get()));
    if (observance.getRecurrenceRule() != null) {
      var rule = observance.getRecurrenceRule().getValue();
      var until = Dates.until(rule, new Zone("", ZoneRules.of(before.get()), null));
      var each = rule.getDateIterator(Dates.asUtc(start), TimeZone.getTimeZone("UTC"));
      while (each.hasNext()) {
        var local = Dates.fromUtc(each.next());
        if (local.getYear() > LAST_YEAR || until.filter(local::isAfter).isPresent()) {
          break;
        }
        changes.add(new Change(local, before.get(), after.get()));
      }
    }
    observance.getRecurrenceDates().stream()
        .flatMap(dates -> dates.getDates().stream())
        .forEach(date -> changes.add(new Change(Dates.local(date), before.get(), after.get())));
    return changes.size() <= MOST_CHANGES;
  }

  private static Optional<ZoneOffset> offset(long millis) {
    var seconds = Duration.ofMillis(millis).toSeconds();
    return Math.abs(seconds) > 18 * 3600
        ? Optional.empty()
        : Optional.of(ZoneOffset.ofTotalSeconds((int) seconds));
  }

  private static ZoneRules rules(List<Change> changes) {
    var first = changes.getFirst().before();
    var transitions = new ArrayList<ZoneOffsetTransition>();
    var current = first;
    for (var change : changes) {
      if (!change.after().equals(current)) {
        var at = change.local().toInstant(change.before());
        var local = LocalDateTime.ofInstant(at, current);
        if (transitions.isEmpty() || transitions.getLast().getInstant().isBefore(at)) {
          transitions.add(ZoneOffsetTransition.of(local, current, change.after()));
          current = change.after();
        }
      }
    }
    return ZoneRules.of(first, first, List.of(), transitions, List.of());
  }
}
