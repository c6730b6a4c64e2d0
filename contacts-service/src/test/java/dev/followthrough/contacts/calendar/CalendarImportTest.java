package dev.followthrough.contacts.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import dev.followthrough.contacts.testing.CalendarApi;
import dev.followthrough.events.MeetingScheduled;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A4: iCalendar in. */
@QuarkusTest
class CalendarImportTest extends CalendarApi {

  private static final String LUNCH = "UID:lunch@example.org";
  private static final String WITH_ADA = "ATTENDEE:mailto:ada@example.org";
  private static final String AT_NOON = "DTSTART:20260320T110000Z\r\nDTEND:20260320T120000Z";

  @Test
  void events_say_under_which_uid_a_file_brought_the_meeting() {
    importText(event(LUNCH, AT_NOON, WITH_ADA)).body("scheduled", equalTo(1));
    importFile("google.ics").body("scheduled", equalTo(10));

    var lunch = probe.awaitEvent("contacts", ownerId(), MeetingScheduled.class);
    assertThat(lunch.calendarUid()).isEqualTo("lunch@example.org");
    assertThat(lunch.calendarOccurrence()).isNull();
    var moved =
        probe.awaitEvent(
            "contacts",
            ownerId(),
            MeetingScheduled.class,
            told -> told.startsAt().equals(Instant.parse("2026-04-01T12:00:00Z")));
    assertThat(moved.calendarUid()).isEqualTo("4kq2s8v0b1c3d5e7f9g0h2i4j6@google.com");
    assertThat(moved.calendarOccurrence()).isEqualTo(Instant.parse("2026-03-31T07:00:00Z"));
  }

  @Test
  void a_file_of_google_becomes_the_meetings_of_its_series_with_its_exceptions() {
    importFile("google.ics")
        .statusCode(200)
        .body("scheduled", equalTo(10))
        .body("skipped", equalTo(3))
        .body("changed", equalTo(0))
        .body("events.findAll { it.outcome == 'scheduled' }.meetingId", everyItem(notNullValue()))
        .body(
            "events.findAll { it.outcome == 'skipped' }.reason",
            containsInAnyOrder("notKnown", "allDay", "noContact"));

    assertThat(starts())
        .startsWith("2026-03-17T08:00:00Z", "2026-04-01T12:00:00Z", "2026-04-14T07:00:00Z")
        .hasSize(10);
    get("/v1/meetings?from=2026-04-01T00:00:00Z&to=2026-04-02T00:00:00Z")
        .body("items[0].kind", equalTo("oneOnOne"))
        .body("items[0].contactIds", contains(ada))
        .body("items[0].place", equalTo("Café Einstein, Kurfürstenstraße 58, Berlin"))
        .body("items[0].topics", contains("Weekly with Ada"));
    get("/v1/meetings?from=2026-03-17T00:00:00Z&to=2026-03-18T00:00:00Z")
        .body("items[0].link", equalTo("https://meet.google.com/abc-defg-hij"));
    assertThat(probe.awaitEvent("contacts", ownerId(), MeetingScheduled.class).participants())
        .extracting(one -> one.contactId().toString())
        .containsExactly(ada);
  }

  @Test
  void an_invitation_of_outlook_is_read_in_the_zone_that_it_defines() {
    importFile("outlook.ics").statusCode(200).body("scheduled", equalTo(2));

    // the clocks change between the two
    assertThat(starts()).containsExactly("2026-03-26T09:00:00Z", "2026-04-02T08:00:00Z");
    get("/v1/meetings")
        .body("items[0].kind", equalTo("group"))
        .body("items[0].contactIds", containsInAnyOrder(ada, charles))
        .body("items[0].topics", contains("Quartalsgespräch"))
        .body(
            "items[0].link",
            equalTo("https://teams.microsoft.com/l/meetup-join/19%3ameeting_abc%40thread.v2/0"));
  }

  @Test
  void an_event_of_apple_is_with_those_who_did_not_decline() {
    importFile("apple.ics").statusCode(200).body("scheduled", equalTo(1));

    get("/v1/meetings")
        .body("items[0].kind", equalTo("oneOnOne"))
        .body("items[0].contactIds", contains(ada))
        .body("items[0].startsAt", equalTo("2026-03-20T14:00:00Z"))
        .body("items[0].endsAt", equalTo("2026-03-20T15:00:00Z"))
        .body("items[0].place", equalTo("Bryant Park New York NY 10018, United States"))
        .body("items[0].link", equalTo("https://example.org/coffee?a=1;b=2"))
        .body("items[0].topics", contains("Coffee 😀"));
  }

  @Test
  void the_example_of_rfc_5545_with_its_own_people_is_taken_when_they_are_contacts() {
    var john = contact("John Smith", "jsmith@example.com");

    importText(
            "/v1/calendar-imports?from=1997-08-01T00:00:00Z",
            event(
                "UID:19970901T130000Z-123402@example.com",
                "DTSTAMP:19970901T130000Z",
                "DTSTART:19970903T163000Z",
                "DTEND:19970903T190000Z",
                "ORGANIZER:mailto:jsmith@example.com",
                "SUMMARY:Annual Employee Review",
                "CLASS:PRIVATE",
                "CATEGORIES:BUSINESS,HUMAN RESOURCES"))
        .statusCode(200)
        .body("scheduled", equalTo(1));

    // it lies in the past, and asks whether it took place
    get("/v1/meetings")
        .body("items[0].status", equalTo("scheduled"))
        .body("items[0].contactIds", contains(john))
        .body("items[0].startsAt", equalTo("1997-09-03T16:30:00Z"));
  }

  @Test
  void a_time_without_a_zone_is_the_owners_and_one_in_an_unknown_zone_is_told() {
    importText(event(LUNCH, "DTSTART:20260320T120000", "DURATION:PT1H", WITH_ADA))
        .body("scheduled", equalTo(1));
    assertThat(starts()).containsExactly("2026-03-20T11:00:00Z");

    importText(
            event(
                "UID:2",
                "DTSTART;TZID=W. Europe Standard Time:20260320T120000",
                "DURATION:PT1H",
                WITH_ADA))
        .body("events.reason", contains("unknownZone"))
        .body("events.detail", contains(notNullValue()));
    importFile("custom-zone.ics").body("scheduled", equalTo(1));
    assertThat(starts()).containsExactly("2026-03-20T08:30:00Z", "2026-03-20T11:00:00Z");
  }

  @Test
  void the_same_file_again_adds_nothing() {
    for (var name : new String[] {"google.ics", "outlook.ics", "apple.ics", "custom-zone.ics"}) {
      int scheduled = importFile(name).statusCode(200).extract().path("scheduled");

      importFile(name)
          .statusCode(200)
          .body("scheduled", equalTo(0))
          .body("changed", equalTo(0))
          .body("cancelled", equalTo(0))
          .body("unchanged", equalTo(scheduled));
    }
    assertThat(starts()).hasSize(14);
  }

  @Test
  void a_later_version_moves_the_meeting_and_an_older_one_does_not() {
    var first = event(LUNCH, AT_NOON, WITH_ADA, "SEQUENCE:1", "LOCATION:Here");
    String meeting = importText(first).extract().path("events[0].meetingId");
    patch("/v1/meetings/" + meeting, "{\"notes\": \"mine\", \"topics\": [\"ours\"]}");

    importText(
            event(
                LUNCH,
                "DTSTART:20260321T110000Z",
                "DTEND:20260321T123000Z",
                WITH_ADA,
                "ATTENDEE:mailto:charles@example.org",
                "SEQUENCE:2"))
        .body("changed", equalTo(1))
        .body("events[0].meetingId", equalTo(meeting));

    get("/v1/meetings/" + meeting)
        .body("startsAt", equalTo("2026-03-21T11:00:00Z"))
        .body("endsAt", equalTo("2026-03-21T12:30:00Z"))
        .body("kind", equalTo("group"))
        .body("contactIds", containsInAnyOrder(ada, charles))
        .body("place", equalTo("Here"))
        .body("notes", equalTo("mine"))
        .body("topics", contains("ours"));
    importText(first).body("unchanged", equalTo(1)).body("events[0].reason", equalTo("older"));
    get("/v1/meetings/" + meeting).body("startsAt", equalTo("2026-03-21T11:00:00Z"));
    assertThat(starts()).hasSize(1);
  }

  @Test
  void of_two_versions_with_one_sequence_the_last_modified_counts() {
    importText(event(LUNCH, AT_NOON, WITH_ADA, "LAST-MODIFIED:20260302T000000Z"));

    importText(
            event(
                LUNCH,
                "DTSTART:20260322T110000Z",
                "DURATION:PT1H",
                WITH_ADA,
                "LAST-MODIFIED:20260301T000000Z"))
        .body("events[0].reason", equalTo("older"));

    assertThat(starts()).containsExactly("2026-03-20T11:00:00Z");
  }

  @Test
  void what_the_owner_changed_here_stays_until_the_file_changes() {
    var file = event(LUNCH, AT_NOON, WITH_ADA);
    String meeting = importText(file).extract().path("events[0].meetingId");
    patch(
            "/v1/meetings/" + meeting,
            "{\"startsAt\": \"2026-03-20T13:00:00Z\", \"endsAt\": \"2026-03-20T14:00:00Z\"}")
        .statusCode(200);

    importText(file).body("unchanged", equalTo(1));

    assertThat(starts()).containsExactly("2026-03-20T13:00:00Z");
  }

  @Test
  void a_cancellation_cancels_what_is_scheduled() {
    String one = importText(event(LUNCH, AT_NOON, WITH_ADA)).extract().path("events[0].meetingId");
    String two =
        importText(event("UID:2", AT_NOON, WITH_ADA)).extract().path("events[0].meetingId");

    importText(event(LUNCH, AT_NOON, WITH_ADA, "SEQUENCE:1", "STATUS:CANCELLED"))
        .body("cancelled", equalTo(1));
    importText(
            calendar("METHOD:CANCEL", "BEGIN:VEVENT", "UID:2", AT_NOON, "SEQUENCE:1", "END:VEVENT"))
        .body("cancelled", equalTo(1));

    get("/v1/meetings/" + one).body("status", equalTo("cancelled"));
    get("/v1/meetings/" + two).body("status", equalTo("cancelled"));
    importText(event(LUNCH, AT_NOON, "SEQUENCE:1", "STATUS:CANCELLED"))
        .body("unchanged", equalTo(1));
    importText(event(LUNCH, "DTSTART:20260401T110000Z", "DURATION:PT1H", WITH_ADA, "SEQUENCE:2"))
        .body("events[0].reason", equalTo("meetingCancelled"));
    importText(event("UID:3", AT_NOON, WITH_ADA, "STATUS:CANCELLED"))
        .body("events[0].reason", equalTo("notKnown"));
  }

  @Test
  void a_meeting_that_was_held_or_voided_is_left_alone_and_told() {
    var lastWeek = "DTSTART:20260305T110000Z\r\nDTEND:20260305T120000Z";
    String meeting =
        importText(event(LUNCH, lastWeek, WITH_ADA)).extract().path("events[0].meetingId");
    post("/v1/meetings/" + meeting + "/hold", "").statusCode(200);

    importText(event(LUNCH, lastWeek, WITH_ADA)).body("unchanged", equalTo(1));
    importText(event(LUNCH, AT_NOON, WITH_ADA, "SEQUENCE:1"))
        .body("skipped", equalTo(1))
        .body("events[0].reason", equalTo("meetingHeld"));
    importText(event(LUNCH, lastWeek, "SEQUENCE:2", "STATUS:CANCELLED"))
        .body("events[0].reason", equalTo("meetingHeld"));
    post("/v1/meetings/" + meeting + "/void", "").statusCode(200);
    importText(event(LUNCH, AT_NOON, WITH_ADA, "SEQUENCE:3"))
        .body("events[0].reason", equalTo("meetingVoided"));

    get("/v1/meetings/" + meeting)
        .body("status", equalTo("voided"))
        .body("startsAt", equalTo("2026-03-05T11:00:00Z"));
  }

  @Test
  void what_a_series_has_no_longer_is_cancelled_and_what_it_has_at_another_hour_is_moved() {
    var rule = "RRULE:FREQ=WEEKLY;COUNT=3";
    importText(event(LUNCH, AT_NOON, rule, WITH_ADA)).body("scheduled", equalTo(3));

    importText(event(LUNCH, AT_NOON, rule, WITH_ADA, "SEQUENCE:1", "EXDATE:20260327T110000Z"))
        .body("cancelled", equalTo(1))
        .body("events.findAll { it.outcome == 'cancelled' }.reason", contains("goneFromSeries"))
        .body("unchanged", equalTo(2));
    assertThat(starts()).containsExactly("2026-03-20T11:00:00Z", "2026-04-03T11:00:00Z");

    importText(
            event(
                LUNCH,
                "DTSTART:20260320T150000Z",
                "DURATION:PT1H",
                rule,
                WITH_ADA,
                "SEQUENCE:2",
                "EXDATE:20260327T150000Z"))
        .body("changed", equalTo(2))
        .body("scheduled", equalTo(0));
    assertThat(starts()).containsExactly("2026-03-20T15:00:00Z", "2026-04-03T15:00:00Z");

    importText(event(LUNCH, AT_NOON, rule, "SEQUENCE:3", "STATUS:CANCELLED"));
    assertThat(starts()).isEmpty();
  }

  @Test
  void one_occurrence_is_cancelled_by_itself_and_a_part_of_a_file_leaves_the_rest() {
    importText(event(LUNCH, AT_NOON, "RRULE:FREQ=WEEKLY;COUNT=3", WITH_ADA));

    importText(
            event(
                LUNCH,
                "RECURRENCE-ID:20260327T110000Z",
                "DTSTART:20260327T110000Z",
                "SEQUENCE:1",
                "STATUS:CANCELLED"))
        .body("cancelled", equalTo(1))
        .body("events", hasSize(1));

    assertThat(starts()).containsExactly("2026-03-20T11:00:00Z", "2026-04-03T11:00:00Z");
  }

  @Test
  void a_known_event_is_moved_beyond_the_window_too() {
    importText(event(LUNCH, AT_NOON, WITH_ADA));

    importText(event(LUNCH, "DTSTART:20270320T110000Z", "DURATION:PT1H", WITH_ADA, "SEQUENCE:1"))
        .body("changed", equalTo(1))
        .body("cancelled", equalTo(0));

    assertThat(starts()).containsExactly("2027-03-20T11:00:00Z");
  }

  @Test
  void who_is_told_apart_by_nothing_or_by_too_much_is_told() {
    contact("Ada Twin", "ada@example.org");
    importText(event(LUNCH, AT_NOON, WITH_ADA)).body("events.reason", contains("ambiguousContact"));
    importText(event("UID:2", AT_NOON, "ATTENDEE:mailto:nobody@example.org"))
        .body("events.reason", contains("noContact"));
    var crowd = new StringBuilder();
    for (int i = 0; i < 21; i++) {
      contact("Guest " + i, "guest" + i + "@example.org");
      crowd.append("ATTENDEE:mailto:guest%d@example.org\r\n".formatted(i));
    }
    importText(event("UID:3", AT_NOON, crowd.toString().strip()))
        .body("events.reason", contains("tooManyContacts"));
    assertThat(starts()).isEmpty();
  }

  @Test
  void a_removed_contact_is_nobody_and_a_meeting_with_them_is_not_moved() {
    importText(event(LUNCH, AT_NOON, WITH_ADA));
    api().delete("/v1/contacts/" + ada).then().statusCode(204);

    importText(event(LUNCH, "DTSTART:20260401T110000Z", "DURATION:PT1H", WITH_ADA, "SEQUENCE:1"))
        .body("events.reason", contains("contactRemoved"));
    importText(event("UID:2", AT_NOON, WITH_ADA)).body("events.reason", contains("noContact"));
  }

  @Test
  void what_cannot_be_a_meeting_is_told_one_by_one() {
    importText(
            calendar(
                vevent("UID:1", "DTSTART:20260320T110000Z", WITH_ADA),
                vevent("UID:2", "DTSTART:20260320T110000Z", "DURATION:PT25H", WITH_ADA),
                vevent("UID:3", "DTSTART;VALUE=DATE:20260320", WITH_ADA),
                vevent("UID:4", "DTSTART:soon", WITH_ADA),
                vevent("UID:5", WITH_ADA),
                vevent(AT_NOON, WITH_ADA),
                vevent("UID:7", AT_NOON, "RRULE:FREQ=SECONDLY", WITH_ADA),
                vevent("UID:8", AT_NOON, "RECURRENCE-ID;RANGE=THISANDFUTURE:20260320T110000Z"),
                vevent("UID:9", AT_NOON, WITH_ADA)))
        .statusCode(200)
        .body("scheduled", equalTo(1))
        .body("skipped", equalTo(8))
        .body(
            "events.reason",
            containsInAnyOrder(
                "noDuration",
                "tooLong",
                "allDay",
                "unreadable",
                "unreadable",
                "noUid",
                "tooOften",
                "unsupportedRange",
                null));
    importText(calendar("METHOD:REPLY", vevent("UID:9", AT_NOON, "SEQUENCE:4", WITH_ADA)))
        .body("events.reason", contains("unsupportedMethod"));
  }

  @Test
  void the_window_is_the_callers_within_its_limits() {
    var weekly = event(LUNCH, AT_NOON, "RRULE:FREQ=WEEKLY", WITH_ADA);

    importText("/v1/calendar-imports?from=2026-04-01T00:00:00Z&to=2026-04-15T00:00:00Z", weekly)
        .body("scheduled", equalTo(2))
        .body("from", equalTo("2026-04-01T00:00:00Z"))
        .body("to", equalTo("2026-04-15T00:00:00Z"));

    importText("/v1/calendar-imports?from=2026-04-01T00:00:00Z&to=2026-04-01T00:00:00Z", weekly)
        .statusCode(400)
        .body("errors.rule", hasItem("after-from"));
    importText("/v1/calendar-imports?from=2026-04-01T00:00:00Z&to=2027-04-03T00:00:00Z", weekly)
        .statusCode(400)
        .body("errors.rule", hasItem("longest"));
  }

  @Test
  void more_than_2000_events_are_refused_and_nothing_is_done() {
    var files = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      files.append(vevent("UID:" + i, AT_NOON, "RRULE:FREQ=DAILY", "ATTENDEE:mailto:x@y.org"));
      files.append("\r\n");
    }
    importText("/v1/calendar-imports", calendar(files.toString().strip()))
        .statusCode(200)
        .body("events", hasSize(20));

    var many = new StringBuilder();
    for (int i = 0; i < 2001; i++) {
      many.append(vevent("UID:" + i, AT_NOON)).append("\r\n");
    }
    importText(calendar(many.toString().strip()))
        .statusCode(422)
        .body("type", equalTo("/problems/too-many-events"));
    get("/v1/meetings").body("items", empty());
  }

  @Test
  void a_repeated_upload_gets_the_first_answer_and_another_file_is_refused() {
    var key = UUID.randomUUID().toString();
    var first = upload(key, event(LUNCH, AT_NOON, WITH_ADA));

    var second = upload(key, event(LUNCH, AT_NOON, WITH_ADA));

    assertThat(second.asString()).isEqualTo(first.asString()).contains("\"scheduled\":1");
    assertThat(upload(key, event("UID:2", AT_NOON, WITH_ADA)).statusCode()).isEqualTo(422);
    assertThat(starts()).hasSize(1);
  }

  private io.restassured.response.Response upload(String key, String text) {
    return api()
        .header("Idempotency-Key", key)
        .contentType("text/calendar")
        .body(text.getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .post("/v1/calendar-imports");
  }

  private static String vevent(String... lines) {
    return "BEGIN:VEVENT\r\n%s\r\nEND:VEVENT".formatted(String.join("\r\n", lines));
  }
}
