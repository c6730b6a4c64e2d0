package dev.followthrough.notifications.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.events.Circle;
import dev.followthrough.events.ContactErased;
import dev.followthrough.events.ContactRemoved;
import dev.followthrough.events.KeepInTouchPlanned;
import dev.followthrough.events.Participant;
import dev.followthrough.events.PlannedTouch;
import dev.followthrough.platform.testing.StackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** D6: days for keeping in touch in a calendar feed. */
@QuarkusTest
@WithTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notifications"))
class TurnFeedTest extends FeedScene {

  private static PlannedTouch turn(Participant contact, LocalDate on) {
    return new PlannedTouch(contact.contactId(), contact.name(), Circle.ACTIVE, on);
  }

  private KeepInTouchPlanned plan(PlannedTouch... touches) {
    return new KeepInTouchPlanned(dayIn(0), dayIn(14), Arrays.asList(touches));
  }

  private static String date(LocalDate day) {
    return DateTimeFormatter.BASIC_ISO_DATE.format(day);
  }

  @Test
  void a_turn_takes_up_its_day_and_nobodys_time() {
    tell(plan(turn(ADA, dayIn(2))));

    assertThat(lines())
        .contains(
            "DTSTART;VALUE=DATE:" + date(dayIn(2)),
            "DTEND;VALUE=DATE:" + date(dayIn(3)),
            "SUMMARY:Keep in touch with Ada Lovelace",
            "TRANSP:TRANSPARENT",
            "STATUS:CONFIRMED",
            "SEQUENCE:0")
        .doesNotContain("BEGIN:VALARM");
    assertThat(said("UID")).endsWith("-keep-in-touch@followthrough");
  }

  @Test
  void the_next_plan_moves_it_under_its_uid_and_leaves_alone_what_it_does_not_change() {
    tell(plan(turn(ADA, dayIn(2))));
    var uid = said("UID");
    var etag = etag();
    tell(plan(turn(ADA, dayIn(2))));
    assertThat(etag()).isEqualTo(etag);

    tell(plan(turn(ADA, dayIn(5))));

    assertThat(event(uid)).contains("DTSTART;VALUE=DATE:" + date(dayIn(5)), "SEQUENCE:1");
  }

  @Test
  void a_turn_that_is_no_longer_planned_is_cancelled_and_comes_back_under_its_uid() {
    tell(plan(turn(ADA, dayIn(2)), turn(BEN, dayIn(3))));

    tell(plan(turn(BEN, dayIn(3))));

    assertThat(lines())
        .contains("SUMMARY:Not needed: Keep in touch with Ada Lovelace", "STATUS:CANCELLED")
        .contains("SUMMARY:Keep in touch with Ben", "STATUS:CONFIRMED");
    tell(plan(turn(BEN, dayIn(3)), turn(ADA, dayIn(4))));
    assertThat(lines())
        .contains("SUMMARY:Keep in touch with Ada Lovelace", "SEQUENCE:2")
        .doesNotContain("STATUS:CANCELLED")
        .filteredOn(line -> line.equals("BEGIN:VEVENT"))
        .hasSize(2);
  }

  @Test
  void a_day_that_has_gone_by_stays_and_the_next_turn_is_another_event() {
    var day = dayIn(1);
    tell(plan(turn(ADA, day)));
    var uid = said("UID");
    time.advance(Duration.ofDays(3));

    tell(plan(turn(ADA, dayIn(9))));

    assertThat(event(uid))
        .contains("DTSTART;VALUE=DATE:" + date(day), "SEQUENCE:0", "STATUS:CONFIRMED");
    assertThat(lines()).contains("DTSTART;VALUE=DATE:" + date(dayIn(9)));
  }

  @Test
  void a_contact_who_is_gone_has_no_turn() {
    tell(plan(turn(ADA, dayIn(2)), turn(BEN, dayIn(2))));

    tell(new ContactRemoved(ADA.contactId()));
    assertThat(lines())
        .contains("SUMMARY:Not needed: Keep in touch", "SUMMARY:Keep in touch with Ben");

    var before = time.now();
    time.advance(Duration.ofSeconds(1));
    tell(new ContactErased(BEN.contactId(), UUID.randomUUID()));
    tell(new ContactErased(ADA.contactId(), UUID.randomUUID()));
    assertThat(text()).doesNotContain("VEVENT");
    tellAt(plan(turn(BEN, dayIn(2))), before);
    assertThat(text()).doesNotContain("VEVENT");
  }
}
