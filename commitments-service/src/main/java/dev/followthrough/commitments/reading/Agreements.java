package dev.followthrough.commitments.reading;

import dev.followthrough.commitments.agreement.Agreement;
import dev.followthrough.commitments.agreement.AgreementChanges;
import dev.followthrough.commitments.agreement.AgreementFilter;
import dev.followthrough.commitments.agreement.AgreementView;
import dev.followthrough.commitments.agreement.Commitment;
import dev.followthrough.commitments.agreement.CommitmentFilter;
import dev.followthrough.commitments.agreement.CommitmentView;
import dev.followthrough.platform.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads agreements and commitments as they stand at this instant, deadlines included. */
@ApplicationScoped
@Transactional
class Agreements {

  private final AgreementChanges changes;
  private final AgreementViews views;

  Agreements(AgreementChanges changes, AgreementViews views) {
    this.changes = changes;
    this.views = views;
  }

  AgreementView agreement(UUID id) {
    changes.settleOverdue();
    return Agreement.<Agreement>findByIdOptional(id)
        .map(views::of)
        .orElseThrow(() -> Problems.notFound("agreement", id));
  }

  List<AgreementView> agreements(AgreementFilter filter, Optional<UUID> last, int limit) {
    changes.settleOverdue();
    return views.of(filter.after(last, limit));
  }

  CommitmentView commitment(UUID id) {
    changes.settleOverdue();
    return Commitment.<Commitment>findByIdOptional(id)
        .map(CommitmentView::of)
        .orElseThrow(() -> Problems.notFound("commitment", id));
  }

  List<CommitmentView> commitments(CommitmentFilter filter, Optional<UUID> last, int limit) {
    changes.settleOverdue();
    return filter.after(last, limit).stream().map(CommitmentView::of).toList();
  }
}
