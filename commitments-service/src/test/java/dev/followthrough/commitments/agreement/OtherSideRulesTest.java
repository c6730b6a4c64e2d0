package dev.followthrough.commitments.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.events.CommitmentCorrected;
import dev.followthrough.events.CommitmentDisputed;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** B4: what the receiver attests, and what the other side denies. */
class OtherSideRulesTest extends Rules {

  private static final Duration SEVEN_DAYS = Duration.ofDays(7);

  @Test
  void the_receivers_attestation_corrects_the_miss_and_both_stay_in_the_history() {
    missed(of(ada));
    var corrected = does(CommitmentCorrected.class, () -> of(ada).attest(null, owner, at(dueAt())));
    assertThat(corrected.by()).isEqualTo(ada);
    assertThat(corrected.attestedBy()).isEqualTo(owner);
    assertThat(corrected.complete()).isTrue();
    assertThat(of(ada).status).isEqualTo(CommitmentStatus.DELIVERED);
    assertThat(each(of(ada), Report::kind))
        .containsExactly(Report.Kind.PROMISED, Report.Kind.MISSED, Report.Kind.ATTESTED);
    assertThat(CommitmentView.of(of(ada)).parts().getFirst().corrected()).isTrue();
  }

  @Test
  void the_receiver_attests_until_seven_days_after_the_deadline_and_no_longer() {
    missed(of(ada));
    promisedAndMissedShared();
    play.moveTo(dueAt().plus(SEVEN_DAYS));
    does(() -> of(ada).attest(null, owner, at(dueAt())));
    play.moveTo(dueAt().plus(SEVEN_DAYS).plusMillis(1));
    refused(Refusals.WINDOW_CLOSED, () -> shared().attest(ada, owner, at(dueAt())));
  }

  @Test
  void the_promiser_never_attests() {
    missed(of(owner));
    refused(Refusals.ONLY_RECEIVER_ATTESTS, () -> of(owner).attest(null, owner, at(dueAt())));
    refused(Refusals.ONLY_RECEIVER_ATTESTS, () -> of(owner).attest(owner, owner, at(dueAt())));
    does(CommitmentCorrected.class, () -> of(owner).attest(owner, ada, at(dueAt())));
  }

  @Test
  void the_owner_attests_a_contacts_part_of_the_shared_action_and_not_their_own() {
    missed(shared());
    refused(Refusals.ONLY_RECEIVER_ATTESTS, () -> shared().attest(owner, owner, at(dueAt())));
    var corrected =
        does(CommitmentCorrected.class, () -> shared().attest(null, owner, at(dueAt())));
    assertThat(corrected.by()).isEqualTo(ada);
    assertThat(corrected.complete()).isFalse();
    assertThat(shared().status).isEqualTo(CommitmentStatus.MISSED);
    assertThat(partOf(shared(), owner)).isEqualTo(CommitmentStatus.MISSED);
  }

  @Test
  void an_attestation_says_that_it_arrived_in_time() {
    missed(of(ada));
    refused(Refusals.NOT_IN_TIME, () -> of(ada).attest(null, owner, at(dueAt().plusMillis(1))));
  }

  @Test
  void what_has_not_been_missed_is_not_attested_before_it_is_delivered() {
    promised(of(ada));
    refused(Refusals.NOT_MISSED, () -> of(ada).attest(null, owner, now()));
  }

  @Test
  void a_delivery_in_time_is_confirmed_once_and_then_not_denied() {
    promised(of(ada));
    does(() -> of(ada).deliver(null, now()));
    assertThat(does(() -> of(ada).attest(null, owner, now()))).isEmpty();
    refused(Refusals.ALREADY_ATTESTED, () -> of(ada).attest(null, owner, now()));
    refused(Refusals.ALREADY_ATTESTED, () -> of(ada).deny(null, owner, now()));
    assertThat(of(ada).status).isEqualTo(CommitmentStatus.DELIVERED);
  }

  @Test
  void a_claimed_delivery_that_the_other_side_denies_is_disputed_with_both_words() {
    promised(of(ada));
    does(() -> of(ada).deliver(null, throughLink(ada)));
    var disputed = does(CommitmentDisputed.class, () -> of(ada).deny(null, null, now()));
    assertThat(disputed.by()).isEqualTo(ada);
    assertThat(disputed.deniedBy()).isEqualTo(owner);
    assertThat(disputed.late()).isFalse();
    assertThat(of(ada).status).isEqualTo(CommitmentStatus.DISPUTED);
    assertThat(each(of(ada), Report::reportedBy)).containsExactly(owner, ada, owner);
    refused(Refusals.NOTHING_TO_DENY, () -> of(ada).deny(null, null, now()));
  }

  @Test
  void a_contact_denies_what_the_owner_claims_to_have_delivered() {
    promised(of(owner));
    does(() -> of(owner).deliver(null, now()));
    refused(Refusals.OTHER_SIDE_DENIES, () -> of(owner).deny(null, owner, throughLink(ada)));
    var disputed =
        does(CommitmentDisputed.class, () -> of(owner).deny(null, ada, throughLink(ada)));
    assertThat(disputed.deniedBy()).isEqualTo(ada);
  }

  @Test
  void no_call_of_the_owner_denies_the_owners_delivery_in_the_contacts_name() {
    promised(of(owner));
    does(() -> of(owner).deliver(null, now()));
    refused(Refusals.DENIED_THROUGH_LINK, () -> of(owner).deny(null, null, now()));
    refused(Refusals.DENIED_THROUGH_LINK, () -> of(owner).deny(owner, ada, saidBy(ada)));
    assertThat(of(owner).status).isEqualTo(CommitmentStatus.DELIVERED);
  }

  @Test
  void a_claim_that_the_owner_records_in_the_contacts_name_is_the_owners_to_both() {
    promised(of(ada));
    does(() -> of(ada).deliver(null, saidBy(ada)));
    refused(Refusals.OTHER_SIDE_DENIES, () -> of(ada).deny(null, null, now()));
    promised(of(owner));
    does(() -> of(owner).deliver(null, saidBy(ada)));
    does(CommitmentDisputed.class, () -> of(owner).deny(null, ada, throughLink(ada)));
  }

  @Test
  void a_denial_comes_within_seven_days_of_the_delivery() {
    promised(of(ada));
    does(() -> of(ada).deliver(null, throughLink(ada)));
    var recorded = play.now;
    play.moveTo(recorded.plus(SEVEN_DAYS).plusMillis(1));
    refused(Refusals.WINDOW_CLOSED, () -> of(ada).deny(null, null, now()));
  }

  @Test
  void a_denial_at_the_last_instant_of_the_seven_days_counts() {
    promised(of(ada));
    does(() -> of(ada).deliver(null, throughLink(ada)));
    play.moveTo(play.now.plus(SEVEN_DAYS));
    does(CommitmentDisputed.class, () -> of(ada).deny(null, null, now()));
  }

  @Test
  void a_late_delivery_that_is_denied_stays_missed() {
    missed(of(ada));
    does(() -> of(ada).deliver(null, throughLink(ada)));
    var disputed = does(CommitmentDisputed.class, () -> of(ada).deny(null, null, now()));
    assertThat(disputed.late()).isTrue();
    assertThat(of(ada).status).isEqualTo(CommitmentStatus.MISSED);
  }

  @Test
  void what_nobody_claims_is_not_denied() {
    promised(of(ada));
    refused(Refusals.NOTHING_TO_DENY, () -> of(ada).deny(null, null, now()));
  }

  @Test
  void in_a_group_it_is_named_whose_delivery_is_denied_and_by_whom() {
    inAGroup();
    promised(shared());
    does(() -> shared().deliver(null, now()));
    refused(Refusals.NAME_ONE, () -> shared().deny(null, null, now()));
    refused(Refusals.DENIED_THROUGH_LINK, () -> shared().deny(owner, null, now()));
    refused(Refusals.OTHER_SIDE_DENIES, () -> shared().deny(ada, bob, now()));
    does(CommitmentDisputed.class, () -> shared().deny(owner, bob, throughLink(bob)));
    assertThat(partOf(shared(), owner)).isEqualTo(CommitmentStatus.DISPUTED);
    assertThat(partOf(shared(), ada)).isEqualTo(CommitmentStatus.DELIVERED);
  }

  @Test
  void who_reported_a_delivery_does_not_deny_it() {
    promised(of(ada));
    does(() -> of(ada).deliver(null, now()));
    refused(Refusals.OTHER_SIDE_DENIES, () -> of(ada).deny(null, null, now()));
    refused(Refusals.OTHER_SIDE_DENIES, () -> of(ada).deny(ada, owner, now()));
    assertThat(of(ada).status).isEqualTo(CommitmentStatus.DELIVERED);

    promised(of(owner));
    does(() -> of(owner).deliver(null, throughLink(ada)));
    refused(Refusals.OTHER_SIDE_DENIES, () -> of(owner).deny(null, ada, throughLink(ada)));
    assertThat(of(owner).status).isEqualTo(CommitmentStatus.DELIVERED);
  }

  @Test
  void who_reported_a_late_delivery_does_not_deny_it_either() {
    missed(of(ada));
    does(() -> of(ada).deliver(null, now()));
    refused(Refusals.OTHER_SIDE_DENIES, () -> of(ada).deny(null, null, now()));
  }

  @Test
  void in_a_group_a_contact_who_did_not_report_the_owners_delivery_may_deny_it() {
    inAGroup();
    promised(shared());
    does(() -> shared().deliver(owner, throughLink(ada)));
    refused(Refusals.OTHER_SIDE_DENIES, () -> shared().deny(owner, ada, throughLink(ada)));
    does(CommitmentDisputed.class, () -> shared().deny(owner, bob, throughLink(bob)));
  }

  private void promisedAndMissedShared() {
    play = new Play(1);
    ada = play.party(1);
    promised(shared());
    missed(of(ada));
  }
}
