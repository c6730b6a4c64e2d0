package dev.followthrough.system.bench;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The JSON that is sent. */
final class Bodies {

  static final String CONTACT =
      """
      {"name": "Ada Lovelace", "emails": ["ada@example.org"], \
      "origin": {"kind": "event", "place": "SYPE mixer", "talkedAbout": "bicycles"}}""";

  private Bodies() {}

  static String contact(String name) {
    return CONTACT.replace("Ada Lovelace", name);
  }

  /** A one-on-one of an hour with the contact that ended then. */
  static String heldMeeting(String contactId, Instant end) {
    return """
        {"kind": "oneOnOne", "status": "held", "contactIds": ["%s"], \
        "startsAt": "%s", "endsAt": "%s"}"""
        .formatted(contactId, end.minus(1, ChronoUnit.HOURS), end);
  }

  /** An end that has just passed, so that the meeting opens its agreement. */
  static Instant anHourAgo() {
    return Instant.now().minus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
  }
}
