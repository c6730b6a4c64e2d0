package dev.followthrough.commitments.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.events.CommitmentPromised;
import dev.followthrough.events.CommitmentWorded;
import dev.followthrough.events.Complexity;
import java.util.List;
import org.junit.jupiter.api.Test;

/** B3: words, reworded freely while proposed, counter-proposed, bound by acceptance. */
class WordingRulesTest extends Rules {

  @Test
  void each_rewording_of_a_proposed_commitment_is_a_new_numbered_wording_in_force() {
    worded(of(owner));
    var worded =
        does(
            CommitmentWorded.class,
            () ->
                of(owner)
                    .reword(
                        new Terms(new Words("Two links", Complexity.COMPLEX, "ux", null), ada),
                        play.now));
    assertThat(worded.wording()).isEqualTo(2);
    assertThat(worded.inForce()).isTrue();
    assertThat(worded.complexity()).isEqualTo(Complexity.COMPLEX);
    assertThat(of(owner).words().text()).isEqualTo("Two links");
    assertThat(of(owner).wordings)
        .extracting(Wording::state)
        .containsExactly(Wording.State.REPLACED, Wording.State.IN_FORCE);
  }

  @Test
  void a_change_that_changes_nothing_makes_no_wording_and_no_event() {
    worded(of(owner));
    assertThat(does(() -> of(owner).reword(of(owner).terms(), play.now))).isEmpty();
    assertThat(of(owner).wordings).hasSize(1);
  }

  @Test
  void a_promised_commitment_is_not_reworded() {
    promised(of(owner));
    refused(
        Refusals.ALREADY_PROMISED, () -> of(owner).reword(new Terms(words("Less"), ada), play.now));
  }

  @Test
  void a_shared_commitment_is_not_reworded_once_one_part_is_promised() {
    worded(shared());
    does(() -> shared().promise(ada, null, now()));
    refused(
        Refusals.ALREADY_PROMISED, () -> shared().reword(new Terms(words("Less"), null), play.now));
  }

  @Test
  void a_counter_proposal_waits_and_is_in_force_once_the_other_side_has_accepted_it() {
    worded(of(ada));
    var proposed =
        does(
            CommitmentWorded.class,
            () -> of(ada).propose(words("Rather this"), ada, owner, play.now));
    assertThat(proposed.inForce()).isFalse();
    assertThat(of(ada).words().text()).isEqualTo("Send the link");

    var accepted = does(CommitmentWorded.class, () -> of(ada).accept(2, owner, owner));
    assertThat(accepted.inForce()).isTrue();
    assertThat(of(ada).words().text()).isEqualTo("Rather this");
    assertThat(of(ada).wordings.get(1).acceptedBy()).containsExactly(owner);
  }

  @Test
  void the_one_who_proposed_cannot_accept() {
    does(() -> of(ada).propose(words("Rather this"), ada, owner, play.now));
    refused(Refusals.OTHER_SIDE_ACCEPTS, () -> of(ada).accept(1, ada, owner));
  }

  @Test
  void an_accepted_counter_proposal_rewords_also_what_is_promised() {
    promised(of(owner));
    does(() -> of(owner).propose(words("Rather this"), ada, owner, play.now));
    does(() -> of(owner).accept(2, owner, owner));
    assertThat(of(owner).words().text()).isEqualTo("Rather this");
    assertThat(of(owner).status).isEqualTo(CommitmentStatus.PROMISED);
  }

  @Test
  void a_counter_proposal_cannot_be_accepted_after_the_deadline() {
    promised(of(owner));
    does(() -> of(owner).propose(words("Rather this"), ada, owner, play.now));
    play.moveTo(dueAt().plusMillis(1));
    refused(Refusals.COMMITMENT_ENDED, () -> of(owner).accept(2, owner, owner));
  }

  @Test
  void a_counter_proposal_is_accepted_at_the_very_deadline() {
    promised(of(owner));
    does(() -> of(owner).propose(words("Rather this"), ada, owner, play.now));
    play.moveTo(dueAt());
    does(() -> of(owner).accept(2, owner, owner));
    assertThat(of(owner).inForce).isEqualTo(2);
  }

  @Test
  void a_newer_wording_in_force_replaces_the_counter_proposals_before_it() {
    does(() -> of(ada).propose(words("Rather this"), ada, owner, play.now));
    worded(of(ada));
    refused(Refusals.WORDING_NOT_WAITING, () -> of(ada).accept(1, owner, owner));
  }

  @Test
  void a_counter_proposal_for_the_shared_action_needs_everybody_else() {
    inAGroup();
    worded(shared());
    does(() -> shared().propose(words("Rather this"), bob, owner, play.now));
    assertThat(does(() -> shared().accept(2, owner, owner))).isEmpty();
    assertThat(shared().words().text()).isEqualTo("Send the link");
    does(() -> shared().accept(2, ada, owner));
    assertThat(shared().words().text()).isEqualTo("Rather this");
  }

  @Test
  void a_stranger_to_the_commitment_proposes_nothing() {
    inAGroup();
    refused(
        Refusals.NOT_A_PARTICIPANT,
        () -> of(ada).propose(words("Rather this"), bob, owner, play.now));
  }

  @Test
  void a_promise_names_the_wording_in_force_or_none() {
    worded(of(owner));
    does(() -> of(owner).propose(words("Rather this"), ada, owner, play.now));
    refused(Refusals.WORDING_NOT_IN_FORCE, () -> of(owner).promise(null, 2, now()));
    var promised = does(CommitmentPromised.class, () -> of(owner).promise(null, 1, now()));
    assertThat(promised.wording()).isEqualTo(1);
    assertThat(promised.text()).isEqualTo("Send the link");
  }

  @Test
  void a_commitment_keeps_at_most_a_hundred_wordings() {
    for (int i = 0; i < 100; i++) {
      var text = "wording " + i;
      does(() -> of(owner).reword(new Terms(words(text), ada), play.now));
    }
    refused(
        Refusals.TOO_MANY_WORDINGS,
        () -> of(owner).reword(new Terms(words("more"), ada), play.now));
  }

  @Test
  void in_a_group_the_owner_names_one_participating_contact_before_promising() {
    inAGroup();
    worded(of(owner));
    refused(Refusals.RECEIVER_NEEDED, () -> of(owner).promise(null, null, now()));
    refused(
        Refusals.NOT_A_PARTICIPANT,
        () ->
            of(owner)
                .reword(
                    new Terms(
                        of(owner).words(),
                        dev.followthrough.events.Party.contact(java.util.UUID.randomUUID())),
                    play.now));
    var worded =
        does(
            CommitmentWorded.class,
            () -> of(owner).reword(new Terms(of(owner).words(), bob), play.now));
    assertThat(worded.receiver()).isEqualTo(bob);
    var promised = does(CommitmentPromised.class, () -> of(owner).promise(null, null, now()));
    assertThat(promised.receiver()).isEqualTo(bob);
  }

  @Test
  void what_the_owner_promises_is_not_due_to_the_owner() {
    inAGroup();
    refused(
        Refusals.NOT_A_PARTICIPANT,
        () -> of(owner).reword(new Terms(words("Send"), owner), play.now));
  }

  @Test
  void nobody_chooses_the_receiver_of_a_contacts_commitment_or_in_a_one_on_one() {
    for (var c : List.of(shared(), of(ada), of(owner))) {
      var other = c.receiver == null || c.receiver.isOwner() ? ada : null;
      refused(Refusals.RECEIVER_FIXED, () -> c.reword(new Terms(c.words(), other), play.now));
    }
  }
}
