package dev.followthrough.contacts.calendar.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** VTIMEZONEs, read and written. */
class ZonesTest {

  private static final String WEST_EUROPE =
      """
      BEGIN:VTIMEZONE
      TZID:W. Europe Standard Time
      BEGIN:STANDARD
      DTSTART:16010101T030000
      TZOFFSETFROM:+0200
      TZOFFSETTO:+0100
      RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
      END:STANDARD
      BEGIN:DAYLIGHT
      DTSTART:16010101T020000
      TZOFFSETFROM:+0100
      TZOFFSETTO:+0200
      RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
      END:DAYLIGHT
      END:VTIMEZONE
      """;
  private static final Zone WEST = ZoneDefinitions.read(WEST_EUROPE).orElseThrow();
  private static final List<String> WRITTEN =
      List.of(
          "Europe/Berlin",
          "America/New_York",
          "Asia/Kolkata",
          "Australia/Lord_Howe",
          "Pacific/Apia",
          "Africa/Casablanca",
          "Pacific/Kiritimati",
          "Etc/GMT+12");

  @Property
  void a_zone_of_windows_is_what_its_definition_says(
      @ForAll @LongRange(min = 946684800L, max = 2114380800L) long second) {
    var at = Instant.ofEpochSecond(second);

    assertThat(WEST.rules().getOffset(at))
        .isEqualTo(ZoneId.of("Europe/Berlin").getRules().getOffset(at));
  }

  @Property(tries = 200)
  void the_definition_that_is_written_of_a_zone_says_the_same_as_the_zone(
      @ForAll @LongRange(min = 946684800L, max = 2114380800L) long second) {
    var at = Instant.ofEpochSecond(second);
    for (var id : WRITTEN) {
      var zone = Zone.of(ZoneId.of(id));
      var component = ZoneText.of(zone, at, at.plusSeconds(86_400 * 300)).getComponent();
      var calendar = new biweekly.ICalendar();
      calendar.addComponent(component);
      var text = calendar.write();
      var definition =
          text.substring(text.indexOf("BEGIN:VTIMEZONE"), text.indexOf("END:VCALENDAR"));
      var read = ZoneDefinitions.read(definition).orElseThrow();
      for (int day = 0; day <= 300; day += 25) {
        var then = at.plusSeconds(86_400L * day);
        assertThat(read.rules().getOffset(then)).isEqualTo(zone.rules().getOffset(then));
      }
    }
  }

  @Test
  void its_local_times_are_read_by_its_own_clock_changes() {
    assertThat(WEST.at(LocalDateTime.parse("2026-03-29T02:30:00")))
        .isEqualTo("2026-03-29T01:30:00Z");
    assertThat(WEST.at(LocalDateTime.parse("2026-10-25T02:30:00")))
        .isEqualTo("2026-10-25T00:30:00Z");
    assertThat(WEST.at(LocalDateTime.parse("2026-07-01T12:00:00")))
        .isEqualTo("2026-07-01T10:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RRULE:FREQ=SECONDLY",
        "RRULE:FREQ=DAILY",
        "RRULE;X=1:FREQ=MINUTELY",
        "rrule:freq=hourly",
        "RRULE:FREQ=YEARLY;BYSECOND=1,2,3,4",
        "EXRULE:FREQ=SECONDLY",
        "TZOFFSETTO:+9900"
      })
  void a_definition_that_could_cost_much_or_makes_no_sense_is_unknown(String line) {
    assertThat(
            ZoneDefinitions.read(
                """
                BEGIN:VTIMEZONE
                TZID:Evil
                BEGIN:STANDARD
                DTSTART:19700101T000000
                TZOFFSETFROM:+0100
                %s
                END:STANDARD
                END:VTIMEZONE
                """
                    .formatted(line + (line.contains("OFFSET") ? "" : "\nTZOFFSETTO:+0100"))))
        .isEmpty();
  }
}
