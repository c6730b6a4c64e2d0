package dev.followthrough.notifications.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.events.Circle;
import dev.followthrough.events.ContactChanged;
import dev.followthrough.events.ContactRemoved;
import dev.followthrough.events.KeepInTouchPlanned;
import dev.followthrough.events.MeetingCancelled;
import dev.followthrough.events.MeetingChanged;
import dev.followthrough.events.MeetingKind;
import dev.followthrough.events.MeetingScheduled;
import dev.followthrough.events.PlannedTouch;
import dev.followthrough.notifications.testing.DiaryRows;
import dev.followthrough.platform.testing.StackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An owner of the version before, which kept no diary, makes their first feed. */
@QuarkusTest
@WithTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notifications"))
class DiaryFillTest extends FeedScene {

  private void plan(LocalDate on) {
    tell(
        new KeepInTouchPlanned(
            dayIn(0),
            dayIn(14),
            List.of(new PlannedTouch(ADA.contactId(), ADA.name(), Circle.INNER, on))));
  }

  @Test
  void what_the_log_and_the_deadlines_still_know_is_in_the_first_feed() {
    var off = UUID.randomUUID();
    schedule(inDays(3), ADA, BEN);
    tell(new MeetingChanged(meeting, MeetingKind.GROUP, inDays(4), inDays(5), List.of(ADA, BEN)));
    tell(new MeetingScheduled(off, MeetingKind.ONE_ON_ONE, inDays(6), inDays(7), List.of(BEN)));
    tell(new MeetingCancelled(off));
    agree(inDays(6));
    plan(dayIn(2));
    plan(dayIn(3));
    tell(new ContactRemoved(BEN.contactId()));
    DiaryRows.forget(owner.owner());

    var text = text();

    assertThat(event(text, meetingUid()))
        .contains("DTSTART:" + utc(inDays(4)), "SUMMARY:Meeting with Ada Lovelace");
    assertThat(event(text, off + "@followthrough")).contains("STATUS:CANCELLED");
    assertThat(event(text, dueUid())).contains("SUMMARY:Due: 1:1:1 with Ada Lovelace");
    assertThat(lines(text))
        .contains("DTSTART;VALUE=DATE:" + dayIn(3).toString().replace("-", ""))
        .filteredOn(line -> line.equals("BEGIN:VEVENT"))
        .hasSize(4);
  }

  @Test
  void a_contact_who_was_renamed_meanwhile_has_the_name_of_now_in_it() {
    schedule(inDays(3), ADA);
    tell(new ContactChanged(ADA.contactId(), "Ada King", false, List.of("name")));
    DiaryRows.forget(owner.owner());

    assertThat(said("SUMMARY")).isEqualTo("Meeting with Ada King");
  }

  @Test
  void a_contact_who_was_removed_meanwhile_is_not_named_in_it() {
    schedule(inDays(3), ADA, BEN);
    tell(new ContactRemoved(BEN.contactId()));
    DiaryRows.forget(owner.owner());

    assertThat(said("SUMMARY")).isEqualTo("Meeting with Ada Lovelace");
  }

  @Test
  void what_is_in_the_diary_stays_as_it_is_when_a_first_feed_is_made_again() {
    schedule(inDays(3), ADA, BEN);
    tell(new MeetingChanged(meeting, MeetingKind.GROUP, inDays(4), inDays(5), List.of(ADA, BEN)));
    agree(inDays(6));
    plan(dayIn(2));
    var before = text();
    var id = owner.get("/v1/calendar-feeds").extract().jsonPath().getString("items[0].id");
    owner.delete("/v1/calendar-feeds/" + id).statusCode(204);

    assertThat(get(make(owner, "{}")).asString()).isEqualTo(before);
  }
}
