package dev.followthrough.commitments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.followthrough.events.MeetingVoided;
import dev.followthrough.platform.owner.Owners;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Calls and events that meet: one comes wholly after the other, whichever is first. */
@QuarkusTest
class AtOnceTest extends ServiceTest {

  private static final int ROUNDS = 8;

  @Inject Owners owners;
  @Inject EntityManager entities;

  @Test
  void of_two_deliveries_at_once_one_is_recorded_and_the_other_refused() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      var id = promisable(world.meets(world.contact("Ada")).of("owner"));
      world.post(id, "promise", null).statusCode(200);
      assertThat(together(() -> status(id, "delivery"), () -> status(id, "delivery")))
          .containsExactlyInAnyOrder(200, 409);
      assertThat(reports(id)).containsExactly("promised", "delivered");
    }
  }

  @Test
  void of_a_promise_and_a_decline_at_once_only_one_holds() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      var id = promisable(world.meets(world.contact("Ada")).of("owner"));
      assertThat(together(() -> status(id, "promise"), () -> status(id, "decline")))
          .containsExactlyInAnyOrder(200, 409);
      assertThat(reports(id)).hasSize(1);
    }
  }

  @Test
  void of_a_promise_and_a_voided_meeting_at_once_either_the_promise_or_the_void_holds()
      throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      var ada = world.contact("Ada");
      var agreement = world.meets(ada);
      var id = promisable(agreement.of("owner"));
      var answers =
          together(
              () -> status(id, "promise"),
              () -> {
                world.hears(new MeetingVoided(agreement.meetingId()));
                return 0;
              });
      // a contact heard of later tells that the void has been heard of
      world.agreements("contactId=" + world.contact("Bob").contactId());
      var status = agreement.read().getString("status");
      assertThat(status).isEqualTo(answers.contains(200) ? "open" : "voided");
    }
  }

  @Test
  void a_read_waits_for_who_holds_the_agreement_for_two_seconds_at_most() {
    time.freeze(Instant.parse("2026-06-01T12:00:00Z"));
    var agreement = world.meets(world.contact("Ada"));
    var id = promisable(agreement.of("owner"));
    world.post(id, "promise", null).statusCode(200);
    var due = agreement.dueAt();

    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () ->
            owners.act(
                world.owner(),
                () -> {
                  entities
                      .createNativeQuery("select id from agreement where id = ?1 for update")
                      .setParameter(1, agreement.id())
                      .getResultList();
                  time.freeze(due.plusMillis(1));
                  assertThat(status(id)).isEqualTo("promised");
                }));
    assertThat(status(id)).isEqualTo("missed");
  }

  private String status(UUID id) {
    return world.client().get("/v1/commitments/" + id).jsonPath().getString("status");
  }

  private UUID promisable(UUID id) {
    world.patch("/v1/commitments/" + id, "{\"text\": \"Do it\"}").statusCode(200);
    return id;
  }

  private int status(UUID id, String what) {
    return world.post(id, what, null).extract().statusCode();
  }

  private List<String> reports(UUID id) {
    return world.client().get("/v1/commitments/" + id).jsonPath().getList("reports.kind");
  }

  @SafeVarargs
  private static List<Integer> together(Callable<Integer>... calls) throws Exception {
    var start = new CyclicBarrier(calls.length);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<java.util.concurrent.Future<Integer>>();
      for (var call : calls) {
        running.add(
            threads.submit(
                () -> {
                  start.await();
                  return call.call();
                }));
      }
      var results = new ArrayList<Integer>();
      for (var one : running) {
        results.add(one.get());
      }
      return results;
    }
  }
}
