package dev.followthrough.commitments.readywords;

import dev.followthrough.commitments.template.Placeholder;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** A deadline written out in the owner's zone, as one that lies ahead or has passed. */
final class Deadline {

  private static final DateTimeFormatter WRITTEN_OUT =
      DateTimeFormatter.ofPattern("EEEE d MMMM yyyy 'at' HH:mm", Locale.ENGLISH);

  private Deadline() {}

  static Map<Placeholder, String> fact(Instant dueAt, ZoneId zone, Instant now) {
    var words = "%s (%s)".formatted(WRITTEN_OUT.format(dueAt.atZone(zone)), zone.getId());
    return Map.of(now.isAfter(dueAt) ? Placeholder.PASSED : Placeholder.DEADLINE, words);
  }
}
