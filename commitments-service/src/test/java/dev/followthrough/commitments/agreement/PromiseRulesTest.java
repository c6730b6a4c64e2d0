package dev.followthrough.commitments.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.followthrough.events.AgreementClosed;
import dev.followthrough.events.CommitmentDeclined;
import dev.followthrough.events.CommitmentPromised;
import dev.followthrough.events.CommitmentsEvent;
import dev.followthrough.events.Party;
import dev.followthrough.platform.problem.ProblemException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** B3 and B4: promising and declining, each for their own part. */
class PromiseRulesTest extends Rules {

  @Test
  void what_has_no_words_cannot_be_promised() {
    refused(Refusals.WORDS_NEEDED, () -> of(owner).promise(null, null, now()));
  }

  @Test
  void without_a_name_everybody_promises_the_shared_action_together() {
    worded(shared());
    var events = does(() -> shared().promise(null, null, now()));
    assertThat(events).extracting(e -> ((CommitmentPromised) e).by()).containsExactly(owner, ada);
    assertThat(shared().status).isEqualTo(CommitmentStatus.PROMISED);
  }

  @Test
  void each_part_of_the_shared_action_is_promised_by_itself() {
    worded(shared());
    does(() -> shared().promise(ada, null, now()));
    assertThat(partOf(shared(), ada)).isEqualTo(CommitmentStatus.PROMISED);
    assertThat(partOf(shared(), owner)).isEqualTo(CommitmentStatus.PROPOSED);
  }

  @Test
  void a_promise_is_made_once_and_then_not_declined() {
    promised(of(owner));
    refused(Refusals.ALREADY_PROMISED, () -> of(owner).promise(null, null, now()));
    refused(Refusals.ALREADY_PROMISED, () -> of(owner).decline(null, now()));
  }

  @Test
  void a_promise_is_still_made_at_the_very_deadline_and_not_a_millisecond_later() {
    worded(of(owner));
    worded(of(ada));
    play.moveTo(dueAt());
    does(() -> of(owner).promise(null, null, now()));
    play.moveTo(dueAt().plusMillis(1));
    refused(Refusals.COMMITMENT_ENDED, () -> of(ada).promise(null, null, at(dueAt())));
  }

  @Test
  void only_who_has_a_part_in_it_can_promise_it() {
    worded(of(owner));
    refused(Refusals.NOT_A_PARTICIPANT, () -> of(owner).promise(ada, null, now()));
    refused(
        Refusals.NOT_A_PARTICIPANT,
        () -> of(owner).promise(Party.contact(UUID.randomUUID()), null, now()));
  }

  @Test
  void a_promise_is_not_made_before_its_meeting_began() {
    worded(of(owner));
    var began = Play.MEETING_END.minusSeconds(3600);
    refused(
        Refusals.HAPPENED_TOO_EARLY, () -> of(owner).promise(null, null, at(began.minusMillis(1))));
    does(() -> of(owner).promise(null, null, at(began)));
  }

  @Test
  void nothing_reported_lies_in_the_future() {
    assertThatThrownBy(() -> at(play.now.plusMillis(1)))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.type()).isEqualTo(Refusals.HAPPENED_IN_FUTURE));
  }

  @Test
  void a_reporter_takes_part_in_the_agreement() {
    refused(
        Refusals.NOT_A_PARTICIPANT,
        () -> {
          of(owner).told(Party.contact(UUID.randomUUID()), null, play.now, null, null);
          return java.util.List.<CommitmentsEvent>of();
        });
    assertThat(of(owner).told(null, null, play.now, null, null).reportedBy()).isEqualTo(owner);
  }

  @Test
  void a_declined_commitment_has_ended_without_a_promise() {
    var declined = does(CommitmentDeclined.class, () -> of(ada).decline(null, now()));
    assertThat(declined.by()).isEqualTo(ada);
    assertThat(of(ada).status).isEqualTo(CommitmentStatus.DECLINED);
    worded(of(owner));
    refused(Refusals.COMMITMENT_ENDED, () -> of(ada).promise(null, null, now()));
  }

  @Test
  void a_shared_action_goes_on_when_one_of_them_declines_their_part() {
    inAGroup();
    promisedBy(owner, ada);
    does(() -> shared().decline(bob, now()));
    assertThat(shared().status).isEqualTo(CommitmentStatus.PROMISED);
    does(() -> shared().deliver(null, now()));
    assertThat(shared().status).isEqualTo(CommitmentStatus.DELIVERED);
  }

  @Test
  void an_agreement_closes_when_all_its_commitments_have_ended() {
    does(() -> shared().decline(null, now()));
    does(() -> of(ada).decline(null, now()));
    promised(of(owner));
    assertThat(play.agreement.isOpen()).isTrue();
    var closed = does(AgreementClosed.class, () -> of(owner).deliver(null, now()));
    assertThat(closed.closedAt()).isEqualTo(play.now);
    play.moveTo(dueAt().plusSeconds(1));
    assertThat(play.count(AgreementClosed.class)).isEqualTo(1);
  }

  private void promisedBy(Party... who) {
    worded(shared());
    for (var party : who) {
      does(() -> shared().promise(party, null, now()));
    }
  }
}
