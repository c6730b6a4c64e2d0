package dev.followthrough.platform.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The strict forms of the scalars that travel as strings, in bodies and in parameters alike: RFC
 * 3339 instants (any offset in, whole milliseconds kept), ISO dates, IANA zones, UUIDs. Years are
 * 1900 to 9999.
 */
public final class Scalars {

  /** Not of the form, or out of range. */
  public static final class NotOfForm extends RuntimeException {
    private final String rule;

    NotOfForm(String rule, String message) {
      super(message, null, false, false);
      this.rule = rule;
    }

    public String rule() {
      return rule;
    }
  }

  private static final Pattern INSTANT =
      Pattern.compile(
          "\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2})");
  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}");
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm").withResolverStyle(ResolverStyle.STRICT);
  private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
  private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

  /** The types that this class knows, and how a string becomes one. */
  static final Map<Class<?>, Function<String, ?>> READERS =
      Map.of(
          Instant.class, Scalars::instant,
          LocalDate.class, Scalars::date,
          LocalTime.class, Scalars::time,
          UUID.class, Scalars::uuid,
          ZoneId.class, Scalars::zone);

  private Scalars() {}

  public static Instant instant(String text) {
    if (!INSTANT.matcher(text).matches()) {
      throw new NotOfForm("date-time", "must be an instant such as 2026-03-01T09:30:00Z");
    }
    Instant instant;
    try {
      instant = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
    } catch (DateTimeException e) {
      throw new NotOfForm("date-time", "there is no such date, time or offset");
    }
    within(LocalDate.ofInstant(instant, java.time.ZoneOffset.UTC));
    return instant;
  }

  public static LocalDate date(String text) {
    LocalDate date;
    try {
      date = LocalDate.parse(text, DATE);
    } catch (DateTimeException e) {
      throw new NotOfForm("date", "must be a date such as 2026-03-01");
    }
    return within(date);
  }

  public static LocalTime time(String text) {
    try {
      return LocalTime.parse(text, TIME);
    } catch (DateTimeException e) {
      throw new NotOfForm("time", "must be a time of day such as 09:30");
    }
  }

  public static UUID uuid(String text) {
    if (!UUID_FORM.matcher(text).matches()) {
      throw new NotOfForm("uuid", "must be a UUID");
    }
    return UUID.fromString(text);
  }

  public static ZoneId zone(String text) {
    if (!ZoneId.getAvailableZoneIds().contains(text)) {
      throw new NotOfForm("time-zone", "must be an IANA time zone such as Europe/Berlin");
    }
    return ZoneId.of(text);
  }

  private static LocalDate within(LocalDate date) {
    if (date.isBefore(FIRST) || date.isAfter(LAST)) {
      throw new NotOfForm("range", "must lie between the years 1900 and 9999");
    }
    return date;
  }
}
