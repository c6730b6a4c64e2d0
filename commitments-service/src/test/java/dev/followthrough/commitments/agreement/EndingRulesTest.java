package dev.followthrough.commitments.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.events.AgreementClosed;
import dev.followthrough.events.AgreementVoidRefused;
import dev.followthrough.events.AgreementVoided;
import dev.followthrough.events.CommitmentLapsed;
import dev.followthrough.events.CommitmentMissed;
import dev.followthrough.events.CommitmentVoided;
import org.junit.jupiter.api.Test;

/** B3 and part C: what ends by itself, and what a removal or an erasure leaves. */
class EndingRulesTest extends Rules {

  @Test
  void nothing_ends_at_the_deadline_itself_and_everything_a_millisecond_later() {
    promised(of(owner));
    play.moveTo(dueAt());
    assertThat(play.agreement.isOpen()).isTrue();
    play.moveTo(dueAt().plusMillis(1));
    assertThat(of(owner).status).isEqualTo(CommitmentStatus.MISSED);
    assertThat(of(ada).status).isEqualTo(CommitmentStatus.LAPSED);
    assertThat(play.agreement.closedAt).isEqualTo(dueAt());
    assertThat(play.count(CommitmentMissed.class)).isEqualTo(1);
    assertThat(play.count(CommitmentLapsed.class)).isEqualTo(2);
    assertThat(play.count(AgreementClosed.class)).isEqualTo(1);
  }

  @Test
  void what_was_only_proposed_lapses_and_is_no_evidence() {
    play.moveTo(dueAt().plusMillis(1));
    assertThat(play.agreement.isPromised()).isFalse();
    assertThat(play.agreement.commitments)
        .extracting(c -> c.status)
        .containsOnly(CommitmentStatus.LAPSED);
  }

  @Test
  void a_removed_contact_voids_all_that_was_open_in_a_one_on_one() {
    promised(of(owner));
    promised(of(ada));
    does(AgreementVoided.class, () -> play.agreement.contactGone(ada.contact(), play.now));
    assertThat(play.agreement.status).isEqualTo(AgreementStatus.VOIDED);
    assertThat(play.agreement.commitments)
        .extracting(c -> c.status)
        .containsOnly(CommitmentStatus.VOIDED);
    play.moveTo(dueAt().plusMillis(1));
    assertThat(play.count(CommitmentMissed.class)).isZero();
  }

  @Test
  void a_removed_contact_leaves_what_had_ended_before() {
    promised(of(ada));
    does(() -> of(ada).deliver(null, now()));
    does(AgreementClosed.class, () -> play.agreement.contactGone(ada.contact(), play.now));
    assertThat(of(ada).status).isEqualTo(CommitmentStatus.DELIVERED);
  }

  @Test
  void in_a_group_a_removed_contact_leaves_the_others_to_theirs() {
    inAGroup();
    promised(shared());
    does(() -> of(owner).reword(new Terms(words("Send"), ada), play.now));
    var voided =
        does(CommitmentVoided.class, () -> play.agreement.contactGone(ada.contact(), play.now));
    assertThat(voided.by()).containsExactly(ada);
    assertThat(shared().status).isEqualTo(CommitmentStatus.PROMISED);
    assertThat(partOf(shared(), ada)).isEqualTo(CommitmentStatus.VOIDED);
    assertThat(of(bob).status).isEqualTo(CommitmentStatus.PROPOSED);
    // only proposed to them: the owner may still name somebody else
    assertThat(of(owner).status).isEqualTo(CommitmentStatus.PROPOSED);
    assertThat(of(owner).receiver).isNull();
    refused(
        Refusals.NOT_A_PARTICIPANT,
        () -> of(owner).reword(new Terms(of(owner).words(), ada), play.now));
  }

  @Test
  void a_voided_meeting_voids_what_is_only_proposed() {
    does(AgreementVoided.class, () -> play.agreement.meetingVoided(play.now));
    assertThat(play.agreement.commitments)
        .extracting(c -> c.status)
        .containsOnly(CommitmentStatus.VOIDED);
  }

  @Test
  void a_voided_meeting_does_not_undo_a_promise() {
    worded(shared());
    does(() -> shared().promise(ada, null, now()));
    does(AgreementVoidRefused.class, () -> play.agreement.meetingVoided(play.now));
    assertThat(play.agreement.isOpen()).isTrue();
  }

  @Test
  void erasure_keeps_of_what_ended_only_the_owners_side_its_kind_times_and_weight() {
    promised(shared());
    promised(of(owner));
    promised(of(ada));
    does(() -> of(owner).deliver(null, play.told(ada, java.time.Duration.ZERO)));
    play.moveTo(dueAt().plusMillis(1));
    assertThat(play.agreement.forget(ada.contact())).isTrue();

    assertThat(play.agreement.commitments).hasSize(2);
    assertThat(play.agreement.counterparts).isEmpty();
    assertThat(shared().parts).containsExactly(new Part(owner, CommitmentStatus.MISSED));
    assertThat(of(owner).status).isEqualTo(CommitmentStatus.DELIVERED);
    assertThat(of(owner).receiver).isNull();
    for (var commitment : play.agreement.commitments) {
      assertThat(commitment.words().text()).isNull();
      assertThat(commitment.wordings).hasSize(1);
      assertThat(commitment.reports)
          .allSatisfy(
              report -> {
                assertThat(report.by()).isEqualTo(owner);
                assertThat(report.reportedBy()).isNull();
                assertThat(report.note()).isNull();
                assertThat(report.evidence()).isEmpty();
                assertThat(report.happenedAt()).isNotNull();
              });
    }
  }

  @Test
  void erasure_leaves_nothing_of_an_agreement_in_which_nothing_was_promised() {
    does(() -> play.agreement.contactGone(ada.contact(), play.now));
    assertThat(play.agreement.forget(ada.contact())).isFalse();
  }

  @Test
  void in_a_group_erasure_leaves_the_others_theirs() {
    inAGroup();
    promised(shared());
    promised(of(bob));
    does(() -> play.agreement.contactGone(ada.contact(), play.now));
    assertThat(play.agreement.forget(ada.contact())).isTrue();
    assertThat(shared().words().text()).isEqualTo("Send the link");
    assertThat(shared().parts).extracting(Part::by).containsExactly(owner, bob);
    assertThat(play.agreement.commitments).hasSize(3);
    assertThat(of(bob).status).isEqualTo(CommitmentStatus.PROMISED);
  }
}
