package dev.followthrough.contacts.owed;

import dev.followthrough.events.AgreementOpened;
import dev.followthrough.events.CommitmentKind;
import dev.followthrough.events.OpenedCommitment;
import dev.followthrough.events.Party;
import dev.followthrough.platform.owner.OwnedEntity;
import io.quarkus.panache.common.Page;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What the events told of one promiser's part in a commitment towards one other person. Of the two
 * one is the owner; the other is the contact, null while the owner's own has nobody to receive it.
 */
@Entity
class Owed extends OwnedEntity {

  UUID commitmentId;
  UUID agreementId;
  UUID meetingId;
  UUID contactId;
  boolean byOwner;

  @Enumerated(EnumType.STRING)
  CommitmentKind kind;

  String words;

  @Enumerated(EnumType.STRING)
  OwedState state = OwedState.PROPOSED;

  Instant dueAt;

  static Owed by(
      boolean byOwner, UUID contactId, OpenedCommitment commitment, AgreementOpened agreement) {
    var owed = new Owed();
    owed.commitmentId = commitment.commitmentId();
    owed.agreementId = agreement.agreementId();
    owed.meetingId = agreement.meetingId();
    owed.contactId = contactId;
    owed.byOwner = byOwner;
    owed.kind = commitment.kind();
    owed.dueAt = agreement.dueAt();
    return owed;
  }

  static List<Owed> ofCommitment(UUID commitmentId) {
    return list("commitmentId", commitmentId);
  }

  static List<Owed> ofAgreement(UUID agreementId) {
    return list("agreementId", agreementId);
  }

  /** What has words between the owner and this contact, the first to be due first. */
  static List<Owed> with(UUID contactId, int most) {
    return Owed.<Owed>find("contactId = ?1 and words is not null order by dueAt, id", contactId)
        .page(Page.ofSize(most))
        .list();
  }

  /** Whether anything is open between the two that is due after that moment. */
  static boolean isOpenWith(UUID contactId, Instant then) {
    return count("contactId = ?1 and dueAt > ?2 and state <> ?3", contactId, then, OwedState.MISSED)
        > 0;
  }

  boolean isBy(Party party) {
    return party.isOwner() ? byOwner : !byOwner && party.contact().equals(contactId);
  }

  /** Only the owner's own commitment can come to be due to somebody else. */
  void word(String words, Party receiver) {
    this.words = words;
    if (byOwner && kind == CommitmentKind.INDIVIDUAL) {
      contactId = receiver == null ? null : receiver.contact();
    }
  }
}
