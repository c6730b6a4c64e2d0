package dev.followthrough.contacts.calendar;

import dev.followthrough.contacts.calendar.CalendarImportView.ImportOutcome;
import dev.followthrough.contacts.calendar.CalendarImportView.ImportedEvent;
import dev.followthrough.contacts.calendar.format.Finding;
import dev.followthrough.contacts.calendar.format.Finding.Occurrence;
import dev.followthrough.contacts.calendar.format.Finding.Unusable;
import dev.followthrough.contacts.calendar.format.Reason;
import dev.followthrough.contacts.calendar.format.Series;
import dev.followthrough.contacts.calendar.format.Series.Reading;
import dev.followthrough.contacts.calendar.format.Window;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * What becomes of all that a file says under one UID. Of a known series, what it has no longer
 * within the window was taken out of it: it is cancelled, or moved, where the series has one more
 * on that day.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class SeriesImport {

  private final OccurrenceImport occurrences;
  private final KnownEvents events;

  SeriesImport(OccurrenceImport occurrences, KnownEvents events) {
    this.occurrences = occurrences;
    this.events = events;
  }

  /** One whose people are nobody's contacts is told once, not for each occurrence. */
  List<ImportedEvent> skip(Series series, ImportScope scope) {
    return series.in(scope.window(), false, scope.floating(), scope.budget()).findings().stream()
        .limit(1)
        .map(
            first -> skipped(first, first instanceof Unusable un ? un.reason() : Reason.NO_CONTACT))
        .toList();
  }

  List<ImportedEvent> take(Series series, Map<String, CalendarEvent> before, ImportScope scope) {
    var known = new HashMap<>(before);
    var reading = series.in(scope.window(), !known.isEmpty(), scope.floating(), scope.budget());
    var imported = new ArrayList<ImportedEvent>();
    gone(reading, known, scope.window()).forEach(event -> imported.add(cancel(event)));
    for (var finding : reading.findings()) {
      switch (finding) {
        case Unusable unusable -> imported.add(skipped(unusable, unusable.reason()));
        case Occurrence now when isOfAll(now) && !known.isEmpty() ->
            known.values().forEach(event -> imported.add(cancel(now, event)));
        case Occurrence now -> imported.add(occurrences.take(now, known, scope));
      }
    }
    imported.removeIf(one -> isElsewhere(one, scope.window()));
    return imported;
  }

  private static boolean isOfAll(Occurrence now) {
    return now.recurrenceId() == null && now.details().cancelled();
  }

  private ImportedEvent cancel(Occurrence now, CalendarEvent event) {
    return now.details().isOlderThan(event.sequence, event.lastModified)
        ? ImportedEvent.of(now, ImportOutcome.UNCHANGED, event.meetingId, Reason.OLDER)
        : occurrences.cancel(now.uid(), begins(event), event, null);
  }

  private ImportedEvent cancel(CalendarEvent event) {
    return occurrences.cancel(event.uid, begins(event), event, Reason.GONE_FROM_SERIES);
  }

  /** Those that the series has no longer, but for those that it has at another time of the day. */
  private List<CalendarEvent> gone(
      Reading reading, Map<String, CalendarEvent> known, Window window) {
    if (reading.whole() == null) {
      return List.of();
    }
    var now = new HashMap<String, Occurrence>();
    for (var finding : reading.findings()) {
      if (finding instanceof Occurrence one) {
        now.put(CalendarEvent.key(one.recurrenceId()), one);
      }
    }
    var added = new HashSet<>(now.keySet());
    added.removeAll(known.keySet());
    var gone = new ArrayList<CalendarEvent>();
    for (var event : List.copyOf(known.values())) {
      if (now.containsKey(event.occurrence)
          || !window.holds(begins(event))
          || reading.whole().isOlderThan(event.sequence, event.lastModified)) {
        continue;
      }
      var instead = added.stream().filter(key -> isSameDay(now.get(key), event)).findFirst();
      if (instead.isEmpty()) {
        gone.add(event);
      } else {
        added.remove(instead.get());
        known.remove(event.occurrence);
        event.occurrence = instead.get();
        known.put(event.occurrence, events.keep(event));
      }
    }
    return gone;
  }

  private boolean isSameDay(Occurrence now, CalendarEvent event) {
    var begins = now.recurrenceId() == null ? now.startsAt() : now.recurrenceId();
    return now.zone().day(begins).equals(now.zone().day(begins(event)));
  }

  private Instant begins(CalendarEvent event) {
    return event.begins() == null ? events.meeting(event).startsAt() : event.begins();
  }

  /** What is known and lies outside the window is told only if something became of it. */
  private static boolean isElsewhere(ImportedEvent one, Window window) {
    return one.outcome() == ImportOutcome.UNCHANGED
        && one.startsAt() != null
        && !window.holds(one.startsAt());
  }

  private static ImportedEvent skipped(Finding finding, Reason reason) {
    return ImportedEvent.of(finding, ImportOutcome.SKIPPED, null, reason);
  }
}
