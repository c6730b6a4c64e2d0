package dev.followthrough.commitments.promise;

import dev.followthrough.commitments.agreement.AgreementChanges;
import dev.followthrough.commitments.agreement.CommitmentView;
import dev.followthrough.events.Party;
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

  /**
   * @param side the one that the call comes from, and never one that it names
   */
  public CommitmentView promise(UUID commitmentId, Party side, NewPromise promise) {
    return changes.ofCommitment(
        commitmentId,
        (commitment, now) ->
            commitment.promise(
                promise.by(),
                promise.wording(),
                commitment
                    .told(promise.reportedBy(), promise.happenedAt(), now, promise.note(), null)
                    .from(side)));
  }

  /**
   * @param side the one that the call comes from, and never one that it names
   */
  public CommitmentView decline(UUID commitmentId, Party side, NewDecline decline) {
    return changes.ofCommitment(
        commitmentId,
        (commitment, now) ->
            commitment.decline(
                decline.by(),
                commitment
                    .told(decline.reportedBy(), decline.happenedAt(), now, decline.note(), null)
                    .from(side)));
  }
}
