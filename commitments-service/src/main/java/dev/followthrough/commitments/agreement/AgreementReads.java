package dev.followthrough.commitments.agreement;

import dev.followthrough.platform.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads agreements and commitments as they stand at this instant, deadlines included. */
@ApplicationScoped
@Transactional
public class AgreementReads {

  private final AgreementChanges changes;
  private final AgreementViews views;

  AgreementReads(AgreementChanges changes, AgreementViews views) {
    this.changes = changes;
    this.views = views;
  }

  public AgreementView agreement(UUID id) {
    changes.settleOverdue(id);
    return Agreement.<Agreement>findByIdOptional(id)
        .map(views::of)
        .orElseThrow(() -> Problems.notFound("agreement", id));
  }

  public List<AgreementView> agreements(AgreementFilter filter, Optional<UUID> last, int limit) {
    changes.settleOverdue();
    return views.of(filter.after(last, limit));
  }

  /** Whether it is there and not void, without loading any of it. */
  public boolean stands(UUID id) {
    return AgreementRows.status(id).filter(status -> status != AgreementStatus.VOIDED).isPresent();
  }

  public CommitmentView commitment(UUID id) {
    Commitment.agreementOf(id).ifPresent(changes::settleOverdue);
    return Commitment.<Commitment>findByIdOptional(id)
        .map(CommitmentView::of)
        .orElseThrow(() -> Problems.notFound("commitment", id));
  }

  /** Does the deadline's work of what is overdue, for who reckons from what has ended. */
  public void settleOverdue() {
    changes.settleOverdue();
  }

  /** All between the owner and a contact, without doing the deadline's work first. */
  public List<CommitmentView> with(UUID contactId) {
    return CommitmentFilter.with(contactId).stream().map(CommitmentView::of).toList();
  }

  /** All in which the owner has a part, those with an erased contact included. */
  public List<CommitmentView> ofOwner() {
    return CommitmentFilter.ofOwner().stream().map(CommitmentView::of).toList();
  }

  public List<CommitmentView> commitments(CommitmentFilter filter, Optional<UUID> last, int limit) {
    changes.settleOverdue();
    return filter.after(last, limit).stream().map(CommitmentView::of).toList();
  }
}
