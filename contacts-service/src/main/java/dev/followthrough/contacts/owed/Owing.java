package dev.followthrough.contacts.owed;

import dev.followthrough.events.AgreementOpened;
import dev.followthrough.events.CommitmentKind;
import dev.followthrough.events.CommitmentMissed;
import dev.followthrough.events.CommitmentPromised;
import dev.followthrough.events.CommitmentWorded;
import dev.followthrough.events.OpenedCommitment;
import dev.followthrough.events.Party;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * This service's own copy of what the owner and the contacts owe each other, as the events of
 * commitments-service tell it: what is worded or promised and has not come to its end, and the
 * owner's own miss until they apologise for it.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Owing {

  /** What is owed between the owner and a contact, both ways, the first to be due first. */
  public List<KnownOwed> with(UUID contactId, int most) {
    return Owed.with(contactId, most).stream().map(KnownOwed::of).toList();
  }

  /** Whether a 1:1:1 with a contact, as far as it is known, is still open at that moment. */
  public boolean isOpenWith(UUID contactId, Instant then) {
    return Owed.isOpenWith(contactId, then);
  }

  public void eraseContact(UUID contactId) {
    Owed.delete("contactId", contactId);
  }

  public void eraseAll() {
    Owed.deleteAll();
  }

  /**
   * Copies a new agreement; one that is known already is left as it is.
   *
   * @param present whether a contact may still be remembered
   */
  void open(AgreementOpened agreement, Predicate<UUID> present) {
    if (!Owed.ofAgreement(agreement.agreementId()).isEmpty()) {
      return;
    }
    var people =
        agreement.participants().stream().map(one -> one.contactId()).filter(present).toList();
    for (var commitment : agreement.commitments()) {
      if (commitment.kind() == CommitmentKind.SHARED) {
        for (var contactId : people) {
          Owed.by(true, contactId, commitment, agreement).persist();
          Owed.by(false, contactId, commitment, agreement).persist();
        }
      } else if (isKept(commitment, people)) {
        var other = commitment.promiser().isOwner() ? commitment.receiver() : commitment.promiser();
        var contactId = other == null ? null : other.contact();
        Owed.by(commitment.promiser().isOwner(), contactId, commitment, agreement).persist();
      }
    }
  }

  void move(UUID agreementId, Instant dueAt) {
    Owed.ofAgreement(agreementId).forEach(owed -> owed.dueAt = dueAt);
  }

  /** It ended without evidence. */
  void drop(UUID agreementId) {
    Owed.delete("agreementId", agreementId);
  }

  void word(CommitmentWorded event) {
    if (event.inForce()) {
      Owed.ofCommitment(event.commitmentId())
          .forEach(owed -> owed.word(event.text(), event.receiver()));
    }
  }

  void promise(CommitmentPromised event) {
    for (var owed : Owed.ofCommitment(event.commitmentId())) {
      owed.word(event.text(), event.receiver());
      owed.dueAt = event.dueAt();
      if (owed.isBy(event.by())) {
        owed.state = OwedState.PROMISED;
      }
    }
  }

  /** These owe it no more; what the owner has missed stays missed. */
  void end(UUID commitmentId, List<Party> by) {
    Owed.ofCommitment(commitmentId).stream()
        .filter(owed -> owed.state != OwedState.MISSED && by.stream().anyMatch(owed::isBy))
        .forEach(Owed::delete);
  }

  /** What a contact has missed is owed no more; what the owner has, an apology is owed for. */
  void miss(CommitmentMissed event) {
    for (var owed : Owed.ofCommitment(event.commitmentId())) {
      if (event.missing().stream().noneMatch(owed::isBy)) {
        continue;
      }
      if (owed.byOwner) {
        owed.words = event.text() == null ? owed.words : event.text();
        owed.state = OwedState.MISSED;
      } else {
        owed.delete();
      }
    }
  }

  /** The miss was none, or the owner has apologised for it. */
  void forgive(UUID commitmentId, Party by) {
    Owed.ofCommitment(commitmentId).stream().filter(owed -> owed.isBy(by)).forEach(Owed::delete);
  }

  private static boolean isKept(OpenedCommitment commitment, List<UUID> people) {
    return sideIsKept(commitment.promiser(), people) && sideIsKept(commitment.receiver(), people);
  }

  private static boolean sideIsKept(Party side, List<UUID> people) {
    return side == null || side.isOwner() || people.contains(side.contact());
  }
}
