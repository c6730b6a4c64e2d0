package dev.followthrough.contacts.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.followthrough.contacts.testing.ContactsApi;
import dev.followthrough.events.MeetingUnconfirmed;
import dev.followthrough.events.Participant;
import dev.followthrough.platform.duework.DueRunner;
import dev.followthrough.platform.outbox.EventRecord;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A4: a scheduled meeting whose time has passed asks whether it took place. */
@QuarkusTest
class UnconfirmedTest extends ContactsApi {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration TOMORROW = Duration.ofDays(1);
  private static final String ASKED = "meeting.unconfirmed";

  @Inject DueRunner dueWork;

  @Test
  void a_scheduled_meeting_asks_at_its_end_by_itself_and_once() throws SQLException {
    time.freeze(at(Duration.ZERO));
    var ada = contact("Ada");
    var path = scheduled(TOMORROW, ada);

    dueWork.runDue();
    time.advance(TOMORROW.minusMillis(1));
    dueWork.runDue();
    get(path).body("unconfirmed", equalTo(false));
    time.advance(Duration.ofMillis(1));

    var asked = probe.awaitEvent("contacts", ownerId(), MeetingUnconfirmed.class);
    assertThat("/v1/meetings/" + asked.meetingId()).isEqualTo(path);
    assertThat(asked.endsAt()).isEqualTo(get(path).extract().path("endsAt"));
    assertThat(asked.participants()).containsExactly(new Participant(UUID.fromString(ada), "Ada"));
    time.advance(TOMORROW);
    patch(path, "{\"place\": \"Bern\"}").statusCode(200);
    dueWork.runDue();
    assertThat(typesUntilNow()).containsOnlyOnce(ASKED);
  }

  @Test
  void that_it_is_unconfirmed_is_seen_in_the_meeting_and_another_representation_of_it() {
    var path = scheduled(TOMORROW, contact("Ada"));
    var before = get(path).body("unconfirmed", equalTo(false)).extract().header("ETag");

    time.advance(TOMORROW);

    api().header("If-None-Match", before).get(path).then().statusCode(200);
    get(path).body("unconfirmed", equalTo(true)).header("ETag", not(equalTo(before)));
    api().header("If-Match", before).post(path + "/hold").then().statusCode(200);
    get(path).body("unconfirmed", equalTo(false));
  }

  @Test
  void unconfirmed_meetings_are_listed_and_so_are_all_others() {
    var ada = contact("Ada");
    var unconfirmed = id(scheduled(HOUR.negated(), ada));
    var coming = id(scheduled(TOMORROW, ada));
    var held = id(recorded("held", HOUR.negated(), ada));

    assertThat(listed("?unconfirmed=true")).containsExactly(unconfirmed);
    assertThat(listed("?unconfirmed=false")).containsExactly(held, coming);
    assertThat(listed("?unconfirmed=true&status=held")).isEmpty();
    post("/v1/meetings/%s/cancel".formatted(unconfirmed), "").statusCode(200);
    assertThat(listed("?unconfirmed=true")).isEmpty();
  }

  @Test
  void a_moved_meeting_asks_at_its_new_end() throws SQLException {
    time.freeze(at(Duration.ZERO));
    var path = scheduled(TOMORROW, contact("Ada"));
    move(path, TOMORROW.plus(HOUR));

    time.advance(TOMORROW);
    dueWork.runDue();
    assertThat(typesUntilNow()).doesNotContain(ASKED);
    time.advance(HOUR);
    dueWork.runDue();
    assertThat(typesUntilNow()).containsOnlyOnce(ASKED);
    move(path, TOMORROW);
    time.advance(TOMORROW);
    dueWork.runDue();

    assertThat(typesUntilNow()).filteredOn(ASKED::equals).hasSize(2);
  }

  @Test
  void a_meeting_that_was_held_or_cancelled_meanwhile_asks_nothing() throws SQLException {
    time.freeze(at(Duration.ZERO));
    var ada = contact("Ada");
    var cancelled = scheduled(TOMORROW, ada);
    post(cancelled + "/cancel", "").statusCode(200);
    recorded("held", HOUR.negated(), ada);

    time.advance(TOMORROW);
    dueWork.runDue();

    assertThat(typesUntilNow()).doesNotContain(ASKED);
  }

  @Test
  void a_meeting_in_which_nobody_is_left_asks_once_somebody_is_back() throws SQLException {
    time.freeze(at(Duration.ZERO));
    var ada = contact("Ada");
    scheduled(TOMORROW, ada);
    api().delete("/v1/contacts/" + ada).then().statusCode(204);

    time.advance(TOMORROW);
    dueWork.runDue();
    assertThat(typesUntilNow()).doesNotContain(ASKED);
    post("/v1/contacts/%s/restoration".formatted(ada), "").statusCode(200);
    dueWork.runDue();

    assertThat(typesUntilNow()).containsOnlyOnce(ASKED);
  }

  @Test
  void who_was_removed_is_not_named() throws SQLException {
    time.freeze(at(Duration.ZERO));
    var ada = contact("Ada");
    var bob = contact("Bob");
    post("/v1/meetings", meeting("group", "scheduled", TOMORROW, ada, bob)).statusCode(201);
    api().delete("/v1/contacts/" + ada).then().statusCode(204);

    time.advance(TOMORROW);
    dueWork.runDue();

    assertThat(probe.awaitEvent("contacts", ownerId(), MeetingUnconfirmed.class).participants())
        .containsExactly(new Participant(UUID.fromString(bob), "Bob"));
  }

  private void move(String path, Duration endsIn) {
    patch(
            path,
            "{\"startsAt\": \"%s\", \"endsAt\": \"%s\"}"
                .formatted(at(endsIn.minus(HOUR)), at(endsIn)))
        .statusCode(200);
  }

  private String scheduled(Duration endsIn, String contactId) {
    return recorded("scheduled", endsIn, contactId);
  }

  private String recorded(String status, Duration endsIn, String contactId) {
    return post("/v1/meetings", meeting("oneOnOne", status, endsIn, contactId))
        .statusCode(201)
        .extract()
        .header("Location");
  }

  private static String id(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private List<String> listed(String query) {
    return get("/v1/meetings" + query).statusCode(200).extract().jsonPath().getList("items.id");
  }

  /** All that was published until now: what comes after it is seen last. */
  private List<String> typesUntilNow() {
    var mark = contact("Mark");
    return probe
        .awaitEvents(
            "contacts",
            ownerId(),
            events -> events.stream().anyMatch(event -> event.subject().endsWith(mark)))
        .stream()
        .map(EventRecord::type)
        .toList();
  }
}
