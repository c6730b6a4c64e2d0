package dev.followthrough.commitments.wording;

import dev.followthrough.commitments.agreement.AgreementChanges;
import dev.followthrough.commitments.agreement.Changeable;
import dev.followthrough.commitments.agreement.CommitmentView;
import dev.followthrough.commitments.agreement.Terms;
import dev.followthrough.events.Party;
import dev.followthrough.platform.http.Preconditions;
import dev.followthrough.platform.json.MergePatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** What a commitment says: reworded while proposed, counter-proposed, accepted. */
@ApplicationScoped
@Transactional
public class Wordings {

  private final AgreementChanges changes;
  private final Preconditions preconditions;

  Wordings(AgreementChanges changes, Preconditions preconditions) {
    this.changes = changes;
    this.preconditions = preconditions;
  }

  CommitmentView reword(UUID commitmentId, MergePatch<CommitmentFields> patch) {
    return changes.ofCommitment(
        commitmentId,
        (commitment, now) -> {
          preconditions.requireMatchOf(CommitmentView.of(commitment));
          return commitment.reword(patched(commitment, patch), now);
        });
  }

  public CommitmentView propose(UUID commitmentId, NewWording wording) {
    return changes.ofCommitment(
        commitmentId,
        (commitment, now) -> commitment.propose(wording.words(), wording.proposedBy(), now));
  }

  public CommitmentView accept(UUID commitmentId, int number, Acceptance acceptance) {
    return changes.ofCommitment(
        commitmentId, (commitment, _) -> commitment.accept(number, Acceptance.by(acceptance)));
  }

  private static Terms patched(Changeable commitment, MergePatch<CommitmentFields> patch) {
    var before = commitment.terms();
    var fields = patch.applyTo(CommitmentFields.of(before));
    if (!patch.names("receiverId")) {
      return fields.terms(before.receiver());
    }
    var receiver = fields.receiverId();
    return fields.terms(receiver == null ? null : Party.contact(receiver));
  }
}
