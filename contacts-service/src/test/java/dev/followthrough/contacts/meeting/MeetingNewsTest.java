package dev.followthrough.contacts.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.contacts.testing.ContactsApi;
import dev.followthrough.events.MeetingChanged;
import dev.followthrough.events.MeetingHeld;
import dev.followthrough.events.MeetingScheduled;
import dev.followthrough.platform.outbox.EventJson;
import dev.followthrough.platform.outbox.EventRecord;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A4: every change of a meeting is told, and where it is. */
@QuarkusTest
class MeetingNewsTest extends ContactsApi {

  private static final Duration HOUR_AGO = Duration.ofHours(-1);
  private static final Duration TOMORROW = Duration.ofHours(24);
  private static final String MILL =
      "{\"place\": \"The Mill\", \"link\": \"https://meet.example.com/a\"}";

  @Test
  void a_scheduled_meeting_says_where_it_is() {
    recorded(located("scheduled", TOMORROW));

    var scheduled = probe.awaitEvent("contacts", ownerId(), MeetingScheduled.class);
    assertThat(scheduled.place()).isEqualTo("The Mill");
    assertThat(scheduled.link()).isEqualTo("https://meet.example.com/a");
  }

  @Test
  void a_held_meeting_says_where_it_was() {
    recorded(located("held", HOUR_AGO));

    var held = probe.awaitEvent("contacts", ownerId(), MeetingHeld.class);
    assertThat(held.place()).isEqualTo("The Mill");
    assertThat(held.link()).isEqualTo("https://meet.example.com/a");
  }

  @Test
  void another_place_or_link_alone_is_told() {
    var path = recorded(meeting("oneOnOne", "scheduled", TOMORROW, contact("Ada")));

    patch(path, MILL).statusCode(200);
    patch(path, "{\"link\": null}").statusCode(200);

    var told = changes(4);
    assertThat(told)
        .extracting(MeetingChanged::changed)
        .containsExactly(List.of("place", "link"), List.of("link"));
    assertThat(told).extracting(MeetingChanged::place).containsOnly("The Mill");
    assertThat(told.getLast().link()).isNull();
    assertThat(told.getLast().moves()).isFalse();
    assertThat(told.getLast().participants()).extracting("name").containsExactly("Ada");
  }

  @Test
  void other_topics_or_goals_are_told_by_name_and_not_in_words() {
    String goal =
        post("/v1/goals", "{\"words\": \"A new trade\"}").statusCode(201).extract().path("id");
    var path = recorded(meeting("oneOnOne", "scheduled", TOMORROW, contact("Ada")));

    patch(path, "{\"topics\": [\"bicycles\"], \"goalIds\": [\"%s\"]}".formatted(goal))
        .statusCode(200);

    var told = published(4).getLast();
    assertThat(told.type()).isEqualTo("meeting.changed");
    assertThat(told.body()).contains("[\"topics\",\"goalIds\"]").doesNotContain("bicycles");
  }

  @Test
  void a_held_meetings_words_are_told_without_saying_that_it_is_to_come() {
    var path = recorded(meeting("oneOnOne", "held", HOUR_AGO, contact("Ada")));

    patch(path, "{\"topics\": [\"bicycles\"], \"place\": \"Bern\"}").statusCode(200);

    var told = changes(3).getFirst();
    assertThat(told.changed()).containsExactly("place", "topics");
    assertThat(told.moves()).isFalse();
  }

  @Test
  void what_moves_and_is_described_anew_in_one_call_is_told_once() {
    var path = recorded(meeting("oneOnOne", "scheduled", TOMORROW, contact("Ada")));

    patch(path, "{\"kind\": \"event\", \"place\": \"Bern\"}").statusCode(200);
    patch(path, "{\"topics\": [\"a\"]}").statusCode(200);

    var told = changes(4);
    assertThat(told).hasSize(2);
    assertThat(told.getFirst().changed()).containsExactly("kind", "place");
    assertThat(told.getFirst().moves()).isTrue();
  }

  @Test
  void notes_and_what_changes_nothing_are_told_to_nobody() {
    var path = recorded(located("scheduled", TOMORROW));

    patch(path, "{\"notes\": \"bring the plans\"}").statusCode(200);
    patch(path, MILL).statusCode(200);
    patch(path, "{\"topics\": []}").statusCode(200);
    post(path + "/cancel", "").statusCode(200);

    assertThat(published(3))
        .extracting(EventRecord::type)
        .containsExactly("contact.added", "meeting.scheduled", "meeting.cancelled");
  }

  @Test
  void of_its_people_those_are_named_who_are_in_the_network() {
    var ada = contact("Ada");
    var path = recorded(meeting("group", "scheduled", TOMORROW, ada, contact("Bob")));
    api().delete("/v1/contacts/" + ada).then().statusCode(204);

    patch(path, MILL).statusCode(200);

    assertThat(changes(5).getFirst().participants()).extracting("name").containsExactly("Bob");
  }

  private List<MeetingChanged> changes(int until) {
    return published(until).stream()
        .filter(event -> event.type().equals("meeting.changed"))
        .map(event -> EventJson.read(event.body(), MeetingChanged.class))
        .toList();
  }

  private String located(String status, Duration endsIn) {
    return meeting("oneOnOne", status, endsIn, contact("Ada"))
        .replaceFirst("\\{", MILL.replace("}", ","));
  }

  private String recorded(String meeting) {
    return post("/v1/meetings", meeting).statusCode(201).extract().header("Location");
  }
}
