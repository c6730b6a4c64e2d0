package dev.followthrough.contacts.calendar;

import dev.followthrough.platform.owner.OwnedEntity;
import jakarta.persistence.Entity;
import java.util.UUID;

/** The VTIMEZONE of a zone that IANA does not know, kept once. */
@Entity
class CalendarZone extends OwnedEntity {

  String digest;
  String definition;

  /** The row that holds this definition, made if need be. */
  static UUID idOf(String definition) {
    var digest = Digest.of(definition);
    return CalendarZone.<CalendarZone>find("digest", digest)
        .firstResultOptional()
        .map(zone -> zone.id)
        .orElseGet(() -> keep(digest, definition));
  }

  private static UUID keep(String digest, String definition) {
    var zone = new CalendarZone();
    zone.digest = digest;
    zone.definition = definition;
    zone.persist();
    return zone.id;
  }
}
