package dev.followthrough.commitments.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.commitments.ServiceTest;
import dev.followthrough.commitments.World;
import dev.followthrough.platform.owner.Owners;
import dev.followthrough.platform.sql.Sql;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** B2 and B3 where a deadline's own work, a reader and a change of the deadline meet. */
@QuarkusTest
class DeadlineLocksTest extends ServiceTest {

  private static final String WAITING =
      "select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like '%due_work%'";

  /** Has found the agreement held. */
  private static final String READING =
      "select 1 from pg_stat_activity where state = 'idle in transaction'"
          + " and query like '%from agreement%skip locked%'";

  @Inject Owners owners;
  @Inject Sql sql;

  private World.Agreed agreement;
  private UUID commitment;

  @BeforeEach
  void meet() {
    time.freeze(Instant.parse("2026-06-01T12:00:00Z"));
    agreement = world.meets(world.contact("Ada"));
    commitment = agreement.of("owner");
    world.patch("/v1/commitments/" + commitment, "{\"text\": \"Send the link\"}").statusCode(200);
  }

  @Test
  void a_read_of_one_waits_for_who_holds_it_rather_than_show_a_promise_after_its_time() {
    world.post(commitment, "promise", null).statusCode(200);

    assertThat(readWhileHeld("/v1/commitments/" + commitment, "status")).isEqualTo("missed");
  }

  @Test
  void so_does_a_list() {
    world.post(commitment, "promise", null).statusCode(200);

    assertThat(
            readWhileHeld("/v1/agreements?meetingId=" + agreement.meetingId(), "items[0].status"))
        .isEqualTo("closed");
  }

  @Test
  void who_moves_a_deadline_waits_for_its_work_before_it_holds_the_agreement() {
    var moved =
        owners.act(
            world.owner(),
            () -> {
              sql.list(
                  "select 1 from due_work where subject_id = ? for update",
                  row -> row.getInt(1),
                  agreement.id());
              var move = inBackground(this::moveEarlier);
              await(WAITING, move);
              // what the deadline's work does next: it would wait for who waits for it
              assertThat(
                      sql.list(
                          "select 1 from agreement where id = ? for update nowait",
                          row -> row.getInt(1),
                          agreement.id()))
                  .hasSize(1);
              return move;
            });

    assertThat(moved.join()).isEqualTo(200);
  }

  /** Reads after the deadline while another transaction, begun before it, holds the agreement. */
  private String readWhileHeld(String path, String field) {
    return owners
        .act(
            world.owner(),
            () -> {
              sql.list(
                  "select 1 from agreement where id = ? for update",
                  row -> row.getInt(1),
                  agreement.id());
              time.freeze(agreementDueAt().plusMillis(1));
              var read =
                  inBackground(
                      () -> world.client().get(path).then().statusCode(200).extract().path(field));
              await(READING, read);
              return read;
            })
        .join()
        .toString();
  }

  private Instant agreementDueAt() {
    return agreement.meetingEnd().plus(Duration.ofHours(168));
  }

  private Integer moveEarlier() {
    var earlier = agreementDueAt().minus(Duration.ofDays(1));
    return world
        .patch("/v1/agreements/" + agreement.id(), "{\"dueAt\": \"%s\"}".formatted(earlier))
        .extract()
        .statusCode();
  }

  private static <T> CompletableFuture<T> inBackground(Supplier<T> call) {
    return CompletableFuture.supplyAsync(call);
  }

  /** Until a session is at that, or the call has ended too soon. */
  private void await(String session, Future<?> call) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(20))
        .pollInSameThread()
        .until(() -> call.isDone() || isSeen(session));
  }

  /** A transaction sees the sessions as they were when it first looked, unless it forgets them. */
  private boolean isSeen(String session) {
    sql.list("select pg_stat_clear_snapshot()::text", row -> row.getString(1));
    return sql.exists(session);
  }
}
