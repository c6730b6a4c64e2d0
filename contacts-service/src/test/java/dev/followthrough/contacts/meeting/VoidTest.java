package dev.followthrough.contacts.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.followthrough.contacts.testing.ContactsApi;
import dev.followthrough.events.AgreementVoidRefused;
import dev.followthrough.events.CommitmentKind;
import dev.followthrough.events.CommitmentPromised;
import dev.followthrough.events.Complexity;
import dev.followthrough.events.MeetingVoidReverted;
import dev.followthrough.events.Party;
import dev.followthrough.platform.inbox.Redrive;
import dev.followthrough.platform.outbox.EventRecord;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A4: voided only while nothing is promised, also when the promise and the void cross. */
@QuarkusTest
class VoidTest extends ContactsApi {

  @Inject Redrive redrive;

  @Test
  void a_meeting_in_which_something_was_promised_cannot_be_voided() {
    var meeting = held();
    var etag = get(path(meeting)).extract().header("ETag");
    probe.publish("commitments", ownerId(), promise(meeting), time.now());

    var header = "commitments.1";

    api()
        .header("Followthrough-Position", header)
        .post(path(meeting) + "/void")
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/meeting-promised"));
    get(path(meeting)).body("status", equalTo("held")).header("ETag", equalTo(etag));
  }

  @Test
  void a_refused_void_makes_the_meeting_held_again_and_says_so() {
    var meeting = voided(held());

    refuse(1, meeting);

    assertThat(probe.awaitEvent("contacts", ownerId(), MeetingVoidReverted.class).meetingId())
        .isEqualTo(meeting);
    get(path(meeting)).body("status", equalTo("held")).body("agreement.opens", equalTo(true));
    post(path(meeting) + "/void", "")
        .statusCode(409)
        .body("type", equalTo("/problems/meeting-promised"));
  }

  @Test
  void a_repeated_event_is_ignored() {
    var first = held();
    var second = voided(held());
    refuse(1, first);
    api().header("Followthrough-Position", "commitments.1").get(path(first));
    voided(first);

    refuse(1, first);
    refuse(2, second);

    awaitStatus(second, "held");
    get(path(first)).body("status", equalTo("voided"));
  }

  @Test
  void a_gap_parks_the_owner_and_heals_in_order_once_the_missing_event_comes() {
    var first = voided(held());
    var second = voided(held());

    refuse(2, second);
    await().atMost(Duration.ofSeconds(20)).until(() -> redrive.parkedOwners() > 0);
    get(path(second)).body("status", equalTo("voided"));
    refuse(1, first);

    awaitStatus(second, "held");
    get(path(first)).body("status", equalTo("held"));
    var reverted =
        published(8).stream()
            .filter(event -> event.type().equals("meeting.void_reverted"))
            .map(EventRecord::subject)
            .toList();
    assertThat(reverted).containsExactly("meeting/" + first, "meeting/" + second);
  }

  @Test
  void of_events_that_come_together_those_before_a_gap_are_applied_and_the_rest_waits() {
    var first = voided(held());
    var second = voided(held());
    var third = voided(held());

    refuse(1, first);
    refuse(3, third);

    awaitStatus(first, "held");
    await().atMost(Duration.ofSeconds(20)).until(() -> redrive.parkedOwners() > 0);
    get(path(third)).body("status", equalTo("voided"));
    refuse(2, second);
    awaitStatus(third, "held");
    get(path(second)).body("status", equalTo("held"));
  }

  @Test
  void what_is_said_of_an_unknown_meeting_stops_nothing() {
    var meeting = voided(held());
    probe.publish("commitments", ownerId(), promise(UUID.randomUUID()), time.now());
    probe.publish(
        "commitments",
        ownerId(),
        new AgreementVoidRefused(UUID.randomUUID(), UUID.randomUUID()),
        time.now());
    refuse(3, meeting);

    awaitStatus(meeting, "held");
  }

  private UUID held() {
    return UUID.fromString(
        post("/v1/meetings", meeting("oneOnOne", "held", Duration.ofHours(-1), contact("Ada")))
            .statusCode(201)
            .extract()
            .path("id"));
  }

  private UUID voided(UUID meeting) {
    post(path(meeting) + "/void", "").statusCode(200);
    return meeting;
  }

  private void refuse(long position, UUID meeting) {
    probe.publishAt(
        "commitments",
        ownerId(),
        position,
        new AgreementVoidRefused(UUID.randomUUID(), meeting),
        time.now());
  }

  private void awaitStatus(UUID meeting, String status) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> api().get(path(meeting)).path("status").equals(status));
  }

  private CommitmentPromised promise(UUID meeting) {
    return new CommitmentPromised(
        UUID.randomUUID(),
        UUID.randomUUID(),
        meeting,
        CommitmentKind.INDIVIDUAL,
        Party.OWNER,
        Party.contact(UUID.randomUUID()),
        1,
        "Send the paper",
        Complexity.SIMPLE,
        null,
        time.now().plus(Duration.ofDays(6)),
        Party.OWNER,
        time.now());
  }

  private static String path(UUID meeting) {
    return "/v1/meetings/" + meeting;
  }
}
