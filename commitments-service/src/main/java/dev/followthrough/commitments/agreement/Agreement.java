package dev.followthrough.commitments.agreement;

import dev.followthrough.events.AgreementChanged;
import dev.followthrough.events.AgreementClosed;
import dev.followthrough.events.AgreementOpened;
import dev.followthrough.events.AgreementVoidRefused;
import dev.followthrough.events.AgreementVoided;
import dev.followthrough.events.CommitmentsEvent;
import dev.followthrough.events.Participant;
import dev.followthrough.events.Party;
import dev.followthrough.platform.owner.OwnedEntity;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * The 1:1:1 of one held meeting: the owner and each contact, one shared commitment and one
 * individual commitment for each. It is due one week after the meeting's end; that moves to earlier
 * only while nothing is promised, and to later never. Every change first does what the deadline
 * does by itself, and closes the agreement once nothing of it is open.
 */
@Entity
class Agreement extends OwnedEntity {

  UUID meetingId;
  Instant meetingStart;
  Instant meetingEnd;
  Instant dueAt;
  Instant openedAt;
  Instant closedAt;

  @Enumerated(EnumType.STRING)
  AgreementStatus status = AgreementStatus.OPEN;

  @JdbcTypeCode(SqlTypes.JSON)
  List<Counterpart> counterparts = List.of();

  @JdbcTypeCode(SqlTypes.ARRAY)
  List<UUID> contactIds = List.of();

  @OneToMany(mappedBy = "agreement", cascade = CascadeType.ALL, orphanRemoval = true)
  @OrderBy("position")
  List<Commitment> commitments = new ArrayList<>();

  AgreementOpened opened() {
    return new AgreementOpened(
        id,
        meetingId,
        dueAt,
        counterparts.stream().map(c -> new Participant(c.contactId(), c.name())).toList(),
        commitments.stream().map(Commitment::opened).toList());
  }

  boolean isOpen() {
    return status == AgreementStatus.OPEN;
  }

  Commitment commitment(UUID commitmentId) {
    return commitments.stream()
        .filter(commitment -> commitment.id.equals(commitmentId))
        .findFirst()
        .orElseThrow();
  }

  /** What the deadline does by itself once it has passed; nothing a second time. */
  List<CommitmentsEvent> settle(Instant now) {
    if (!isOpen() || !now.isAfter(dueAt)) {
      return List.of();
    }
    var events = new ArrayList<CommitmentsEvent>();
    commitments.forEach(commitment -> events.addAll(Ending.atDeadline(commitment, now)));
    events.addAll(closeOnceEnded(dueAt));
    return events;
  }

  /** Does a change to one of its commitments, after the deadline's work and before the closing. */
  List<CommitmentsEvent> change(Instant now, Supplier<List<CommitmentsEvent>> change) {
    var events = new ArrayList<>(settle(now));
    events.addAll(change.get());
    events.addAll(closeOnceEnded(now));
    return events;
  }

  /** Makes it due earlier. */
  List<CommitmentsEvent> dueEarlier(Instant earlier, Instant now) {
    if (!isOpen() || now.isAfter(dueAt)) {
      throw Refusals.AGREEMENT_ENDED.because("It was due at %s.".formatted(dueAt));
    }
    if (earlier.equals(dueAt)) {
      return List.of();
    }
    if (earlier.isAfter(dueAt)) {
      throw Refusals.NEVER_LATER.because("It is due at %s.".formatted(dueAt));
    }
    if (isPromised()) {
      throw Refusals.DEADLINE_FIXED.because("It stays due at %s.".formatted(dueAt));
    }
    if (earlier.isBefore(now) || earlier.isBefore(meetingEnd)) {
      throw Refusals.DUE_TOO_EARLY.because(
          "It is now %s, and the meeting ended at %s.".formatted(now, meetingEnd));
    }
    dueAt = earlier;
    return List.of(new AgreementChanged(id, meetingId, dueAt));
  }

  /** Its meeting was recorded in error: it ends without evidence, unless something is promised. */
  List<CommitmentsEvent> meetingVoided(Instant at) {
    if (status == AgreementStatus.VOIDED) {
      return List.of();
    }
    if (isPromised()) {
      return List.of(new AgreementVoidRefused(id, meetingId));
    }
    var events = new ArrayList<CommitmentsEvent>();
    commitments.forEach(c -> events.addAll(Ending.voidOf(c, _ -> true, at)));
    events.add(voided(at));
    return events;
  }

  /** A contact is gone: what was open between it and the owner is void, without evidence. */
  List<CommitmentsEvent> contactGone(UUID contactId, Instant at) {
    counterparts =
        counterparts.stream().map(c -> c.contactId().equals(contactId) ? c.gone() : c).toList();
    if (!isOpen()) {
      return List.of();
    }
    var gone = Party.contact(contactId);
    boolean nobodyLeft = counterparts.stream().allMatch(Counterpart::removed);
    var events = new ArrayList<CommitmentsEvent>();
    for (var commitment : commitments) {
      boolean withThem = gone.equals(commitment.receiver);
      if (withThem && !nobodyLeft && !commitment.isPromised()) {
        events.addAll(Rewording.withoutReceiver(commitment, at));
      } else {
        events.addAll(
            Ending.voidOf(commitment, by -> nobodyLeft || withThem || by.equals(gone), at));
      }
    }
    events.addAll(closeOnceEnded(at));
    return events;
  }

  /** A contact is back: what was void stays so, and what is open can be for them again. */
  void contactBack(UUID contactId) {
    counterparts =
        counterparts.stream().map(c -> c.contactId().equals(contactId) ? c.back() : c).toList();
  }

  /**
   * Forgets a contact, for whom nothing is open any more.
   *
   * @return whether anything is left that is worth keeping
   */
  boolean forget(UUID contactId) {
    Forgetting.forget(this, contactId);
    return !contactIds.isEmpty() || commitments.stream().anyMatch(Commitment::isPromised);
  }

  /** Whether something of it is promised, or was and came to its end. */
  boolean isPromised() {
    return commitments.stream().anyMatch(Commitment::isPromised);
  }

  boolean isOneOnOne() {
    return counterparts.size() == 1;
  }

  Optional<Party> onlyContact() {
    return isOneOnOne()
        ? Optional.of(Party.contact(counterparts.getFirst().contactId()))
        : Optional.empty();
  }

  boolean isRemoved(Party party) {
    return counterparts.stream()
        .anyMatch(c -> c.removed() && c.contactId().equals(party.contact()));
  }

  /** The party itself, when it takes part. */
  Party participating(Party party) {
    if (!party.isOwner() && !contactIds.contains(party.contact())) {
      throw stranger(party);
    }
    return party;
  }

  static RuntimeException stranger(Party party) {
    return Refusals.NOT_A_PARTICIPANT.because("%s takes no part in it.".formatted(party));
  }

  void add(Commitment commitment) {
    commitment.agreement = this;
    commitment.position = commitments.size();
    commitments.add(commitment);
  }

  private List<CommitmentsEvent> closeOnceEnded(Instant at) {
    if (!isOpen() || commitments.stream().anyMatch(c -> c.status.isOpen())) {
      return List.of();
    }
    if (commitments.stream().allMatch(c -> c.status == CommitmentStatus.VOIDED)) {
      return List.of(voided(at));
    }
    status = AgreementStatus.CLOSED;
    closedAt = at;
    return List.of(new AgreementClosed(id, meetingId, closedAt));
  }

  private AgreementVoided voided(Instant at) {
    status = AgreementStatus.VOIDED;
    closedAt = closedAt == null ? at : closedAt;
    return new AgreementVoided(id, meetingId);
  }
}
