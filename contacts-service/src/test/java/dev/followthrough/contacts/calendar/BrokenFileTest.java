package dev.followthrough.contacts.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.followthrough.contacts.testing.CalendarApi;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are none: refused whole, with the line. */
@QuarkusTest
class BrokenFileTest extends CalendarApi {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          hello | line 1
          {"a": 1} | line 1
          BEGIN:VEVENT;END:VEVENT | line 1
          BEGIN:VCALENDAR | line 1
          BEGIN:VCALENDAR;BEGIN:VEVENT;END:VCALENDAR | line 3
          BEGIN:VCALENDAR;BEGIN:VEVENT;SUMMARY;END:VEVENT;END:VCALENDAR | line 3
          BEGIN:VCALENDAR;BEGIN:VEVENT;SUMMARY:a; folded;:b;END:VEVENT;END:VCALENDAR | line 5
          BEGIN:VCALENDAR;END:VCALENDAR;SUMMARY:a | line 3
          BEGIN:VCALENDAR;BEGIN:VCALENDAR;END:VCALENDAR;END:VCALENDAR | line 2
          BEGIN:VCALENDAR;VERSION:1.0;END:VCALENDAR | line 2
          BEGIN:VCALENDAR;BEGIN:;END:;END:VCALENDAR | line 2
          BEGIN:VCALENDAR;BEGIN:A;BEGIN:B;BEGIN:C;BEGIN:D;BEGIN:E;BEGIN:F | line 6
          """)
  void broken_syntax_is_refused_with_its_line(String lines, String line) {
    importText(lines.replace(";", "\n"))
        .statusCode(400)
        .body("type", equalTo("/problems/invalid-request"))
        .body("errors.rule", contains("icalendar"))
        .body("errors[0].detail", startsWith(line + ":"));
  }

  @Test
  void one_broken_line_leaves_nothing_of_the_file_done() {
    var good =
        event(
            "UID:1",
            "DTSTART:20260320T110000Z",
            "DURATION:PT1H",
            "ATTENDEE:mailto:ada@example.org");

    importText(good + "oops").statusCode(400);

    get("/v1/meetings").body("items", empty());
  }

  @Test
  void a_huge_line_control_characters_and_a_huge_file_are_refused() {
    importText(event("UID:1", "SUMMARY:" + "x".repeat(100_001))).statusCode(400);
    importText(event("UID:1", "SUMMARY:a\0b")).statusCode(400);
    importText(event("UID:1", "SUMMARY:a\u0007b")).statusCode(400);
    importText("x".repeat(2_000_000)).statusCode(413);
    importBytes("/v1/calendar-imports", new byte[] {(byte) 0xFF, (byte) 0xFE, 'B'}).statusCode(400);
    var deep = "BEGIN:VCALENDAR\n" + "BEGIN:X\n".repeat(100_000);
    importText(deep).statusCode(400);
  }

  @Test
  void very_many_small_parts_are_answered_and_nothing_breaks() {
    importText("BEGIN:VCALENDAR\n" + "BEGIN:VEVENT\nEND:VEVENT\n".repeat(30_000) + "END:VCALENDAR")
        .statusCode(422);
    importText(
            event(
                "UID:1",
                "DTSTART:20260320T110000Z",
                "DURATION:PT1H",
                "ATTENDEE:mailto:ada@example.org\r\n".repeat(20_000).strip()))
        .statusCode(200)
        .body("scheduled", equalTo(1));
    importText(
            event(
                "UID:2",
                "DTSTART:20260320T110000Z",
                "DURATION:PT1H",
                "ATTENDEE:mailto:ada@example.org",
                "RDATE:" + "20260320T110000Z,".repeat(5_000) + "20260320T110000Z",
                "EXDATE:" + "20260321T110000Z,".repeat(5_000) + "20260321T110000Z"))
        .statusCode(200);
  }

  @Test
  void values_at_the_edge_of_their_types_are_told_and_nothing_breaks() {
    for (var line :
        new String[] {
          "SEQUENCE:99999999999999",
          "SEQUENCE:-1",
          "DURATION:P99999999W",
          "DURATION:-PT1H",
          "DTEND:99991231T235959Z",
          "DTEND:00000000T000000Z",
          "RRULE:FREQ=DAILY;INTERVAL=2147483647",
          "RRULE:FREQ=WEEKLY;INTERVAL=2147483647;BYDAY=MO",
          "RRULE:FREQ=DAILY;UNTIL=99991231T235959Z",
          "RRULE:FREQ=YEARLY;BYMONTH=13",
          "RRULE:FREQ=MONTHLY;BYMONTHDAY=32,-32,0",
          "RRULE:FREQ=YEARLY;BYWEEKNO=99",
          "RRULE:FREQ=YEARLY;BYYEARDAY=-999",
          "RRULE:FREQ=MONTHLY;BYSETPOS=0;BYDAY=MO",
          "RRULE:FREQ=MONTHLY;BYDAY=99MO",
          "RRULE:FREQ=DAILY;BYHOUR=99",
          "RRULE:",
          "RRULE:FREQ=DAILY;FREQ=WEEKLY",
          "RDATE;VALUE=PERIOD:20260320T110000Z/20250320T110000Z",
          "RECURRENCE-ID:00010101T000000Z",
          "STATUS:WHATEVER",
          "URL:javascript:alert(1)",
          "URL:",
          "LOCATION:" + "\\n".repeat(500),
          "LAST-MODIFIED:never",
          "ORGANIZER:mailto:",
          "ATTENDEE;EMAIL=\"\":mailto:@",
          "DTSTART;TZID=:20260320T110000",
          "DTSTART;TZID=\"/\":20260320T110000",
          "DTSTART:00000101T000000Z",
          "UID:" + "ü".repeat(5_000)
        }) {
      importText(
              event(
                  "UID:edge",
                  "DTSTART:20260320T110000Z",
                  "DURATION:PT1H",
                  "ATTENDEE:mailto:ada@example.org",
                  line))
          .statusCode(200);
    }
  }

  /** Whatever is made of a good file by chance is answered, and never by a fault of ours. */
  @Test
  void a_file_with_random_damage_is_answered() {
    var random = new Random(42);
    for (var name : new String[] {"google.ics", "outlook.ics", "apple.ics"}) {
      for (int i = 0; i < 40; i++) {
        var text = new StringBuilder(file(name));
        for (int hits = 0; hits < 4; hits++) {
          int at = random.nextInt(text.length());
          switch (random.nextInt(3)) {
            case 0 -> text.deleteCharAt(at);
            case 1 -> text.setCharAt(at, ":;,=\"9Z\r\n".charAt(random.nextInt(9)));
            default -> text.delete(at, Math.min(text.length(), at + random.nextInt(60)));
          }
        }
        assertThat(importText(text.toString()).extract().statusCode()).isIn(200, 400, 422);
      }
    }
  }
}
