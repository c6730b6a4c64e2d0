package dev.followthrough.commitments.promise;

import dev.followthrough.commitments.agreement.AgreementChanges;
import dev.followthrough.commitments.agreement.CommitmentView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Who takes something on, and who does not. */
@ApplicationScoped
@Transactional
public class Promises {

  private final AgreementChanges changes;

  Promises(AgreementChanges changes) {
    this.changes = changes;
  }

  public CommitmentView promise(UUID commitmentId, NewPromise promise) {
    return changes.ofCommitment(
        commitmentId,
        (commitment, now) ->
            commitment.promise(
                promise.by(),
                promise.wording(),
                commitment.told(
                    promise.reportedBy(), promise.happenedAt(), now, promise.note(), null)));
  }

  public CommitmentView decline(UUID commitmentId, NewDecline decline) {
    return changes.ofCommitment(
        commitmentId,
        (commitment, now) ->
            commitment.decline(
                decline.by(),
                commitment.told(
                    decline.reportedBy(), decline.happenedAt(), now, decline.note(), null)));
  }
}
