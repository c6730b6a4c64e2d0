package dev.followthrough.contacts.calendar;

import dev.followthrough.contacts.calendar.Attendees.Match;
import dev.followthrough.contacts.calendar.format.Budget;
import dev.followthrough.contacts.calendar.format.Finding.Occurrence;
import dev.followthrough.contacts.calendar.format.Window;
import dev.followthrough.contacts.calendar.format.Zone;
import dev.followthrough.contacts.contact.Person;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What one import looks at and spends. Whatever all events of a file have in common is looked up
 * once for the file.
 *
 * @param floating the zone of times that name none
 * @param held the contacts of the file, held on to, by id
 * @param zones the rows of zones that the file defines, by definition; filled as they come
 */
record ImportScope(
    Window window,
    Zone floating,
    Budget budget,
    Attendees attendees,
    Map<UUID, Person> held,
    Map<String, UUID> zones) {

  ImportScope(Window window, Zone floating, Attendees attendees, Map<UUID, Person> held) {
    this(window, floating, new Budget(), attendees, held, new HashMap<>());
  }

  Match match(Occurrence now) {
    return attendees.match(now.details().addresses());
  }
}
