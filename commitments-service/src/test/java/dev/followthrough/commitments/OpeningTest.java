package dev.followthrough.commitments;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;

import dev.followthrough.events.AgreementClosed;
import dev.followthrough.events.AgreementOpened;
import dev.followthrough.events.MeetingCancelled;
import dev.followthrough.events.MeetingHeld;
import dev.followthrough.events.MeetingKind;
import dev.followthrough.events.MeetingScheduled;
import dev.followthrough.events.MeetingVoided;
import dev.followthrough.events.NoAgreement;
import dev.followthrough.events.Participant;
import dev.followthrough.events.Party;
import dev.followthrough.events.ProfileChanged;
import dev.followthrough.platform.id.Ids;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** B1 and B2: a held meeting opens its 1:1:1, which is due in one week. */
@QuarkusTest
class OpeningTest extends ServiceTest {

  @Test
  void a_held_one_on_one_opens_one_shared_and_an_individual_commitment_for_each() {
    var ada = world.contact("Ada");
    var agreement = world.meets(ada);

    var json = agreement.read();
    assertThat(json.getString("status")).isEqualTo("open");
    assertThat(json.getList("commitments.kind"))
        .containsExactly("shared", "individual", "individual");
    assertThat(json.getList("commitments[0].parts.by")).containsExactly("owner", id(ada));
    assertThat(json.getString("commitments[1].promiser")).isEqualTo("owner");
    assertThat(json.getString("commitments[1].receiver")).isEqualTo(id(ada));
    assertThat(json.getString("commitments[2].promiser")).isEqualTo(id(ada));
    assertThat(json.getString("commitments[2].receiver")).isEqualTo("owner");
    assertThat(json.getList("commitments.status")).containsOnly("proposed");
    assertThat(json.getList("participants.party")).containsExactly("owner", id(ada));
    assertThat(json.getString("participants[1].name")).isEqualTo("Ada");

    var opened =
        world.published(AgreementOpened.class, e -> e.agreementId().equals(agreement.id()));
    assertThat(opened.participants()).containsExactly(ada);
    assertThat(opened.commitments()).hasSize(3);
    assertThat(opened.dueAt()).isEqualTo(agreement.meetingEnd().plus(Duration.ofHours(168)));
  }

  @Test
  void in_a_group_the_owners_individual_commitment_has_no_receiver_yet() {
    var json = world.meets(world.contact("Ada"), world.contact("Bob")).read();
    assertThat(json.getList("commitments")).hasSize(4);
    assertThat(json.getList("commitments[0].parts")).hasSize(3);
    assertThat(json.getMap("commitments[1]")).doesNotContainKey("receiver");
  }

  @Test
  void it_is_due_168_hours_after_the_meetings_end_also_across_a_change_of_clocks() {
    // Berlin puts its clocks forward on 29 March 2026 at 01:00 UTC
    world.hears(new ProfileChanged("Europe/Berlin"));
    time.freeze(Instant.parse("2026-03-25T12:00:00Z"));
    var json = world.meetsAt(Instant.parse("2026-03-25T11:00:00Z"), world.contact("Ada")).read();
    assertThat(json.getString("dueAt")).isEqualTo("2026-04-01T11:00:00Z");
    assertThat(json.getString("dueAtLocal")).isEqualTo("2026-04-01T13:00:00+02:00");
    assertThat(json.getString("timeZone")).isEqualTo("Europe/Berlin");
  }

  @Test
  void a_move_to_another_zone_changes_what_is_shown_and_its_etag_but_no_deadline() {
    var agreement = world.meets(world.contact("Ada"));
    var before = world.client().get("/v1/agreements/" + agreement.id());
    world.hears(new ProfileChanged("Pacific/Kiritimati"));
    var last = world.contact("heard after the move");
    world.agreements("contactId=" + id(last));

    world
        .client()
        .header("If-None-Match", before.header("ETag"))
        .get("/v1/agreements/" + agreement.id())
        .then()
        .statusCode(200)
        .body("dueAt", equalTo(before.jsonPath().getString("dueAt")))
        .body("timeZone", equalTo("Pacific/Kiritimati"));
  }

  @Test
  void an_agreement_is_read_at_once_after_the_meeting_is_heard_of_without_sleeping() {
    // no patience here but the service's own
    for (int i = 0; i < 20; i++) {
      var meetingId = Ids.next();
      world.hears(World.held(meetingId, time.now().minusSeconds(60), world.contact("Ada")));
      var items = world.agreements("meetingId=" + meetingId);
      world
          .patch(
              "/v1/commitments/" + items.getString("items[0].commitments[1].id"),
              "{\"text\": \"Send the link\"}")
          .statusCode(200);
    }
  }

  @Test
  void a_meeting_scheduled_first_and_then_held_is_waited_for_too() {
    var ada = world.contact("Ada");
    var meetingId = Ids.next();
    var end = time.now().minus(Duration.ofHours(1));
    world.hears(
        new MeetingScheduled(
            meetingId, MeetingKind.ONE_ON_ONE, end.minusSeconds(60), end, List.of(ada)));
    world.hears(World.held(meetingId, end, ada));
    assertThat(world.agreements("meetingId=" + meetingId).getList("items")).hasSize(1);
  }

  @Test
  void a_meeting_known_as_cancelled_voided_or_without_agreement_is_answered_at_once() {
    var ada = world.contact("Ada");
    var cancelled = Ids.next();
    var end = time.now().minus(Duration.ofHours(1));
    world.hears(
        new MeetingScheduled(
            cancelled, MeetingKind.ONE_ON_ONE, end, end.plusSeconds(1), List.of()));
    world.hears(new MeetingCancelled(cancelled));
    var event = Ids.next();
    world.hears(
        new MeetingHeld(
            event,
            MeetingKind.EVENT,
            end.minusSeconds(60),
            end,
            List.of(ada),
            List.of(),
            NoAgreement.EVENT));
    var last = world.contact("heard after them");
    world.agreements("contactId=" + id(last));
    for (var meeting : List.of(cancelled, event)) {
      world
          .client()
          .get("/v1/agreements?meetingId=" + meeting)
          .then()
          .time(lessThan(1000L), MILLISECONDS)
          .body("items", hasSize(0));
    }
  }

  @Test
  void an_unknown_meeting_is_waited_for_two_seconds_and_no_longer() {
    world
        .client()
        .get("/v1/agreements?meetingId=" + UUID.randomUUID())
        .then()
        .time(lessThan(5000L), MILLISECONDS)
        .body("items", hasSize(0));
  }

  @Test
  void a_meeting_heard_of_after_its_week_opens_and_its_deadline_does_its_work_at_once() {
    var agreement = world.meetsAt(time.now().minus(Duration.ofHours(169)), world.contact("Ada"));
    var json = agreement.read();
    assertThat(json.getString("status")).isEqualTo("closed");
    assertThat(json.getString("closedAt")).isEqualTo(json.getString("dueAt"));
    assertThat(json.getList("commitments.status")).containsOnly("lapsed");
    var closed =
        world.published(AgreementClosed.class, e -> e.agreementId().equals(agreement.id()));
    assertThat(closed.closedAt()).isEqualTo(agreement.dueAt());
    assertThat(world.publishedUntil("agreement.closed"))
        .startsWith("agreement.opened")
        .endsWith("agreement.closed");
  }

  @Test
  void the_deadline_moves_earlier_while_nothing_is_promised_and_never_later() {
    var agreement = world.meets(world.contact("Ada"));
    var path = "/v1/agreements/" + agreement.id();
    var due = agreement.dueAt();
    var earlier = due.minus(Duration.ofDays(2));

    world
        .patch(path, dueAt(due.plusSeconds(1)))
        .statusCode(409)
        .body("type", problem("deadline-never-later"));
    world.patch(path, dueAt(earlier)).statusCode(200).body("dueAt", equalTo(earlier.toString()));
    world.patch(path, dueAt(due)).statusCode(409).body("type", problem("deadline-never-later"));
    world
        .patch(path, dueAt(time.now().minusSeconds(5)))
        .statusCode(422)
        .body("type", problem("due-too-early"));

    world.patch("/v1/commitments/" + agreement.shared(), "{\"text\": \"Write\"}").statusCode(200);
    world.post(agreement.shared(), "promise", null).statusCode(200);
    world
        .patch(path, dueAt(earlier.minusSeconds(60)))
        .statusCode(409)
        .body("type", problem("deadline-fixed-by-promise"));
    assertThat(agreement.dueAt()).isEqualTo(earlier);
  }

  @Test
  void a_voided_meeting_voids_its_agreement_while_nothing_is_promised() {
    var agreement = world.meets(world.contact("Ada"));
    world.hears(new MeetingVoided(agreement.meetingId()));
    var types = world.publishedUntil("agreement.voided");
    assertThat(types).filteredOn("commitment.voided"::equals).hasSize(3);
    assertThat(agreement.read().getString("status")).isEqualTo("voided");
    assertThat(agreement.read().getList("commitments.status")).containsOnly("voided");
  }

  @Test
  void a_voided_meeting_does_not_void_what_is_promised() {
    var agreement = world.meets(world.contact("Ada"));
    world.patch("/v1/commitments/" + agreement.of("owner"), "{\"text\": \"Send\"}").statusCode(200);
    world.post(agreement.of("owner"), "promise", null).statusCode(200);
    world.hears(new MeetingVoided(agreement.meetingId()));
    world.publishedUntil("agreement.void_refused");
    assertThat(agreement.read().getString("status")).isEqualTo("open");
  }

  @Test
  void lists_filter_by_contact_and_status_and_page_in_a_stable_order() {
    var ada = world.contact("Ada");
    var first = world.meets(ada);
    var second = world.meets(ada, world.contact("Bob"));
    var third = world.meets(world.contact("Cleo"));
    world
        .client()
        .get("/v1/agreements?contactId=" + id(ada))
        .then()
        .body("items.id", contains(second.id().toString(), first.id().toString()));
    var page = world.agreements("status=open&limit=2");
    assertThat(page.getList("items.id", String.class))
        .containsExactly(third.id().toString(), second.id().toString());
    assertThat(
            world
                .agreements("status=open&limit=2&cursor=" + page.getString("nextCursor"))
                .getList("items.id", String.class))
        .containsExactly(first.id().toString());
    world
        .client()
        .get("/v1/commitments?kind=individual&status=proposed&contactId=" + id(ada))
        .then()
        .statusCode(200)
        .body("items", hasSize(3));
    world
        .client()
        .get("/v1/commitments?agreementId=" + third.id())
        .then()
        .body("items", hasSize(3));
  }

  private static String id(Participant contact) {
    return Party.contact(contact.contactId()).toString();
  }

  private static String dueAt(Instant at) {
    return "{\"dueAt\": \"" + at + "\"}";
  }

  static org.hamcrest.Matcher<String> problem(String name) {
    return equalTo("/problems/" + name);
  }
}
