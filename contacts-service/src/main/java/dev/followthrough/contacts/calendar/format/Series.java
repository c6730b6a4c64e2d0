package dev.followthrough.contacts.calendar.format;

import dev.followthrough.contacts.calendar.format.Finding.Occurrence;
import dev.followthrough.contacts.calendar.format.Finding.Unusable;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** All that a file says under one UID: an event, and the occurrences of it that differ. */
public final class Series {

  /**
   * @param whole what the event itself says, where it tells all its occurrences; else null
   */
  public record Reading(List<Finding> findings, Details whole) {}

  private final String uid;
  private EventText event;
  private final List<EventText> overrides = new ArrayList<>();

  Series(String uid) {
    this.uid = uid;
  }

  public String uid() {
    return uid;
  }

  void add(EventText text) {
    if (text.isOverride()) {
      overrides.add(text);
    } else if (event == null || !isOlder(text, event)) {
      event = text;
    }
  }

  private static boolean isOlder(EventText one, EventText other) {
    var latest = other.details();
    return one.details().isOlderThan(latest.sequence(), latest.lastModified());
  }

  /** Of everybody in it. */
  public Set<String> addresses() {
    var addresses = new LinkedHashSet<String>();
    Stream.concat(Stream.ofNullable(event), overrides.stream())
        .forEach(text -> addresses.addAll(text.details().addresses()));
    return addresses;
  }

  /**
   * What of it takes place within the window, by the time at which it begins; an occurrence that
   * was moved also when it was to begin within it.
   *
   * @param known whether it is known: then a single event is told wherever it was moved
   * @param floating the zone of times that name none
   */
  public Reading in(Window window, boolean known, Zone floating, Budget budget) {
    var changed = new HashMap<Instant, Finding>();
    overrides.forEach(text -> changed.putAll(override(text, window, floating)));
    var findings = new ArrayList<Finding>();
    Details whole = null;
    if (event != null) {
      var of = event.details();
      findings.addAll(event(window, known, floating, budget, changed));
      if (!of.cancelled() && findings.stream().noneMatch(Unusable.class::isInstance)) {
        whole = of;
      }
    }
    findings.addAll(changed.values());
    return new Reading(findings, whole);
  }

  private List<Finding> event(
      Window window, boolean known, Zone floating, Budget budget, Map<Instant, Finding> changed) {
    try {
      var fault = fault(event);
      if (fault != null) {
        return isElsewhere(window, floating) ? List.of() : List.of(unusable(null, fault));
      }
      var dates = event.dates(floating);
      var begins = event.event().getDateStart();
      var zone = dates.zone(begins, begins.getValue());
      var at = dates.instant(begins, begins.getValue());
      var details = event.details();
      if (details.cancelled()) {
        return List.of(new Occurrence(uid, null, at, at, zone, details));
      }
      var lasting = lasting(event, dates, at);
      if (!event.isSeries()) {
        return known || window.holds(at)
            ? List.of(occurrence(null, at, lasting, zone, details))
            : List.of();
      }
      var start = Dates.local(begins.getValue());
      var starts =
          new Recurrences(event.event(), start, zone, dates, window, budget).starts(lasting);
      var findings = new ArrayList<Finding>();
      starts.forEach(
          (when, lasts) -> {
            if (!changed.containsKey(when)) {
              findings.add(occurrence(when, when, lasts, zone, details));
            }
          });
      return findings;
    } catch (ZonedDates.Unknown e) {
      return List.of(unusable(null, Reason.UNKNOWN_ZONE));
    } catch (Budget.Spent e) {
      return List.of(unusable(null, Reason.TOO_OFTEN));
    } catch (DateTimeException | ArithmeticException e) {
      return List.of(unusable(null, Reason.UNREADABLE));
    }
  }

  private Map<Instant, Finding> override(EventText text, Window window, Zone floating) {
    Instant recurrenceId = Instant.MIN;
    try {
      var fault = fault(text);
      if (fault != null) {
        return Map.of(recurrenceId, unusable(null, fault));
      }
      var dates = text.dates(floating);
      var begins = text.event().getDateStart();
      var zone = dates.zone(begins, begins.getValue());
      var at = dates.instant(begins, begins.getValue());
      recurrenceId = recurrenceId(text, dates);
      if (text.event().getRecurrenceId().getRange() != null) {
        return Map.of(recurrenceId, unusable(at, Reason.UNSUPPORTED_RANGE));
      }
      if (!window.holds(at) && !window.holds(recurrenceId)) {
        return Map.of();
      }
      var details = text.details().orAddressesOf(event == null ? null : event.details());
      var lasting = details.cancelled() ? Duration.ZERO : lasting(text, dates, at);
      return Map.of(
          recurrenceId,
          details.cancelled()
              ? new Occurrence(uid, recurrenceId, at, at, zone, details)
              : occurrence(recurrenceId, at, lasting, zone, details));
    } catch (ZonedDates.Unknown e) {
      return Map.of(recurrenceId, unusable(null, Reason.UNKNOWN_ZONE));
    } catch (DateTimeException | ArithmeticException e) {
      return Map.of(recurrenceId, unusable(null, Reason.UNREADABLE));
    }
  }

  private Instant recurrenceId(EventText text, ZonedDates dates) throws ZonedDates.Unknown {
    var property = text.event().getRecurrenceId();
    var date = property.getValue();
    if (date.hasTime() || event == null || event.event().getDateStart() == null) {
      return dates.instant(property, date);
    }
    var begins = event.event().getDateStart();
    var day = Dates.local(date).toLocalDate();
    return dates
        .zone(begins, begins.getValue())
        .at(day.atTime(Dates.local(begins.getValue()).toLocalTime()));
  }

  private Finding occurrence(
      Instant recurrenceId, Instant at, Duration lasting, Zone zone, Details details) {
    return lasting.isPositive()
        ? new Occurrence(uid, recurrenceId, at, at.plus(lasting), zone, details)
        : unusable(at, Reason.NO_DURATION);
  }

  private Unusable unusable(Instant at, Reason reason) {
    return new Unusable(uid, at, reason);
  }

  private static Reason fault(EventText text) {
    if (text.uid().isEmpty()) {
      return Reason.NO_UID;
    }
    if (!text.isTelling()) {
      return Reason.UNSUPPORTED_METHOD;
    }
    var begins = text.event().getDateStart();
    if (!text.readable() || begins == null || begins.getValue() == null) {
      return Reason.UNREADABLE;
    }
    return text.isAllDay() ? Reason.ALL_DAY : null;
  }

  /** Whether a single event that cannot be taken would not be in the window anyway. */
  private boolean isElsewhere(Window window, Zone floating) throws ZonedDates.Unknown {
    var begins = event.event().getDateStart();
    return begins != null
        && begins.getValue() != null
        && event.readable()
        && !event.isSeries()
        && !window.holds(event.dates(floating).instant(begins, begins.getValue()));
  }

  private static Duration lasting(EventText text, ZonedDates dates, Instant at)
      throws ZonedDates.Unknown {
    var ends = text.event().getDateEnd();
    if (ends != null && ends.getValue() != null) {
      return Duration.between(at, dates.instant(ends, ends.getValue()));
    }
    var lasting = text.event().getDuration();
    return lasting == null || lasting.getValue() == null
        ? Duration.ZERO
        : Duration.ofMillis(lasting.getValue().toMillis());
  }
}
