package dev.followthrough.commitments.shared;

import dev.followthrough.commitments.agreement.AgreementReads;
import dev.followthrough.commitments.agreement.AgreementView;
import dev.followthrough.commitments.agreement.AgreementView.ParticipantView;
import dev.followthrough.commitments.agreement.CommitmentView;
import dev.followthrough.commitments.agreement.CommitmentView.PartView;
import dev.followthrough.commitments.assessment.AssessmentView.Given;
import dev.followthrough.commitments.assessment.Assessments;
import dev.followthrough.commitments.shared.SharedAgreementView.Act;
import dev.followthrough.commitments.shared.SharedAgreementView.Role;
import dev.followthrough.commitments.shared.SharedAgreementView.SharedCommitmentView;
import dev.followthrough.commitments.shared.SharedAgreementView.SharedMark;
import dev.followthrough.commitments.shared.SharedAgreementView.SharedPart;
import dev.followthrough.commitments.shared.SharedAgreementView.WaitingWording;
import dev.followthrough.commitments.sharelink.OpenLink;
import dev.followthrough.events.Party;
import dev.followthrough.platform.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Shows an agreement to the contact who came through a share link. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class SharedAgreements {

  private final AgreementReads agreements;
  private final Assessments assessments;
  private final BusinessTime time;

  SharedAgreements(AgreementReads agreements, Assessments assessments, BusinessTime time) {
    this.agreements = agreements;
    this.assessments = assessments;
    this.time = time;
  }

  public SharedAgreementView read(OpenLink link) {
    var agreement = agreements.agreement(link.agreementId());
    var commitments =
        agreement.commitments().stream()
            .flatMap(c -> view(c, link))
            .sorted(Comparator.comparing(SharedCommitmentView::role))
            .toList();
    return new SharedAgreementView(
        link.signedAs(),
        names(agreement, link, true).stream().findFirst().orElse(null),
        agreement.dueAt(),
        agreement.dueAtLocal(),
        agreement.timeZone(),
        link.expiresAt(),
        link.namesShown() ? names(agreement, link, false) : null,
        link.noThanksAt(),
        commitments);
  }

  private static List<String> names(AgreementView agreement, OpenLink link, boolean own) {
    return agreement.participants().stream()
        .filter(p -> !p.party().isOwner() && p.party().equals(link.party()) == own)
        .map(ParticipantView::name)
        .toList();
  }

  private Stream<SharedCommitmentView> view(CommitmentView c, OpenLink link) {
    return Readable.role(c, link.party()).stream().map(role -> view(c, role, link));
  }

  private SharedCommitmentView view(CommitmentView c, Role role, OpenLink link) {
    var reader = link.party();
    return new SharedCommitmentView(
        c.id(),
        role,
        c.text(),
        c.complexity(),
        c.wording(),
        part(c, reader, reader),
        part(c, Party.OWNER, reader),
        Recorded.words(c, reader),
        c.wordings().stream()
            .filter(w -> Readable.isWaiting(c, w, reader))
            .map(
                w ->
                    new WaitingWording(
                        w.number(),
                        w.text(),
                        w.complexity(),
                        reader.equals(w.proposedBy()),
                        Party.OWNER.equals(w.proposedBy()),
                        Readable.waitsFor(c, w, reader),
                        Recorded.isProposal(w, reader)))
            .toList(),
        assessments.of(c.id(), reader).items().stream().map(given -> mark(given, reader)).toList(),
        link.noThanksAt() == null ? can(c, reader) : List.of());
  }

  private List<Act> can(CommitmentView c, Party reader) {
    var acts = new ArrayList<>(Offers.of(c, reader, time.now()));
    if (assessments.isOpenTo(reader, c)) {
      acts.add(Act.ASSESS);
    }
    return acts;
  }

  private static SharedPart part(CommitmentView c, Party by, Party reader) {
    return Offers.part(c, by).map(part -> part(c, part, reader)).orElse(null);
  }

  private static SharedPart part(CommitmentView c, PartView part, Party reader) {
    return new SharedPart(
        part.status(),
        part.promisedAt(),
        part.deliveredAt(),
        part.late(),
        part.corrected(),
        part.apologised(),
        part.by().equals(reader) ? Recorded.of(c, reader) : List.of());
  }

  private static SharedMark mark(Given given, Party reader) {
    return new SharedMark(
        given.by().equals(reader), given.givenAt(), given.blind(), given.value(), given.comment());
  }
}
