package dev.followthrough.commitments.telling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.commitments.ServiceTest;
import dev.followthrough.platform.outbox.Outbox;
import dev.followthrough.platform.owner.Owners;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** What a transaction puts off to its end. */
@QuarkusTest
class ReckonedLastTest extends ServiceTest {

  @Inject Outbox outbox;
  @Inject Owners owners;

  @Test
  void what_is_put_off_is_done_once_for_each_key_in_their_order_before_the_commit() {
    var done = new ArrayList<String>();
    owners.act(
        world.owner(),
        () -> {
          outbox.lastly("b", () -> done.add("b"));
          outbox.lastly(
              "a",
              () -> {
                done.add("a");
                outbox.lastly("c", () -> done.add("c"));
              });
          outbox.lastly("a", () -> done.add("again"));
          assertThat(done).isEmpty();
        });
    assertThat(done).containsExactly("a", "b", "c");
  }

  @Test
  void who_must_know_the_position_has_it_done_before_and_without_an_event_there_is_none() {
    var done = new ArrayList<String>();
    owners.act(
        world.owner(),
        () -> {
          outbox.lastly("a", () -> done.add("a"));
          assertThat(outbox.write()).isEmpty();
          assertThat(done).containsExactly("a");
        });
    assertThat(done).containsExactly("a");
  }
}
