package dev.followthrough.contacts.calendar.format;

import biweekly.io.TimezoneAssignment;
import biweekly.io.TimezoneInfo;
import biweekly.property.ICalProperty;
import biweekly.util.ICalDate;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which zone a date of a file is in: UTC, an IANA zone, one that the file defines, or none; those
 * that float are in the owner's.
 */
final class ZonedDates {

  /** A zone that nobody knows. */
  static final class Unknown extends Exception {
    Unknown() {
      super(null, null, false, false);
    }
  }

  /** The definitions of a file by their TZIDs, each worked out once, and only if it is needed. */
  static final class Definitions {
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, Optional<Zone>> zones = new HashMap<>();

    void add(String id, String text) {
      texts.putIfAbsent(id, text);
    }

    Optional<Zone> zone(String id) {
      return zones.computeIfAbsent(
          id, one -> Optional.ofNullable(texts.get(one)).flatMap(ZoneDefinitions::read));
    }
  }

  private final TimezoneInfo assigned;
  private final Definitions definitions;
  private final Zone floating;

  ZonedDates(TimezoneInfo assigned, Definitions definitions, Zone floating) {
    this.assigned = assigned;
    this.definitions = definitions;
    this.floating = floating;
  }

  Zone zone(ICalProperty property, ICalDate date) throws Unknown {
    var id = id(property);
    if (id == null) {
      return Dates.isUtc(date) ? Zone.UTC : floating;
    }
    if (ZoneId.getAvailableZoneIds().contains(id)) {
      return Zone.of(ZoneId.of(id));
    }
    return definitions.zone(id).orElseThrow(Unknown::new);
  }

  Instant instant(ICalProperty property, ICalDate date) throws Unknown {
    var local = Dates.local(date);
    return Dates.isUtc(date) ? local.toInstant(ZoneOffset.UTC) : zone(property, date).at(local);
  }

  private String id(ICalProperty property) {
    TimezoneAssignment assignment = assigned.getTimezone(property);
    if (assignment == null) {
      return property.getParameters().getTimezoneId();
    }
    return assignment.getGlobalId() == null
        ? assignment.getTimeZone().getID()
        : assignment.getGlobalId();
  }
}
