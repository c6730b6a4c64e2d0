package dev.followthrough.commitments.delivery;

import dev.followthrough.commitments.agreement.AgreementChanges;
import dev.followthrough.commitments.agreement.CommitmentView;
import dev.followthrough.events.Party;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/**
 * What came of a promise: the promiser's side delivers or apologises, the other side attests or
 * denies. The owner's token speaks for the owner, and for what the owner was told; it does not
 * attest or deny what the owner promised. That the contact does, through a share link.
 */
@ApplicationScoped
@Transactional
public class Deliveries {

  private final AgreementChanges changes;

  Deliveries(AgreementChanges changes) {
    this.changes = changes;
  }

  /**
   * @param side the one that the call comes from, and never one that it names
   */
  public CommitmentView deliver(UUID commitmentId, Party side, NewDelivery d) {
    return changes.ofCommitment(
        commitmentId,
        (c, now) ->
            c.deliver(
                d.by(),
                c.told(d.reportedBy(), d.happenedAt(), now, d.note(), d.evidence()).from(side)));
  }

  /**
   * @param side the one that the call comes from, and never one that it names
   */
  public CommitmentView apologise(UUID commitmentId, Party side, NewApology a) {
    return changes.ofCommitment(
        commitmentId,
        (c, now) ->
            c.apologise(
                a.by(),
                c.told(a.reportedBy(), a.happenedAt(), now, null, null).from(side),
                a.said(),
                a.offered()));
  }

  /**
   * Attests that something arrived in time.
   *
   * @param attester the side that the call comes from, and never one that it names
   */
  public CommitmentView attest(UUID commitmentId, Party attester, NewAttestation a) {
    return changes.ofCommitment(
        commitmentId,
        (c, now) ->
            c.attest(
                a.by(),
                attester,
                c.told(attester, a.happenedAt(), now, a.note(), a.evidence()).from(attester)));
  }

  /**
   * @param side the one that the call comes from, and never one that it names
   */
  public CommitmentView deny(UUID commitmentId, Party side, NewDenial d) {
    return changes.ofCommitment(
        commitmentId,
        (c, now) ->
            c.deny(
                d.by(),
                d.reportedBy(),
                c.told(d.reportedBy(), d.happenedAt(), now, d.note(), null).from(side)));
  }
}
