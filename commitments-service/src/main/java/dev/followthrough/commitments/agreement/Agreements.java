package dev.followthrough.commitments.agreement;

import dev.followthrough.commitments.presence.PersonRestored;
import dev.followthrough.events.CommitmentsEvent;
import dev.followthrough.events.MeetingHeld;
import dev.followthrough.events.Participant;
import dev.followthrough.platform.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The life of an agreement as a whole: opened by a held meeting, made due earlier, ended by its
 * deadline, by a voided meeting or by a contact who goes.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Agreements {

  /** When an agreement's deadline is to do its work. */
  public record Deadline(UUID agreementId, Instant dueAt) {}

  private final AgreementChanges changes;
  private final AgreementViews views;
  private final BusinessTime time;

  Agreements(AgreementChanges changes, AgreementViews views, BusinessTime time) {
    this.changes = changes;
    this.views = views;
    this.time = time;
  }

  /**
   * Opens the agreement of a held meeting with these contacts, of whom there is at least one; once
   * for each meeting. If its week has passed meanwhile, the deadline's work is done at once.
   *
   * @return the deadline, if it lies ahead
   */
  public Optional<Deadline> open(MeetingHeld meeting, List<Participant> with) {
    if (AgreementRows.ofMeeting(meeting.meetingId()).isPresent()) {
      return Optional.empty();
    }
    var now = time.now();
    var agreement = Opening.open(meeting, with, now);
    agreement.persist();
    changes.publish(agreement, List.of(agreement.opened()));
    changes.publish(agreement, agreement.settle(now));
    return deadline(agreement);
  }

  /**
   * Makes it due earlier.
   *
   * @param before sees the agreement before it changes, and may refuse
   * @param earlier gives the new deadline, from the one it has
   * @return the deadline, if it lies ahead
   */
  public Optional<Deadline> dueEarlier(
      UUID agreementId, Consumer<AgreementView> before, UnaryOperator<Instant> earlier) {
    return deadline(
        changes.of(
            agreementId,
            (agreement, now) -> {
              before.accept(views.of(agreement));
              return agreement.dueEarlier(earlier.apply(agreement.dueAt), now);
            }));
  }

  /**
   * Holds an agreement, with the deadline's work done, for what lies beside it and must not meet a
   * change or another of its kind.
   *
   * @param use gets the agreement as it stands, and the instant
   */
  public <T> T holding(UUID agreementId, BiFunction<AgreementView, Instant, T> use) {
    var agreement = changes.of(agreementId, (_, _) -> List.of());
    return use.apply(views.of(agreement), time.now());
  }

  /** Does the deadline's work, if it has passed and the work is not done. */
  public void settle(UUID agreementId) {
    changes.settle(agreementId);
  }

  public void meetingVoided(UUID meetingId, Instant at) {
    AgreementRows.ofMeeting(meetingId)
        .ifPresent(id -> changes.asOf(id, at, Agreement::meetingVoided));
  }

  public void contactRemoved(UUID contactId, Instant at) {
    for (var id : AgreementRows.with(contactId)) {
      changes.asOf(id, at, (agreement, then) -> agreement.contactGone(contactId, then));
    }
  }

  void contactBack(@Observes PersonRestored person) {
    for (var id : AgreementRows.with(person.id())) {
      AgreementRows.locked(id).ifPresent(agreement -> agreement.contactBack(person.id()));
    }
  }

  /** The agreements that the contact takes part in. */
  public List<UUID> with(UUID contactId) {
    return AgreementRows.with(contactId);
  }

  /** Leaves of an erased contact what may stay. */
  public void contactErased(UUID contactId, Instant at) {
    contactRemoved(contactId, at);
    for (var id : AgreementRows.with(contactId)) {
      changes.asOf(id, at, (agreement, _) -> forget(agreement, contactId));
    }
  }

  private static List<CommitmentsEvent> forget(Agreement agreement, UUID contactId) {
    if (!agreement.forget(contactId)) {
      agreement.delete();
    }
    return List.of();
  }

  private static Optional<Deadline> deadline(Agreement agreement) {
    return agreement.isOpen()
        ? Optional.of(new Deadline(agreement.id, agreement.dueAt))
        : Optional.empty();
  }
}
