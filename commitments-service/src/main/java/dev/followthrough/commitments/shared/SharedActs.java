package dev.followthrough.commitments.shared;

import dev.followthrough.commitments.agreement.AgreementChanges;
import dev.followthrough.commitments.agreement.Agreements;
import dev.followthrough.commitments.agreement.CommitmentStatus;
import dev.followthrough.commitments.agreement.CommitmentView;
import dev.followthrough.commitments.agreement.Wording;
import dev.followthrough.commitments.assessment.Assessments;
import dev.followthrough.commitments.assessment.NewAssessment;
import dev.followthrough.commitments.delivery.Deliveries;
import dev.followthrough.commitments.delivery.NewApology;
import dev.followthrough.commitments.delivery.NewAttestation;
import dev.followthrough.commitments.delivery.NewDelivery;
import dev.followthrough.commitments.delivery.NewDenial;
import dev.followthrough.commitments.promise.NewDecline;
import dev.followthrough.commitments.promise.NewPromise;
import dev.followthrough.commitments.promise.Promises;
import dev.followthrough.commitments.shared.SharedBodies.SharedApology;
import dev.followthrough.commitments.shared.SharedBodies.SharedAssessment;
import dev.followthrough.commitments.shared.SharedBodies.SharedConfirmation;
import dev.followthrough.commitments.shared.SharedBodies.SharedDelivery;
import dev.followthrough.commitments.shared.SharedBodies.SharedPromise;
import dev.followthrough.commitments.shared.SharedBodies.SharedWord;
import dev.followthrough.commitments.shared.SharedBodies.SharedWording;
import dev.followthrough.commitments.sharelink.Entrance;
import dev.followthrough.commitments.sharelink.OpenLink;
import dev.followthrough.commitments.sharelink.ShareLinkProblems;
import dev.followthrough.commitments.wording.Acceptance;
import dev.followthrough.commitments.wording.NewWording;
import dev.followthrough.commitments.wording.Wordings;
import dev.followthrough.events.Party;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;

/**
 * What a contact does through a share link. It is done by the same use cases as the owner's calls,
 * by and about the contact alone, and reported by them; what does not concern them is not there.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class SharedActs {

  private final AgreementChanges changes;
  private final Agreements agreements;
  private final Promises promises;
  private final Wordings wordings;
  private final Deliveries deliveries;
  private final Assessments assessments;
  private final Entrance entrance;

  SharedActs(
      AgreementChanges changes,
      Agreements agreements,
      Promises promises,
      Wordings wordings,
      Deliveries deliveries,
      Assessments assessments,
      Entrance entrance) {
    this.changes = changes;
    this.agreements = agreements;
    this.promises = promises;
    this.wordings = wordings;
    this.deliveries = deliveries;
    this.assessments = assessments;
    this.entrance = entrance;
  }

  public void promise(OpenLink link, UUID id, SharedPromise promise) {
    reach(link, id);
    var them = link.party();
    promises.promise(id, them, new NewPromise(them, promise.wording(), null, them, null));
  }

  public void decline(OpenLink link, UUID id, SharedWord word) {
    reach(link, id);
    var them = link.party();
    promises.decline(id, them, new NewDecline(them, null, them, word.note()));
  }

  /** A counter-proposal; the same words again while they wait are none. */
  public void propose(OpenLink link, UUID id, SharedWording wanted) {
    var c = reach(link, id);
    var them = link.party();
    var complexity = wanted.complexity() == null ? c.complexity() : wanted.complexity();
    boolean waits =
        c.wordings().stream()
            .anyMatch(
                w ->
                    Readable.isWaiting(c, w, them)
                        && them.equals(w.proposedBy())
                        && complexity == w.complexity()
                        && wanted.text().equals(w.text()));
    if (!waits) {
      wordings.propose(
          id, them, new NewWording(wanted.text(), complexity, c.area(), c.actionIdea(), them));
    }
  }

  public void accept(OpenLink link, UUID id, int number) {
    var c = reach(link, id);
    var them = link.party();
    if (c.status().isOpen()
        && c.wordings().stream()
            .anyMatch(
                w ->
                    w.number() == number
                        && !Readable.isWaiting(c, w, them)
                        && w.state() == Wording.State.WAITING)) {
      throw ShareLinkProblems.nothing(); // nobody agrees to words that they cannot read
    }
    wordings.accept(id, them, number, new Acceptance(them));
  }

  public void deliver(OpenLink link, UUID id, SharedDelivery d) {
    reach(link, id);
    var them = link.party();
    deliveries.deliver(
        id, them, new NewDelivery(them, d.happenedAt(), them, d.note(), d.evidence()));
  }

  /**
   * What the owner promised arrived. Before its deadline that records the delivery, and so it does,
   * as a late one, where it arrived after a miss; else it attests that it arrived in time.
   */
  public void confirm(OpenLink link, UUID id, SharedConfirmation said) {
    var c = reach(link, id);
    var them = link.party();
    var owners = Offers.part(c, Party.OWNER).map(CommitmentView.PartView::status).orElse(null);
    boolean late = said.happenedAt() == null || said.happenedAt().isAfter(c.dueAt());
    if (owners == CommitmentStatus.PROMISED || owners == CommitmentStatus.MISSED && late) {
      deliveries.deliver(
          id, them, new NewDelivery(Party.OWNER, said.happenedAt(), them, said.note(), null));
    } else {
      deliveries.attest(
          id, them, new NewAttestation(Party.OWNER, arrived(c, said), said.note(), null));
    }
  }

  public void deny(OpenLink link, UUID id, SharedWord word) {
    reach(link, id);
    deliveries.deny(id, link.party(), new NewDenial(Party.OWNER, link.party(), null, word.note()));
  }

  public void apologise(OpenLink link, UUID id, SharedApology apology) {
    reach(link, id);
    var them = link.party();
    deliveries.apologise(
        id, them, new NewApology(them, null, them, apology.said(), apology.offered()));
  }

  public void assess(OpenLink link, UUID id, SharedAssessment given) {
    reach(link, id);
    assessments.assess(id, link.party(), new NewAssessment(given.value(), given.comment(), null));
  }

  /** Declines all that is still theirs to decline, and ends what comes through their links. */
  public void noThanks(OpenLink link) {
    var them = link.party();
    var open =
        agreements.holding(
            link.agreementId(),
            (agreement, _) ->
                agreement.commitments().stream()
                    .filter(
                        c ->
                            Offers.part(c, them)
                                .filter(part -> part.status() == CommitmentStatus.PROPOSED)
                                .isPresent())
                    .map(CommitmentView::id)
                    .toList());
    open.forEach(id -> promises.decline(id, them, new NewDecline(them, null, them, null)));
    entrance.noThanks(link);
  }

  public void forget(OpenLink link) {
    entrance.forget(link);
  }

  /** Of a delivery that is claimed, when it was, if nothing else is said; null where none is. */
  private static Instant arrived(CommitmentView c, SharedConfirmation said) {
    if (said.happenedAt() != null) {
      return said.happenedAt();
    }
    return Offers.part(c, Party.OWNER).map(CommitmentView.PartView::deliveredAt).orElse(null);
  }

  /** The commitment, held; one that is not the link's or not theirs to see is not there. */
  private CommitmentView reach(OpenLink link, UUID id) {
    return changes.holding(
        id,
        (c, _) -> {
          if (!c.agreementId().equals(link.agreementId())
              || Readable.role(c, link.party()).isEmpty()) {
            throw ShareLinkProblems.nothing();
          }
          return c;
        });
  }
}
