package dev.followthrough.contacts.calendar.format;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.Objects;

/**
 * A time zone as a file names it.
 *
 * @param id its TZID
 * @param definition the VTIMEZONE that says what it is, for a zone that IANA does not know; else
 *     null
 */
public record Zone(String id, ZoneRules rules, String definition) {

  static final Zone UTC = new Zone("UTC", ZoneOffset.UTC.getRules(), null);

  /** A zone of IANA. */
  public static Zone of(ZoneId zone) {
    return new Zone(zone.getId(), zone.getRules(), null);
  }

  /** The zone of a VTIMEZONE that was read before. */
  public static Zone defined(String definition) {
    return ZoneDefinitions.read(definition).orElseThrow();
  }

  boolean isUtc() {
    return definition == null && rules.isFixedOffset() && rules.equals(UTC.rules);
  }

  boolean isSameAs(Zone other) {
    return id.equals(other.id) && Objects.equals(definition, other.definition);
  }

  /**
   * By RFC 5545, 3.3.5: of a time that occurs twice the first is meant; one that a clock change
   * leaves out is read with the offset before the change.
   */
  Instant at(LocalDateTime local) {
    var offsets = rules.getValidOffsets(local);
    var offset =
        offsets.isEmpty() ? rules.getTransition(local).getOffsetBefore() : offsets.getFirst();
    return local.toInstant(offset);
  }

  /** The date on which it is there then. */
  public LocalDate day(Instant instant) {
    return local(instant).toLocalDate();
  }

  LocalDateTime local(Instant instant) {
    return LocalDateTime.ofInstant(instant, rules.getOffset(instant));
  }
}
