package dev.followthrough.contacts.calendar.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of RFC 5545, 3.8.5.3 (errata applied), and rules that must cost little. */
class RecurrenceExamplesTest {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final Window NINETIES =
      new Window(Instant.parse("1997-01-01T00:00:00Z"), Instant.parse("2008-12-31T00:00:00Z"));

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          19970902T090000 | FREQ=DAILY;COUNT=10 | 10 | 1997-09-02 1997-09-03 1997-09-04 | 1997-09-11
          19970902T090000 | FREQ=DAILY;UNTIL=19971224T000000Z | 113 | 1997-09-02 1997-09-03 | 1997-12-23
          19970902T090000 | FREQ=DAILY;INTERVAL=10;COUNT=5 | 5 | 1997-09-02 1997-09-12 1997-09-22 1997-10-02 1997-10-12 | 1997-10-12
          19980101T090000 | FREQ=YEARLY;UNTIL=20000131T140000Z;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA | 93 | 1998-01-01 1998-01-02 | 2000-01-31
          19980101T090000 | FREQ=DAILY;UNTIL=20000131T140000Z;BYMONTH=1 | 93 | 1998-01-01 1998-01-02 | 2000-01-31
          19970902T090000 | FREQ=WEEKLY;COUNT=10 | 10 | 1997-09-02 1997-09-09 1997-09-16 | 1997-11-04
          19970902T090000 | FREQ=WEEKLY;UNTIL=19971224T000000Z | 17 | 1997-09-02 1997-09-09 | 1997-12-23
          19970902T090000 | FREQ=WEEKLY;UNTIL=19971007T000000Z;WKST=SU;BYDAY=TU,TH | 10 | 1997-09-02 1997-09-04 1997-09-09 | 1997-10-02
          19970901T090000 | FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR | 25 | 1997-09-01 1997-09-03 1997-09-05 1997-09-15 | 1997-12-22
          19970902T090000 | FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH | 8 | 1997-09-02 1997-09-04 1997-09-16 1997-09-18 | 1997-10-16
          19970905T090000 | FREQ=MONTHLY;COUNT=10;BYDAY=1FR | 10 | 1997-09-05 1997-10-03 1997-11-07 | 1998-06-05
          19970907T090000 | FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU | 10 | 1997-09-07 1997-09-28 1997-11-02 1997-11-30 | 1998-05-31
          19970922T090000 | FREQ=MONTHLY;COUNT=6;BYDAY=-2MO | 6 | 1997-09-22 1997-10-20 1997-11-17 | 1998-02-16
          19970928T090000 | FREQ=MONTHLY;COUNT=6;BYMONTHDAY=-3 | 6 | 1997-09-28 1997-10-29 1997-11-28 1997-12-29 | 1998-02-26
          19970902T090000 | FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15 | 10 | 1997-09-02 1997-09-15 1997-10-02 | 1998-01-15
          19970930T090000 | FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1 | 10 | 1997-09-30 1997-10-01 1997-10-31 | 1998-02-01
          19970910T090000 | FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15 | 10 | 1997-09-10 1997-09-11 1997-09-12 | 1999-03-13
          19970902T090000 | FREQ=MONTHLY;INTERVAL=2;BYDAY=TU;UNTIL=19980401T000000Z | 18 | 1997-09-02 1997-09-09 1997-09-16 | 1998-03-31
          19970610T090000 | FREQ=YEARLY;COUNT=10;BYMONTH=6,7 | 10 | 1997-06-10 1997-07-10 1998-06-10 | 2001-07-10
          19970310T090000 | FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3 | 10 | 1997-03-10 1999-01-10 1999-02-10 | 2003-03-10
          19970101T090000 | FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200 | 10 | 1997-01-01 1997-04-10 1997-07-19 2000-01-01 2000-04-09 | 2006-01-01
          19970519T090000 | FREQ=YEARLY;BYDAY=20MO;UNTIL=20000101T000000Z | 3 | 1997-05-19 1998-05-18 | 1999-05-17
          19970512T090000 | FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;UNTIL=20000101T000000Z | 3 | 1997-05-12 1998-05-11 | 1999-05-17
          19970313T090000 | FREQ=YEARLY;BYMONTH=3;BYDAY=TH;UNTIL=20000101T000000Z | 11 | 1997-03-13 1997-03-20 1997-03-27 1998-03-05 | 1999-03-25
          19970605T090000 | FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8;UNTIL=19990901T000000Z | 39 | 1997-06-05 1997-06-12 | 1999-08-26
          19970913T090000 | FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13;COUNT=10 | 10 | 1997-09-13 1997-10-11 1997-11-08 | 1998-06-13
          19961105T090000 | FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8;UNTIL=20050101T000000Z | 2 | 2000-11-07 2004-11-02 | 2004-11-02
          19970904T090000 | FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3 | 3 | 1997-09-04 1997-10-07 1997-11-06 | 1997-11-06
          19970929T090000 | FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2;COUNT=7 | 7 | 1997-09-29 1997-10-30 1997-11-27 1997-12-30 | 1998-03-30
          19970805T090000 | FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO | 4 | 1997-08-05 1997-08-10 1997-08-19 1997-08-24 | 1997-08-24
          19970805T090000 | FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU | 4 | 1997-08-05 1997-08-17 1997-08-19 1997-08-31 | 1997-08-31
          20070115T090000 | FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5 | 5 | 2007-01-15 2007-01-30 2007-02-15 2007-03-15 2007-03-30 | 2007-03-30
          """)
  void an_example_of_the_rfc_has_its_dates(
      String start, String rule, int count, String first, String last) {
    var starts = starts(start, "RRULE:" + rule);

    var days = starts.stream().map(at -> at.toLocalDate().toString()).toList();
    assertThat(starts).allMatch(at -> at.getHour() == 9 && at.getMinute() == 0);
    assertThat(days).hasSize(count);
    assertThat(days).startsWith(first.strip().split(" "));
    assertThat(days.getLast()).isEqualTo(last);
  }

  @Test
  void friday_the_13th_leaves_out_the_day_on_which_it_was_written() {
    var starts =
        starts(
            "19970902T090000",
            "EXDATE;TZID=America/New_York:19970902T090000",
            "RRULE:FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;UNTIL=20001231T000000Z");

    assertThat(starts)
        .extracting(at -> at.toLocalDate().toString())
        .containsExactly("1998-02-13", "1998-03-13", "1998-11-13", "1999-08-13", "2000-10-13");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T210000Z | 09:00 12:00 15:00
          FREQ=MINUTELY;INTERVAL=15;COUNT=6 | 09:00 09:15 09:30 09:45 10:00 10:15
          FREQ=MINUTELY;INTERVAL=90;COUNT=4 | 09:00 10:30 12:00 13:30
          """)
  void an_example_within_a_day_has_its_times(String rule, String times) {
    assertThat(starts("19970902T090000", "RRULE:" + rule))
        .extracting(at -> at.toLocalTime().toString())
        .containsExactly(times.strip().split(" "));
  }

  @Test
  void every_20_minutes_of_the_working_day_is_the_same_said_in_two_ways() {
    var window = new Window(at("1997-09-01T00:00"), at("1997-09-12T00:00"));
    var daily = "RRULE:FREQ=DAILY;BYHOUR=9,10,11,12,13,14,15,16;BYMINUTE=0,20,40";
    var minutely = "RRULE:FREQ=MINUTELY;INTERVAL=20;BYHOUR=9,10,11,12,13,14,15,16";

    var starts = starts(window, "19970902T090000", daily);

    assertThat(starts).hasSize(10 * 24).isEqualTo(starts(window, "19970902T090000", minutely));
  }

  @Test
  void the_wall_clock_stays_when_the_clocks_change() {
    var window = new Window(at("1997-10-20T00:00"), at("1997-11-10T00:00"));
    var file = file("19970902T090000", "RRULE:FREQ=WEEKLY");

    assertThat(read(file, window))
        .extracting(Finding::startsAt)
        .containsExactly(
            Instant.parse("1997-10-21T13:00:00Z"),
            Instant.parse("1997-10-28T14:00:00Z"),
            Instant.parse("1997-11-04T14:00:00Z"));
  }

  @Test
  void
      a_time_that_the_clocks_leave_out_is_read_with_the_offset_before_and_one_twice_is_the_first() {
    var file = file("20070309T023000", "RRULE:FREQ=DAILY;COUNT=4");
    assertThat(read(file, NINETIES).get(2).startsAt()).isEqualTo("2007-03-11T07:30:00Z");

    var twice = file("20071104T013000", "SEQUENCE:0");
    assertThat(read(twice, NINETIES).getFirst().startsAt()).isEqualTo("2007-11-04T05:30:00Z");
  }

  @Test
  void dates_are_added_and_taken_away() {
    var starts =
        starts(
            "19970902T090000",
            "RRULE:FREQ=DAILY;COUNT=3",
            "RDATE;TZID=America/New_York:19970910T090000,19970911T090000",
            "RDATE;VALUE=PERIOD:19970912T130000Z/PT2H",
            "EXDATE:19970903T130000Z",
            "EXDATE;VALUE=DATE:19970911");

    assertThat(starts)
        .extracting(at -> at.toLocalDate().toString())
        .containsExactly("1997-09-02", "1997-09-04", "1997-09-10", "1997-09-12");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          FREQ=SECONDLY
          FREQ=SECONDLY;COUNT=2000000000
          FREQ=MINUTELY
          FREQ=MINUTELY;COUNT=2000000000
          FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23;BYMINUTE=0,10,20,30,40,50
          FREQ=YEARLY;BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYHOUR=1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21
          """)
  void a_rule_without_measure_is_said_to_be_one_within_the_time_allowed(String rule) {
    var began = System.nanoTime();

    assertThat(read(file("19000101T000000", "RRULE:" + rule), NINETIES))
        .containsExactly(new Finding.Unusable("one@example.org", null, Reason.TOO_OFTEN));
    assertThat(System.nanoTime() - began).isLessThan(8_000_000_000L);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          FREQ=DAILY
          FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,FR
          FREQ=MONTHLY;BYMONTHDAY=31
          FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29
          FREQ=HOURLY;INTERVAL=5
          """)
  void a_rule_that_began_long_ago_gives_the_same_within_the_window_as_from_the_start(String rule) {
    var narrow = new Window(at("2004-02-01T00:00"), at("2004-04-01T00:00"));
    var all =
        starts(
            new Window(at("2003-12-31T00:00"), at("2004-04-01T00:00")),
            "20031231T090000",
            "RRULE:" + rule);

    assertThat(starts(narrow, "20031231T090000", "RRULE:" + rule))
        .isNotEmpty()
        .isEqualTo(
            all.stream()
                .filter(
                    at -> !at.isBefore(at("2004-02-01T00:00").atZone(NEW_YORK).toLocalDateTime()))
                .toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          RRULE:FREQ=OFTEN
          RRULE:FREQ=DAILY;INTERVAL=0
          RRULE:FREQ=DAILY;COUNT=-1
          RRULE:COUNT=3
          RRULE:FREQ=DAILY;UNTIL=tomorrow
          RRULE:FREQ=WEEKLY;BYDAY=XX
          RRULE:FREQ=MONTHLY;BYMONTHDAY=abc
          EXDATE:yesterday
          RDATE:20071340T990000
          """)
  void a_rule_that_cannot_be_read_is_not_taken_for_a_single_event(String line) {
    assertThat(read(file("20070309T090000", line), NINETIES))
        .containsExactly(new Finding.Unusable("one@example.org", null, Reason.UNREADABLE));
  }

  private static List<LocalDateTime> starts(String start, String... lines) {
    return starts(NINETIES, start, lines);
  }

  private static List<LocalDateTime> starts(Window window, String start, String... lines) {
    return read(file(start, lines), window).stream()
        .map(finding -> LocalDateTime.ofInstant(finding.startsAt(), NEW_YORK))
        .toList();
  }

  private static String file(String start, String... lines) {
    return """
    BEGIN:VCALENDAR
    VERSION:2.0
    BEGIN:VEVENT
    UID:one@example.org
    DTSTART;TZID=America/New_York:%s
    DURATION:PT5M
    %s
    END:VEVENT
    END:VCALENDAR
    """
        .formatted(start, String.join("\n", Arrays.asList(lines)));
  }

  private static List<Finding> read(String text, Window window) {
    try {
      return CalendarFile.read(text)
          .series()
          .getFirst()
          .in(window, false, Zone.of(ZoneId.of("Europe/Berlin")), new Budget())
          .findings();
    } catch (BrokenCalendar | CalendarFile.TooManyEvents e) {
      throw new AssertionError(e);
    }
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(NEW_YORK).toInstant();
  }
}
