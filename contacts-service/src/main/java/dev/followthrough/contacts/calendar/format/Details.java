package dev.followthrough.contacts.calendar.format;

import biweekly.component.VEvent;
import biweekly.parameter.ParticipationStatus;
import biweekly.property.Attendee;
import biweekly.property.ValuedProperty;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What an event says beside its times.
 *
 * @param summary its title, in 200 characters at most, or null
 * @param place in 200 characters at most, or null
 * @param link an http or https address, or null
 * @param addresses the e-mail addresses of organizer and attendees, in lower case; without those
 *     who declined
 * @param sequence how often it has been changed
 * @param lastModified or null
 */
public record Details(
    String summary,
    String place,
    String link,
    Set<String> addresses,
    boolean cancelled,
    boolean tentative,
    int sequence,
    Instant lastModified) {

  private static final int LONGEST = 200;
  private static final int LONGEST_LINK = 2000;
  private static final Predicate<String> LINK =
      Pattern.compile("https?://[^\\s]+").asMatchPredicate();
  private static final Pattern SCHEME = Pattern.compile("(?i)^mailto:");
  private static final List<String> CONFERENCES =
      List.of("X-GOOGLE-CONFERENCE", "X-MICROSOFT-SKYPETEAMSMEETINGURL");

  static Details of(VEvent event, boolean cancelledByMethod) {
    var place = line(value(event.getLocation()));
    var status = event.getStatus();
    return new Details(
        line(value(event.getSummary())),
        place,
        link(event, place),
        addresses(event),
        cancelledByMethod || (status != null && status.isCancelled()),
        status != null && status.isTentative(),
        sequence(event),
        instant(event));
  }

  /** Of an occurrence of a series that names nobody: they are those of the series. */
  Details orAddressesOf(Details series) {
    return addresses.isEmpty() && series != null
        ? new Details(
            summary, place, link, series.addresses, cancelled, tentative, sequence, lastModified)
        : this;
  }

  /** Whether what is said elsewhere is of a later version than this. */
  public boolean isOlderThan(int otherSequence, Instant otherModified) {
    if (sequence != otherSequence) {
      return sequence < otherSequence;
    }
    return lastModified != null && otherModified != null && lastModified.isBefore(otherModified);
  }

  private static String link(VEvent event, String place) {
    var conferences =
        CONFERENCES.stream()
            .flatMap(name -> event.getExperimentalProperties(name).stream())
            .map(property -> property.getValue());
    return Stream.concat(Stream.of(text(value(event.getUrl())), text(place)), conferences)
        .filter(link -> link != null && link.length() <= LONGEST_LINK && LINK.test(link))
        .findFirst()
        .orElse(null);
  }

  private static Set<String> addresses(VEvent event) {
    var addresses = new LinkedHashSet<String>();
    if (event.getOrganizer() != null) {
      add(event.getOrganizer().getEmail(), addresses);
      add(event.getOrganizer().getUri(), addresses);
    }
    event.getAttendees().stream()
        .filter(Details::takesPart)
        .forEach(
            attendee -> {
              add(attendee.getEmail(), addresses);
              add(attendee.getUri(), addresses);
            });
    return addresses;
  }

  private static boolean takesPart(Attendee attendee) {
    return !ParticipationStatus.DECLINED.equals(attendee.getParticipationStatus());
  }

  private static void add(String address, Set<String> addresses) {
    if (address != null) {
      var bare = SCHEME.matcher(address.strip()).replaceFirst("").toLowerCase(Locale.ROOT);
      if (bare.indexOf('@') > 0 && bare.length() <= 254) {
        addresses.add(bare);
      }
    }
  }

  private static int sequence(VEvent event) {
    var sequence = event.getSequence() == null ? null : event.getSequence().getValue();
    return sequence == null ? 0 : Math.max(0, sequence);
  }

  private static Instant instant(VEvent event) {
    Date modified = value(event.getLastModified());
    return modified == null ? null : modified.toInstant();
  }

  private static <T> T value(ValuedProperty<T> property) {
    return property == null ? null : property.getValue();
  }

  private static String text(String text) {
    return text == null ? "" : text.strip();
  }

  /** On one line, and not too long. */
  private static String line(String text) {
    var line = text(text).replaceAll("\\s+", " ");
    if (line.length() > LONGEST) {
      int end = Character.isHighSurrogate(line.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
      line = line.substring(0, end) + "…";
    }
    return line.isEmpty() ? null : line;
  }
}
