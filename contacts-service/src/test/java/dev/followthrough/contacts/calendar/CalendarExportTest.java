package dev.followthrough.contacts.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import dev.followthrough.contacts.testing.CalendarApi;
import dev.followthrough.platform.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A4: iCalendar out, and the way round. */
@QuarkusTest
class CalendarExportTest extends CalendarApi {

  @Test
  void a_meeting_of_ours_has_a_uid_of_ours_and_the_owners_zone() {
    var id = scheduled("\"topics\": [\"Gears, and more\"], \"place\": \"Café; Bonn\",");

    var text = exported("/v1/meetings/" + id + "/calendar");

    assertThat(unfolded(text).split("\r\n"))
        .contains(
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "UID:" + id + "@followthrough",
            "DTSTART;TZID=Europe/Berlin:20260320T120000",
            "DTEND;TZID=Europe/Berlin:20260320T130000",
            "SUMMARY:Meeting with Ada Lovelace",
            "DESCRIPTION:Gears\\, and more",
            "LOCATION:Café\\; Bonn",
            "URL:https://example.org/room",
            "STATUS:CONFIRMED",
            "SEQUENCE:0",
            "TZID:Europe/Berlin",
            "END:VCALENDAR");
    assertThat(text).doesNotContain("RECURRENCE-ID").contains("BEGIN:VTIMEZONE");
  }

  @Test
  void nothing_private_is_told() {
    var id = scheduled("\"notes\": \"beware\",");
    patch(
        "/v1/contacts/" + ada,
        """
        {"caveats": [{"text": "unreliable", "date": "2026-01-01", "source": "own"}],
         "notes": [{"text": "secret", "date": "2026-01-01"}], "phones": ["+493012345678"]}
        """);

    var text = unfolded(exported("/v1/meetings/" + id + "/calendar"));

    assertThat(text)
        .contains("Ada Lovelace")
        .doesNotContainIgnoringCase("beware")
        .doesNotContain(
            "unreliable", "secret", "12345678", "ATTENDEE", "ORGANIZER", "ada@", "Ada@");
  }

  @Test
  void each_change_raises_the_sequence_and_a_cancelled_meeting_says_so() {
    var id = scheduled("");
    patch("/v1/meetings/" + id, "{\"endsAt\": \"2026-03-20T12:30:00Z\"}").statusCode(200);
    assertThat(exported("/v1/meetings/" + id + "/calendar")).contains("SEQUENCE:1\r\n");

    post("/v1/meetings/" + id + "/cancel", "").statusCode(200);

    assertThat(exported("/v1/meetings/" + id + "/calendar"))
        .contains("SEQUENCE:2\r\n", "STATUS:CANCELLED\r\n");
  }

  @Test
  void uid_zone_and_occurrence_are_kept_over_the_way_round() {
    for (var name : List.of("google.ics", "outlook.ics", "apple.ics", "custom-zone.ics")) {
      importFile(name).statusCode(200);
    }
    var before = starts();

    var text = exported("/v1/calendar?from=2026-03-01T00:00:00Z&to=2026-06-08T00:00:00Z");

    assertThat(unfolded(text))
        .contains(
            "UID:4kq2s8v0b1c3d5e7f9g0h2i4j6@google.com",
            "RECURRENCE-ID;TZID=Europe/Berlin:20260331T090000",
            "DTSTART;TZID=Europe/Berlin:20260401T140000",
            "DTSTART;TZID=W. Europe Standard Time:20260326T100000",
            "DTSTART;TZID=W. Europe Standard Time:20260402T100000",
            "TZID:W. Europe Standard Time",
            "DTSTART;TZID=America/New_York:20260320T100000",
            "DTSTART;TZID=Customized Time Zone (Half Past):20260320T100000",
            "SEQUENCE:3",
            "SUMMARY:Meeting with Ada Lovelace and Charles Babbage");
    importText(text)
        .statusCode(200)
        .body("scheduled", equalTo(0))
        .body("changed", equalTo(0))
        .body("cancelled", equalTo(0))
        .body("skipped", equalTo(0))
        .body("unchanged", equalTo(14));
    assertThat(starts()).isEqualTo(before).hasSize(14);
    assertThat(exported("/v1/calendar?from=2026-03-01T00:00:00Z&to=2026-06-08T00:00:00Z"))
        .isEqualTo(text);
  }

  @Test
  void a_meeting_of_ours_comes_back_as_itself_and_can_be_moved_in_a_calendar_program() {
    var id = scheduled("\"notes\": \"mine\",");
    var text = exported("/v1/meetings/" + id + "/calendar");

    importText(text).body("unchanged", equalTo(1)).body("scheduled", equalTo(0));
    importText(
            text.replace("20260320T120000", "20260321T120000")
                .replace("20260320T130000", "20260321T130000")
                .replace("SEQUENCE:0", "SEQUENCE:1"))
        .body("changed", equalTo(1))
        .body("events[0].meetingId", equalTo(id));

    get("/v1/meetings/" + id)
        .body("startsAt", equalTo("2026-03-21T11:00:00Z"))
        .body("notes", equalTo("mine"));
    importText(text).body("unchanged", equalTo(1));
    get("/v1/meetings/" + id).body("startsAt", equalTo("2026-03-21T11:00:00Z"));
    assertThat(exported("/v1/meetings/" + id + "/calendar")).contains("SEQUENCE:1\r\n");
  }

  @Test
  void our_uid_in_another_owners_file_is_nobodys() {
    var text = exported("/v1/meetings/" + scheduled("") + "/calendar");

    as("stranger-" + owner, Tokens.ALL_SCOPES)
        .contentType("text/calendar")
        .body(text.getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .post("/v1/calendar-imports")
        .then()
        .statusCode(200)
        .body("events[0].reason", equalTo("noContact"));
  }

  @Test
  void the_zones_that_are_written_say_the_times_that_are_meant() {
    for (var name : List.of("google.ics", "outlook.ics", "apple.ics", "custom-zone.ics")) {
      importFile(name).statusCode(200);
    }

    // read by the library alone, which knows nothing but the VTIMEZONEs of the file
    var events =
        Biweekly.parse(exported("/v1/calendar?from=2026-03-01T00:00:00Z&to=2026-06-08T00:00:00Z"))
            .first()
            .getEvents();

    assertThat(events.stream().map(VEvent::getDateStart).map(at -> instant(at.getValue())).sorted())
        .containsExactlyElementsOf(starts().stream().map(Instant::parse).toList());
  }

  @Test
  void the_calendar_holds_the_meetings_of_its_window_and_a_tentative_one_stays_so() {
    importText(
        event(
            "UID:maybe",
            "DTSTART:20260320T110000Z",
            "DURATION:PT1H",
            "STATUS:TENTATIVE",
            "ATTENDEE:mailto:ada@example.org"));
    post("/v1/meetings", meeting("oneOnOne", "held", Duration.ofHours(-1), ada)).statusCode(201);

    assertThat(exported("/v1/calendar")).contains("STATUS:TENTATIVE", "STATUS:CONFIRMED");
    assertThat(exported("/v1/calendar?from=2026-03-20T11:00:00Z&to=2026-03-20T11:00:01Z"))
        .contains("UID:maybe", "DTSTART:20260320T110000Z")
        .doesNotContain("CONFIRMED");
    assertThat(exported("/v1/calendar?from=2026-03-20T11:00:01Z"))
        .doesNotContain("VEVENT")
        .contains("BEGIN:VCALENDAR");
    get("/v1/calendar?from=2026-03-20T11:00:00Z&to=2026-03-20T11:00:00Z").statusCode(400);
  }

  private static Instant instant(java.util.Date date) {
    return Instant.ofEpochMilli(date.getTime());
  }

  private String scheduled(String more) {
    return post(
            "/v1/meetings",
            """
            {"kind": "oneOnOne", "status": "scheduled", "contactIds": ["%s"], %s
             "link": "https://example.org/room",
             "startsAt": "2026-03-20T11:00:00.250Z", "endsAt": "2026-03-20T12:00:00Z"}
            """
                .formatted(ada, more))
        .statusCode(201)
        .extract()
        .path("id");
  }
}
