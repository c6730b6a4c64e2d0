package dev.followthrough.commitments.page;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Instants in words: in the owner's zone, by its name, and in UTC. */
public record Moments(ZoneId zone) {

  private static final DateTimeFormatter DAY_AND_TIME =
      DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu, HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter SHORT_DAY_AND_TIME =
      DateTimeFormatter.ofPattern("d MMMM, HH:mm", Locale.ENGLISH);

  static Moments in(String zone) {
    return new Moments(ZoneId.of(zone));
  }

  /** Such as "Sunday, 29 March 2026, 13:00 (Europe/Berlin), 11:00 UTC". */
  String full(Instant at) {
    var here = at.atZone(zone);
    var utc = at.atZone(ZoneOffset.UTC);
    if (zone.getId().equals("UTC") || zone.getId().equals("Etc/UTC")) {
      return DAY_AND_TIME.format(utc) + " UTC";
    }
    var sameDay = here.toLocalDate().equals(utc.toLocalDate());
    return "%s (%s), %s UTC"
        .formatted(
            DAY_AND_TIME.format(here),
            zone.getId(),
            sameDay ? TIME.format(utc) : SHORT_DAY_AND_TIME.format(utc));
  }
}
