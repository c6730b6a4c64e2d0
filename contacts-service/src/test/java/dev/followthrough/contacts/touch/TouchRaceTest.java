package dev.followthrough.contacts.touch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;

import dev.followthrough.contacts.testing.TouchesApi;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Calls about one person that meet are done one after the other. */
@QuarkusTest
class TouchRaceTest extends TouchesApi {

  @Test
  void many_touches_at_once_are_all_recorded_and_close_a_loop_once() throws Exception {
    var ada = contact("Ada");
    var question = question(ada, Duration.ofDays(4));

    assertThat(
            atOnce(
                Collections.nCopies(
                    8,
                    () -> record(ada, "outbound", DAY, answers(question)).extract().statusCode())))
        .containsOnly(201);

    get("/v1/touches?direction=outbound").body("items", hasSize(8));
    contact("Last");
    assertThat(published(13).stream().filter(event -> event.type().equals("open_loop.closed")))
        .hasSize(1);
  }

  @Test
  void a_loop_is_let_go_once() throws Exception {
    var path =
        "/v1/open-loops/%s/letting-go".formatted(question(contact("Ada"), DAY.plus(DAY).plus(DAY)));

    assertThat(atOnce(Collections.nCopies(6, () -> api().post(path).statusCode())))
        .containsOnlyOnce(200)
        .isSubsetOf(200, 409);
  }

  @Test
  void nothing_stays_of_touches_that_meet_the_removal_of_their_contact() throws Exception {
    var ada = contact("Ada");
    var calls =
        new ArrayList<Callable<Integer>>(
            Collections.nCopies(
                8,
                () ->
                    record(ada, "inbound", DAY.multipliedBy(4), "\"asksQuestion\": true")
                        .extract()
                        .statusCode()));
    calls.add(4, () -> api().delete("/v1/contacts/" + ada).statusCode());

    assertThat(atOnce(calls)).contains(204).isSubsetOf(201, 204, 422);

    get("/v1/touches").body("items", empty());
    assertThat(openLoops()).isEmpty();
  }

  @Test
  void nothing_stays_of_touches_that_meet_the_erasure_of_their_contact() throws Exception {
    var ada = contact("Ada");
    var calls =
        new ArrayList<Callable<Integer>>(
            Collections.nCopies(
                8,
                () ->
                    record(ada, "inbound", DAY.multipliedBy(4), "\"asksQuestion\": true")
                        .extract()
                        .statusCode()));
    calls.add(
        4,
        () ->
            post("/v1/erasures", "{\"contactId\": \"%s\"}".formatted(ada)).extract().statusCode());

    assertThat(atOnce(calls)).contains(202).isSubsetOf(201, 202, 422);

    get("/v1/touches").body("items", empty());
    assertThat(openLoops()).isEmpty();
  }

  private static List<Integer> atOnce(List<Callable<Integer>> calls) throws Exception {
    try (var threads = Executors.newFixedThreadPool(calls.size())) {
      var answers = new ArrayList<Integer>();
      for (var answer : threads.invokeAll(calls)) {
        answers.add(answer.get());
      }
      return answers;
    }
  }
}
