package dev.followthrough.commitments.assessment;

import dev.followthrough.commitments.agreement.AgreementChanges;
import dev.followthrough.commitments.agreement.AgreementReads;
import dev.followthrough.commitments.agreement.CommitmentView;
import dev.followthrough.commitments.assessment.Assessment.Mark;
import dev.followthrough.commitments.assessment.AssessmentView.Given;
import dev.followthrough.commitments.evidence.NewEvidence;
import dev.followthrough.commitments.presence.PersonErased;
import dev.followthrough.events.Party;
import dev.followthrough.platform.outbox.Outbox;
import dev.followthrough.platform.problem.ProblemException;
import dev.followthrough.platform.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What each side thinks of the other's work and of the work they shared. Each gives its own blind,
 * and may change it until it sees the other's.
 */
@ApplicationScoped
@Transactional
public class Assessments {

  private final AgreementChanges agreements;
  private final AgreementReads reads;
  private final Outbox outbox;
  private final Event<NewEvidence> evidence;
  private final BusinessTime time;

  Assessments(
      AgreementChanges agreements,
      AgreementReads reads,
      Outbox outbox,
      Event<NewEvidence> evidence,
      BusinessTime time) {
    this.agreements = agreements;
    this.reads = reads;
    this.outbox = outbox;
    this.evidence = evidence;
    this.time = time;
  }

  /**
   * Gives an assessment, or changes it.
   *
   * @param by whose it is: the side that the call comes from, and never one that it names
   * @return what that side may see then
   */
  public AssessmentView assess(UUID commitmentId, Party by, NewAssessment given) {
    return agreements.holding(
        commitmentId,
        (commitment, now) -> {
          give(commitment, by, given, now);
          return view(commitment, by, now);
        });
  }

  /** What one side may see of what was given about a commitment. */
  public AssessmentView of(UUID commitmentId, Party reader) {
    return view(reads.commitment(commitmentId), reader, time.now());
  }

  /** Whether a side could give one now, or change what it gave, for who offers them to. */
  public boolean isOpenTo(Party by, CommitmentView c) {
    try {
      check(c, by, Assessable.contactOf(c, by, null), time.now());
      return true;
    } catch (ProblemException _) {
      return false;
    }
  }

  private void give(CommitmentView c, Party by, NewAssessment given, Instant now) {
    var contactId = Assessable.contactOf(c, by, given.contactId());
    check(c, by, contactId, now);
    var between = Assessment.between(c.agreementId(), c.kind(), contactId);
    var own = between.stream().filter(one -> one.givenBy.equals(by)).findFirst();
    var others = between.stream().filter(one -> !one.givenBy.equals(by)).findFirst();
    var mark = new Mark(given.value(), given.comment(), now);
    if (own.filter(before -> before.inForce().saysTheSame(mark)).isPresent()) {
      return;
    }
    outbox.append(own.orElseGet(() -> added(c, by, contactId)).give(mark, others));
    if (by.isOwner()) {
      // the contact's is about the owner, and changes no figure of the contact
      evidence.fire(new NewEvidence(contactId));
    }
  }

  private static void check(CommitmentView c, Party by, UUID contactId, Instant now) {
    Assessable.check(c, contactId);
    if (Blindness.isOver(c.dueAt(), now)) {
      throw AssessmentRefusals.ASSESSMENT_CLOSED.because(
          "They ended at %s.".formatted(Blindness.closesAt(c.dueAt())));
    }
    var between = Assessment.between(c.agreementId(), c.kind(), contactId);
    var own = between.stream().filter(one -> one.givenBy.equals(by)).findFirst();
    var others = between.stream().filter(one -> !one.givenBy.equals(by)).findFirst();
    if (own.isPresent() && others.isPresent()) {
      throw AssessmentRefusals.ASSESSMENT_FINAL.because("The other side has given theirs.");
    }
  }

  private static Assessment added(CommitmentView c, Party by, UUID contactId) {
    var assessment = new Assessment();
    assessment.agreementId = c.agreementId();
    assessment.commitmentId = c.id();
    assessment.kind = c.kind();
    assessment.contactId = contactId;
    assessment.givenBy = by;
    assessment.dueAt = c.dueAt();
    assessment.persist();
    return assessment;
  }

  private static AssessmentView view(CommitmentView c, Party reader, Instant now) {
    var given =
        Assessment.<Assessment>list("commitmentId = ?1 order by id", c.id()).stream()
            .filter(one -> reader.isOwner() || reader.equals(Party.contact(one.contactId)))
            .map(one -> Given.of(one, others(one), reader, now))
            .toList();
    return new AssessmentView(c.id(), Blindness.closesAt(c.dueAt()), given);
  }

  /**
   * What lies between the owner and a contact and may enter figures at {@code asOf}: the owner's
   * own as given by then, the contact's once the owner saw it; and neither when the work has been
   * denied since.
   *
   * @param between the commitments between the two
   * @param asOf not after now
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<Assessed> known(UUID contactId, List<CommitmentView> between, Instant asOf) {
    var assessable =
        between.stream()
            .filter(c -> Assessable.isAssessable(c, contactId))
            .collect(Collectors.toMap(CommitmentView::id, c -> c));
    var all = Assessment.withContact(contactId);
    return all.stream()
        .filter(one -> assessable.containsKey(one.commitmentId))
        .flatMap(
            one ->
                Assessed.of(one, assessable.get(one.commitmentId).area(), others(one, all), asOf)
                    .stream())
        .toList();
  }

  /**
   * What contacts gave about the owner's work and may enter figures at {@code asOf}.
   *
   * @param commitments in which the owner has a part
   * @param asOf not after now
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<Assessed> aboutOwner(Collection<CommitmentView> commitments, Instant asOf) {
    var byId = commitments.stream().collect(Collectors.toMap(CommitmentView::id, c -> c));
    var pairs =
        Assessment.<Assessment>listAll().stream().collect(Collectors.groupingBy(Assessment::pair));
    return pairs.values().stream()
        .flatMap(
            pair ->
                pair.stream()
                    .filter(one -> !one.givenBy.isOwner() && byId.containsKey(one.commitmentId))
                    .filter(
                        one -> Assessable.isAssessable(byId.get(one.commitmentId), one.contactId))
                    .flatMap(one -> Assessed.of(one, null, others(one, pair), asOf).stream()))
        .toList();
  }

  private static Optional<Assessment> others(Assessment one, List<Assessment> all) {
    return all.stream().filter(one::isAnsweredBy).findFirst();
  }

  private static Optional<Assessment> others(Assessment one) {
    return Assessment.between(one.agreementId, one.kind, one.contactId).stream()
        .filter(other -> !other.givenBy.equals(one.givenBy))
        .findFirst();
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void erased(@Observes PersonErased person) {
    Assessment.delete("contactId", person.id());
  }
}
