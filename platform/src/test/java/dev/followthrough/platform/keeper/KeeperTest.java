package dev.followthrough.platform.keeper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.platform.things.ThingsProfile;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is kept for a stated time only is forgotten in small parts, by one replica at a time. */
@QuarkusTest
@TestProfile(ThingsProfile.class)
class KeeperTest {

  @Inject AgroalDataSource database;

  /** So many old ones, and how they went. */
  private static final class Heap implements KeeperStep {

    private final String name;
    private final List<Integer> parts = new ArrayList<>();
    private int left;
    private Runnable meanwhile = () -> {};

    Heap(String name, int left) {
      this.name = name;
      this.left = left;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public int forget(int most) {
      meanwhile.run();
      int part = Math.min(most, left);
      left -= part;
      parts.add(part);
      return part;
    }
  }

  private Keeper keeper(KeeperStep... steps) {
    return new Keeper(List.of(steps), database);
  }

  @Test
  void a_step_is_taken_in_parts_until_nothing_old_is_left() {
    var heap = new Heap("a heap", 2 * Keeper.AT_ONCE + 1);
    keeper(heap).tend();
    assertThat(heap.parts).containsExactly(Keeper.AT_ONCE, Keeper.AT_ONCE, 1);
  }

  @Test
  void a_step_that_fails_keeps_no_other_from_its_turn_and_has_its_own_again() {
    var failing = new Heap("a heap that fails", 1);
    failing.meanwhile =
        () -> {
          throw new IllegalStateException("no such table");
        };
    var next = new Heap("the next heap", 3);
    keeper(failing, next).tend();
    assertThat(next.left).isZero();

    failing.meanwhile = () -> {};
    keeper(failing, next).tend();
    assertThat(failing.left).isZero();
  }

  @Test
  void what_another_replica_is_at_is_left_out_and_nothing_else() {
    var busy = new Heap("a busy heap", 1);
    var other = new Heap("another heap", 1);
    var elsewhere = keeper(busy, other);
    var once = new Heap("a busy heap", 1);
    once.meanwhile = elsewhere::tend;
    keeper(once).tend();
    assertThat(once.left).isZero();
    assertThat(busy.left).isOne();
    assertThat(other.left).isZero();

    elsewhere.tend();
    assertThat(busy.left).isZero();
  }

  @Test
  void no_step_is_held_when_the_keeper_is_done() throws SQLException {
    keeper(new Heap("a heap", 1)).tend();
    try (var connection = database.getConnection();
        var statement =
            connection.prepareStatement(
                """
                select count(*) from pg_locks
                where locktype = 'advisory' and (classid::bigint << 32 | objid::bigint)
                  = hashtextextended('keeper ' || current_schema() || 'a heap', 0)
                """);
        var held = statement.executeQuery()) {
      held.next();
      assertThat(held.getInt(1)).isZero();
    }
  }
}
