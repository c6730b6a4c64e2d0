package dev.followthrough.commitments.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.events.CommitmentApologised;
import dev.followthrough.events.CommitmentDelivered;
import dev.followthrough.events.CommitmentMissed;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** B2 and B4: in time or not, each part by itself; what is late does not undo a miss. */
class DeliveryRulesTest extends Rules {

  @Test
  void what_is_delivered_at_the_very_deadline_is_in_time() {
    promised(of(owner));
    play.moveTo(dueAt());
    var delivered = does(CommitmentDelivered.class, () -> of(owner).deliver(null, now()));
    assertThat(delivered.late()).isFalse();
    assertThat(delivered.complete()).isTrue();
    assertThat(delivered.receiver()).isEqualTo(ada);
    assertThat(of(owner).status).isEqualTo(CommitmentStatus.DELIVERED);
  }

  @Test
  void what_is_delivered_a_millisecond_after_the_deadline_is_late_and_stays_missed() {
    missed(of(owner));
    var delivered = does(CommitmentDelivered.class, () -> of(owner).deliver(null, now()));
    assertThat(delivered.late()).isTrue();
    assertThat(of(owner).status).isEqualTo(CommitmentStatus.MISSED);
  }

  @Test
  void a_delivery_reported_after_the_deadline_with_an_earlier_time_stays_missed() {
    missed(of(owner));
    var delivered =
        does(
            CommitmentDelivered.class,
            () -> of(owner).deliver(null, at(dueAt().minus(Duration.ofDays(1)))));
    assertThat(delivered.late()).isTrue();
    assertThat(of(owner).status).isEqualTo(CommitmentStatus.MISSED);
    assertThat(each(of(owner), Report::kind))
        .containsExactly(Report.Kind.PROMISED, Report.Kind.MISSED, Report.Kind.DELIVERED);
  }

  @Test
  void a_delivery_does_not_come_before_its_promise() {
    promised(of(owner));
    refused(
        Refusals.HAPPENED_TOO_EARLY, () -> of(owner).deliver(null, at(play.now.minusMillis(1))));
  }

  @Test
  void only_what_is_promised_is_delivered_and_only_once() {
    worded(of(owner));
    refused(Refusals.NOT_PROMISED, () -> of(owner).deliver(null, now()));
    does(() -> of(owner).promise(null, null, now()));
    does(() -> of(owner).deliver(null, now()));
    refused(Refusals.ALREADY_DELIVERED, () -> of(owner).deliver(null, now()));
  }

  @Test
  void a_late_delivery_too_is_recorded_once() {
    missed(of(owner));
    does(() -> of(owner).deliver(null, now()));
    refused(Refusals.ALREADY_DELIVERED, () -> of(owner).deliver(null, now()));
  }

  @Test
  void the_shared_action_is_delivered_when_all_parts_are() {
    promised(shared());
    var first = does(CommitmentDelivered.class, () -> shared().deliver(ada, now()));
    assertThat(first.complete()).isFalse();
    assertThat(shared().status).isEqualTo(CommitmentStatus.PROMISED);
    var second = does(CommitmentDelivered.class, () -> shared().deliver(null, now()));
    assertThat(second.by()).isEqualTo(owner);
    assertThat(second.complete()).isTrue();
    assertThat(shared().status).isEqualTo(CommitmentStatus.DELIVERED);
  }

  @Test
  void the_shared_action_is_else_missed_naming_the_missing_parts() {
    inAGroup();
    promised(shared());
    does(() -> shared().deliver(ada, now()));
    play.moveTo(dueAt().plusMillis(1));
    var missed =
        play.events.stream().filter(CommitmentMissed.class::isInstance).findFirst().orElseThrow();
    assertThat(((CommitmentMissed) missed).missing()).containsExactly(owner, bob);
    assertThat(shared().status).isEqualTo(CommitmentStatus.MISSED);
    assertThat(partOf(shared(), ada)).isEqualTo(CommitmentStatus.DELIVERED);
    assertThat(CommitmentView.of(shared()).missing()).isEqualTo(List.of(owner, bob));
  }

  @Test
  void a_part_that_nobody_promised_lapses_and_makes_the_shared_action_no_miss() {
    worded(shared());
    does(() -> shared().promise(ada, null, now()));
    does(() -> shared().deliver(ada, now()));
    assertThat(shared().status).isEqualTo(CommitmentStatus.PROMISED);
    play.moveTo(dueAt().plusMillis(1));
    assertThat(partOf(shared(), owner)).isEqualTo(CommitmentStatus.LAPSED);
    assertThat(shared().status).isEqualTo(CommitmentStatus.DELIVERED);
  }

  @Test
  void a_missed_promise_carries_one_apology() {
    missed(of(owner));
    var apology =
        does(
            CommitmentApologised.class,
            () -> of(owner).apologise(null, now(), "I am sorry", "A call"));
    assertThat(apology.by()).isEqualTo(owner);
    var report = of(owner).report(Report.Kind.APOLOGISED, owner).orElseThrow();
    assertThat(report.said()).isEqualTo("I am sorry");
    assertThat(report.offered()).isEqualTo("A call");
    assertThat(of(owner).status).isEqualTo(CommitmentStatus.MISSED);
    refused(Refusals.ALREADY_APOLOGISED, () -> of(owner).apologise(null, now(), "Again", null));
  }

  @Test
  void only_a_missed_promise_is_apologised_for() {
    promised(of(owner));
    refused(Refusals.NOT_MISSED, () -> of(owner).apologise(null, now(), "Sorry", null));
  }

  @Test
  void who_apologises_for_the_shared_action_is_named_when_several_missed_it() {
    missed(shared());
    refused(Refusals.NAME_ONE, () -> shared().apologise(null, now(), "Sorry", null));
    does(() -> shared().apologise(ada, now(), "Sorry", null));
    var apology =
        does(CommitmentApologised.class, () -> shared().apologise(null, now(), "Sorry", null));
    assertThat(apology.by()).isEqualTo(owner);
  }
}
