package dev.followthrough.contacts.recency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.nullValue;

import dev.followthrough.contacts.testing.TouchesApi;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** A5: any touch, and a held meeting for everybody in it. */
@QuarkusTest
class LastTouchTest extends TouchesApi {

  @Test
  void a_held_meeting_moves_the_last_touch_of_all_who_took_part() {
    var ada = contact("Ada");
    var bob = contact("Bob");
    var end = at(Duration.ofHours(-3));
    var etag = get("/v1/contacts/" + ada).extract().header("ETag");

    hold("group", Duration.ofHours(-3), ada, bob);

    assertThat(lastTouch(ada)).isBetween(end, end.plusSeconds(30));
    assertThat(lastTouch(bob)).isEqualTo(lastTouch(ada));
    api().header("If-None-Match", etag).get("/v1/contacts/" + ada).then().statusCode(200);
  }

  @Test
  void any_touch_moves_it_and_a_removed_one_counts_no_more() {
    var ada = contact("Ada");
    hold("oneOnOne", Duration.ofDays(-3), ada);
    var met = lastTouch(ada);

    var touch = touch(ada, "inbound", Duration.ofHours(2), "");
    assertThat(lastTouch(ada)).isAfter(met);
    touch(ada, "outbound", Duration.ofDays(9), "");
    assertThat(lastTouch(ada)).isAfter(met);

    api().delete("/v1/touches/" + touch).then().statusCode(204);
    assertThat(lastTouch(ada)).isEqualTo(met);
  }

  @Test
  void a_meeting_recorded_late_does_not_move_it_back() {
    var ada = contact("Ada");
    hold("oneOnOne", Duration.ofHours(-1), ada);
    var last = lastTouch(ada);

    hold("oneOnOne", Duration.ofDays(-3), ada);

    assertThat(lastTouch(ada)).isEqualTo(last);
  }

  @Test
  void a_scheduled_or_cancelled_meeting_is_no_touch() {
    var ada = contact("Ada");
    var meeting =
        post("/v1/meetings", meeting("oneOnOne", "scheduled", Duration.ofHours(5), ada))
            .extract()
            .header("Location");
    post(meeting + "/cancel", "").statusCode(200);

    get("/v1/contacts/" + ada).body("lastTouchAt", nullValue());
  }

  @Test
  void a_voided_meeting_was_none_and_the_one_before_counts_again() {
    var ada = contact("Ada");
    hold("oneOnOne", Duration.ofDays(-3), ada);
    var before = lastTouch(ada);
    var voided = hold("oneOnOne", Duration.ofHours(-1), ada);
    post(voided + "/void", "").statusCode(200);

    assertThat(lastTouch(ada)).isEqualTo(before);
  }

  @Test
  void meetings_recorded_at_the_same_moment_all_count() throws Exception {
    var ada = contact("Ada");
    var bob = contact("Bob");
    try (var threads = Executors.newFixedThreadPool(6)) {
      Callable<Integer> call =
          () ->
              api()
                  .body(meeting("group", "held", Duration.ofHours(-1), ada, bob))
                  .post("/v1/meetings")
                  .statusCode();
      Callable<Integer> turned =
          () ->
              api()
                  .body(meeting("group", "held", Duration.ofHours(-1), bob, ada))
                  .post("/v1/meetings")
                  .statusCode();
      for (var answer :
          threads.invokeAll(java.util.List.of(call, turned, call, turned, call, turned))) {
        assertThat(answer.get()).isEqualTo(201);
      }
    }
  }

  private String hold(String kind, Duration endsIn, String... ids) {
    return post("/v1/meetings", meeting(kind, "held", endsIn, ids))
        .statusCode(201)
        .extract()
        .header("Location");
  }

  private Instant lastTouch(String id) {
    return Instant.parse(get("/v1/contacts/" + id).extract().path("lastTouchAt"));
  }
}
