package dev.followthrough.contacts.calendar;

import dev.followthrough.contacts.calendar.CalendarImportView.ImportedEvent;
import dev.followthrough.contacts.calendar.format.BrokenCalendar;
import dev.followthrough.contacts.calendar.format.CalendarFile;
import dev.followthrough.contacts.calendar.format.Series;
import dev.followthrough.contacts.calendar.format.Window;
import dev.followthrough.contacts.calendar.format.Zone;
import dev.followthrough.contacts.contact.ContactAddresses;
import dev.followthrough.contacts.contact.Contacts;
import dev.followthrough.contacts.contact.Person;
import dev.followthrough.contacts.profile.Profiles;
import dev.followthrough.platform.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A calendar file becomes meetings: each event, and of a series each occurrence within the window,
 * in which contacts take part by their e-mail addresses. All of the file or nothing of it.
 */
@ApplicationScoped
public class CalendarImports {

  /** How many events a file may bring, and one of ours may tell. */
  static final int MOST = 2000;

  private final SeriesImport series;
  private final KnownEvents events;
  private final ContactAddresses addresses;
  private final Contacts contacts;
  private final Profiles profiles;
  private final EntityManager entities;

  CalendarImports(
      SeriesImport series,
      KnownEvents events,
      ContactAddresses addresses,
      Contacts contacts,
      Profiles profiles,
      EntityManager entities) {
    this.series = series;
    this.events = events;
    this.addresses = addresses;
    this.contacts = contacts;
    this.profiles = profiles;
    this.entities = entities;
  }

  @Transactional
  CalendarImportView run(String text, Window window) {
    var file = read(text);
    events.hold();
    var known = events.of(file.series().stream().map(Series::uid).toList());
    var attendees = new Attendees(addresses.find(everybody(file)));
    var held =
        contacts.holdAll(attendees.everybody()).stream()
            .collect(Collectors.toMap(Person::id, Function.identity()));
    var scope = new ImportScope(window, Zone.of(profiles.zone()), attendees, held);
    entities.clear();
    var imported = new ArrayList<ImportedEvent>();
    List<Series> nobodys = new ArrayList<>();
    for (var one : file.series()) {
      var before = known.getOrDefault(one.uid(), Map.of());
      if (before.isEmpty() && attendees.match(one.addresses()).isNobody()) {
        nobodys.add(one);
      } else {
        add(series.take(one, before, scope), imported);
      }
    }
    // last, so that they use up no time of those that matter
    nobodys.forEach(one -> add(series.skip(one, scope), imported));
    return CalendarImportView.of(window, imported);
  }

  private static CalendarFile read(String text) {
    try {
      return CalendarFile.read(text);
    } catch (BrokenCalendar e) {
      throw Problems.invalid("", "icalendar", "line %d: %s".formatted(e.line(), e.getMessage()));
    } catch (CalendarFile.TooManyEvents e) {
      throw CalendarProblems.TOO_MANY.because(
          "The file has more than %d events.".formatted(CalendarFile.MOST_EVENTS));
    }
  }

  private static Set<String> everybody(CalendarFile file) {
    var all = new HashSet<String>();
    file.series().forEach(one -> all.addAll(one.addresses()));
    return all;
  }

  private static void add(List<ImportedEvent> some, List<ImportedEvent> imported) {
    imported.addAll(some);
    if (imported.size() > MOST) {
      throw CalendarProblems.TOO_MANY.because(
          "The file has more than %d events within the window.".formatted(MOST));
    }
  }
}
