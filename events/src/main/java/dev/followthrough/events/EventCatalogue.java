package dev.followthrough.events;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The one list of all event types: each name with its record and the services that publish it. */
public final class EventCatalogue {

  /** One event type: its name on the wire, its record, and the publishers' short names. */
  public record Entry(String type, Class<? extends Event> record, Set<String> publishers) {}

  private static final Map<String, Entry> BY_TYPE = new TreeMap<>();

  static {
    add("contacts", ContactsEvent.class);
    add("commitments", CommitmentsEvent.class);
    add("notifications", NotificationsEvent.class);
  }

  private EventCatalogue() {}

  /** All entries in the order of their names. */
  public static Collection<Entry> all() {
    return Collections.unmodifiableCollection(BY_TYPE.values());
  }

  /** The record of a type, or empty for one that this version does not know. */
  public static Optional<Class<?>> recordOf(String type) {
    return Optional.ofNullable(BY_TYPE.get(type)).map(Entry::record);
  }

  public static String typeOf(Object event) {
    var annotation = event.getClass().getAnnotation(EventType.class);
    if (annotation == null) {
      throw new IllegalArgumentException(event.getClass() + " is no event");
    }
    return annotation.value();
  }

  public static String subjectOf(Object event) {
    return ((Event) event).subject();
  }

  private static void add(String publisher, Class<? extends Event> language) {
    for (var permitted : language.getPermittedSubclasses()) {
      var type = permitted.getAnnotation(EventType.class).value();
      BY_TYPE
          .computeIfAbsent(
              type, name -> new Entry(name, permitted.asSubclass(Event.class), new TreeSet<>()))
          .publishers()
          .add(publisher);
    }
  }
}
