package dev.followthrough.notifications.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.followthrough.events.ContactChanged;
import dev.followthrough.events.ContactErased;
import dev.followthrough.events.ContactRemoved;
import dev.followthrough.events.ContactRestored;
import dev.followthrough.events.MeetingCancelled;
import dev.followthrough.events.MeetingChanged;
import dev.followthrough.events.MeetingHeld;
import dev.followthrough.events.MeetingKind;
import dev.followthrough.events.MeetingScheduled;
import dev.followthrough.events.MeetingVoidReverted;
import dev.followthrough.events.MeetingVoided;
import dev.followthrough.events.OwnerErased;
import dev.followthrough.events.Participant;
import dev.followthrough.events.ProfileChanged;
import dev.followthrough.platform.testing.StackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** D6: meetings in a calendar feed. */
@QuarkusTest
@WithTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notifications"))
class MeetingFeedTest extends FeedScene {

  private static final String LINK = "https://meet.example.com/ada?x=1";

  private void change(Instant from, Participant... people) {
    tell(
        new MeetingChanged(
            meeting, MeetingKind.GROUP, from, from.plus(Duration.ofHours(2)), List.of(people)));
  }

  @Test
  void a_meeting_is_an_event_at_its_time_with_its_people_and_the_uid_of_the_other_calendar() {
    var from = inDays(3);

    schedule(from, ADA);

    assertThat(event(meetingUid()))
        .contains(
            "DTSTART:" + utc(from),
            "DTEND:" + utc(from.plus(Duration.ofHours(1))),
            "SUMMARY:Meeting with Ada Lovelace",
            "STATUS:CONFIRMED",
            "TRANSP:OPAQUE",
            "SEQUENCE:0");
    assertThat(said("DTSTAMP")).isEqualTo(said("LAST-MODIFIED")).isEqualTo(said("CREATED"));
    assertThat(said("DTSTAMP")).isBetween(utc(inDays(0)), utc(time.now()));
    assertThat(text()).doesNotContain("VALARM", "ATTENDEE", "ORGANIZER", "DESCRIPTION");
  }

  @Test
  void a_meeting_from_a_calendar_file_keeps_its_uid_there_so_that_it_is_shown_once() {
    var from = inDays(3);
    tell(imported(from, null));

    assertThat(event("weekly@calendar.example.com")).contains("DTSTART:" + utc(from));
    assertThat(text()).doesNotContain(meetingUid(), "RECURRENCE-ID");
    parsed(text());
  }

  @Test
  void an_occurrence_of_a_series_says_when_it_was_to_begin() {
    var from = inDays(3);
    tell(imported(from, from.minus(Duration.ofDays(1))));

    assertThat(event("weekly@calendar.example.com"))
        .contains("DTSTART:" + utc(from), "RECURRENCE-ID:" + utc(from.minus(Duration.ofDays(1))));
    parsed(text());
  }

  @Test
  void what_an_older_version_told_gets_its_uid_with_the_next_change() {
    var from = inDays(3);
    schedule(from, ADA);
    assertThat(event(meetingUid())).isNotEmpty();

    tell(imported(from, null));

    assertThat(event("weekly@calendar.example.com")).contains("SEQUENCE:1");
    assertThat(text()).doesNotContain(meetingUid());
  }

  private MeetingScheduled imported(Instant from, Instant occurrence) {
    return new MeetingScheduled(
        meeting,
        MeetingKind.ONE_ON_ONE,
        from,
        from.plus(Duration.ofHours(1)),
        List.of(ADA),
        null,
        null,
        "weekly@calendar.example.com",
        occurrence);
  }

  @Test
  void a_change_moves_it_under_the_same_uid_with_a_higher_sequence() {
    schedule(inDays(3), ADA);
    var created = said("CREATED");
    time.advance(Duration.ofMinutes(5));
    var before = time.now();

    change(inDays(5), ADA, BEN);

    assertThat(event(meetingUid()))
        .contains(
            "DTSTART:" + utc(inDays(5)),
            "SUMMARY:Meeting with Ada Lovelace and Ben",
            "SEQUENCE:1",
            "CREATED:" + created);
    assertThat(said("LAST-MODIFIED"))
        .isEqualTo(said("DTSTAMP"))
        .isBetween(utc(before), utc(time.now()));
    change(inDays(6), ADA);
    assertThat(said("SEQUENCE")).isEqualTo("2");
  }

  @Test
  void a_meeting_says_where_it_is() {
    tell(located("Café Central, Wien"));

    assertThat(event(meetingUid()))
        .contains("LOCATION:Café Central\\, Wien", "URL:" + LINK, "SEQUENCE:0");
    assertThat(parsed(text()).getComponents()).hasSize(1);
  }

  @Test
  void another_place_alone_is_a_change_that_leaves_the_rest_as_it_was() {
    tell(located("Bern"));
    tell(new ContactRemoved(BEN.contactId()));

    described(List.of("place", "link"), "Basel", null);
    assertThat(event(meetingUid())).contains("LOCATION:Basel", "SEQUENCE:2");
    assertThat(text()).doesNotContain("URL:");

    described(List.of("topics"), "Basel", null);
    assertThat(said("SEQUENCE")).isEqualTo("2");

    tell(new ContactRestored(BEN.contactId(), "Ben", false));
    assertThat(said("SUMMARY")).isEqualTo("Meeting with Ada Lovelace and Ben");

    tell(new MeetingCancelled(meeting));
    described(List.of("place"), "Chur", null);
    assertThat(event(meetingUid())).contains("STATUS:CANCELLED", "LOCATION:Chur", "SEQUENCE:5");
  }

  @Test
  void a_meeting_of_which_nothing_was_heard_is_not_made_by_another_place() {
    described(List.of("place"), "Chur", null);

    assertThat(event(meetingUid())).isEmpty();
  }

  @Test
  void a_held_meeting_says_where_it_was() {
    var from = inDays(-1);
    tell(
        new MeetingHeld(
            meeting,
            MeetingKind.GROUP,
            from,
            from.plus(Duration.ofHours(1)),
            List.of(ADA),
            List.of(ADA),
            null,
            "Bern",
            null));

    assertThat(event(meetingUid())).contains("LOCATION:Bern");
  }

  private MeetingScheduled located(String place) {
    var from = inDays(3);
    return new MeetingScheduled(
        meeting,
        MeetingKind.GROUP,
        from,
        from.plus(Duration.ofHours(1)),
        List.of(ADA, BEN),
        place,
        LINK);
  }

  /** As contacts-service tells it: of the people those who are in the network. */
  private void described(List<String> changed, String place, String link) {
    tell(
        new MeetingChanged(
            meeting,
            MeetingKind.GROUP,
            inDays(3),
            inDays(3).plus(Duration.ofHours(1)),
            List.of(ADA),
            place,
            link,
            changed));
  }

  @Test
  void the_feed_stays_the_same_bytes_while_nothing_changes_that_a_calendar_can_see() {
    var from = inDays(3);
    schedule(from, ADA);
    var etag = etag();
    time.advance(Duration.ofMinutes(50));

    schedule(from, ADA);
    tell(new ContactChanged(ADA.contactId(), ADA.name(), false, List.of("tags")));

    assertThat(etag()).isEqualTo(etag);
    assertThat(said("SEQUENCE")).isEqualTo("0");
  }

  @Test
  void an_owner_who_moves_to_another_zone_has_the_same_feed() {
    schedule(inDays(3), ADA);
    var etag = etag();

    tell(new ProfileChanged("Pacific/Kiritimati"));

    assertThat(etag()).isEqualTo(etag);
  }

  @Test
  void of_many_people_five_are_named() {
    var people =
        Stream.of("A", "B", "C", "D", "E", "F", "G")
            .map(name -> new Participant(UUID.randomUUID(), name))
            .toArray(Participant[]::new);

    schedule(inDays(3), people);

    assertThat(said("SUMMARY")).isEqualTo("Meeting with A\\, B\\, C\\, D\\, E and 2 more");
  }

  @Test
  void a_cancelled_meeting_says_so_for_thirty_days_and_is_then_gone() {
    schedule(inDays(40), ADA);

    tell(new MeetingCancelled(meeting));

    assertThat(event(meetingUid()))
        .contains(
            "STATUS:CANCELLED",
            "SEQUENCE:1",
            "SUMMARY:Cancelled: Meeting with Ada Lovelace",
            "TRANSP:TRANSPARENT");
    time.advance(Duration.ofDays(30));
    assertThat(event(meetingUid())).isNotEmpty();
    time.advance(Duration.ofDays(1));
    assertThat(event(meetingUid())).isEmpty();
  }

  @Test
  void a_meeting_recorded_as_held_stands_and_one_recorded_in_error_is_cancelled() {
    var from = inDays(-1);
    tell(
        new MeetingHeld(
            meeting,
            MeetingKind.EVENT,
            from,
            from.plus(Duration.ofHours(1)),
            List.of(ADA),
            List.of(),
            null));
    assertThat(event(meetingUid()))
        .contains("STATUS:CONFIRMED", "SUMMARY:Event with Ada Lovelace", "SEQUENCE:0");

    tell(new MeetingVoided(meeting));
    assertThat(event(meetingUid())).contains("STATUS:CANCELLED", "SEQUENCE:1");

    tell(new MeetingVoidReverted(meeting));
    assertThat(event(meetingUid()))
        .contains("STATUS:CONFIRMED", "SUMMARY:Event with Ada Lovelace", "SEQUENCE:2");
  }

  @Test
  void what_ended_ninety_days_ago_or_begins_after_a_year_is_not_shown() {
    schedule(inDays(370), ADA);
    assertThat(lines()).doesNotContain("BEGIN:VEVENT");

    time.advance(Duration.ofDays(5));
    assertThat(event(meetingUid())).isNotEmpty();

    time.advance(Duration.ofDays(365 + 89));
    assertThat(event(meetingUid())).isNotEmpty();
    time.advance(Duration.ofDays(3));
    assertThat(event(meetingUid())).isEmpty();
  }

  @Test
  void instants_stay_what_they_are_wherever_the_clocks_change() {
    var change = ZoneId.of("Europe/Berlin").getRules().nextTransition(time.now()).getInstant();
    var from = change.minus(Duration.ofMinutes(30));

    schedule(from, ADA);

    assertThat(said("DTSTART")).isEqualTo(utc(from));
    assertThat(said("DTEND")).isEqualTo(utc(change.plus(Duration.ofMinutes(30))));
  }

  @Test
  void a_contact_with_a_new_name_is_called_by_it() {
    schedule(inDays(3), ADA, BEN);

    tell(new ContactChanged(ADA.contactId(), "Ada King; Countess", false, List.of("name")));

    assertThat(event(meetingUid()))
        .contains("SUMMARY:Meeting with Ada King\\; Countess and Ben", "SEQUENCE:1");
  }

  @Test
  void a_removed_contact_is_not_named_and_a_restored_one_is_again() {
    schedule(inDays(3), ADA, BEN);

    tell(new ContactRemoved(ADA.contactId()));
    assertThat(event(meetingUid()))
        .contains("SUMMARY:Meeting with Ben", "STATUS:CONFIRMED", "SEQUENCE:1");

    tell(new ContactRemoved(BEN.contactId()));
    assertThat(event(meetingUid()))
        .contains("SUMMARY:Cancelled: Meeting", "STATUS:CANCELLED", "SEQUENCE:2");

    tell(new ContactRestored(ADA.contactId(), "Ada", false));
    assertThat(event(meetingUid()))
        .contains("SUMMARY:Meeting with Ada", "STATUS:CONFIRMED", "SEQUENCE:3");
  }

  @Test
  void an_erased_contact_is_gone_and_nothing_brings_them_back() {
    var before = time.now();
    schedule(inDays(3), ADA, BEN);
    tell(new ContactErased(ADA.contactId(), UUID.randomUUID()));
    assertThat(event(meetingUid())).contains("SUMMARY:Meeting with Ben", "SEQUENCE:1");

    tellAt(
        new MeetingChanged(meeting, MeetingKind.GROUP, inDays(4), inDays(5), List.of(ADA, BEN)),
        before);
    assertThat(event(meetingUid())).contains("SUMMARY:Meeting with Ben");

    tell(new ContactErased(BEN.contactId(), UUID.randomUUID()));
    assertThat(text()).doesNotContain("VEVENT");
    tellAt(
        new MeetingScheduled(meeting, MeetingKind.ONE_ON_ONE, inDays(4), inDays(5), List.of(BEN)),
        before);
    assertThat(text()).doesNotContain("VEVENT");
  }

  @Test
  void an_erased_owners_feed_opens_nothing() {
    schedule(inDays(3), ADA);
    assertThat(text()).contains("Ada");

    others.publish("contacts", owner.owner(), new OwnerErased(UUID.randomUUID()), time.now());

    await().until(() -> get(feed()).statusCode() == 404);
  }
}
