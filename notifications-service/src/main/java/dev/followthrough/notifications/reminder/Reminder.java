package dev.followthrough.notifications.reminder;

import dev.followthrough.notifications.clock.OwnerClock;
import dev.followthrough.platform.owner.OwnedEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * One line of the ledger: one occurrence of a reminder, that is planned, was sent, or was not
 * needed after all. What lies ahead also says by which clock it was planned.
 */
@Entity
class Reminder extends OwnedEntity {

  /** What the version before wrote has none: it knew of agreements alone. */
  @Column(name = "matter")
  @Enumerated(EnumType.STRING)
  ReminderKind kind;

  @Column(name = "kind")
  @Enumerated(EnumType.STRING)
  FormerKind formerKind;

  /** ISO 8601; how long before the deadline. */
  String lead;

  UUID agreementId;
  UUID meetingId;
  Instant dueAt;

  /** The agreement of one that the version before does not know of. */
  UUID subjectId;

  UUID contactId;

  /** Of an ask to come back to, which the version before does not know of. */
  UUID askId;

  UUID askedId;
  UUID askedContactId;

  String name;
  LocalDate onDay;
  String words;
  String question;

  /** When it would go out were there no quiet hours; null for one of the version before. */
  Instant wantedAt;

  Instant snoozedUntil;

  /** When it is to go out, or was to. */
  Instant remindAt;

  String zone;
  String zoneRules;
  String wallTime;
  String plannedBy;

  @Column(name = "status")
  @Enumerated(EnumType.STRING)
  Settled settled = Settled.PLANNED;

  UUID eventId;
  Instant settledAt;
  Instant skippedAt;

  @Enumerated(EnumType.STRING)
  Withheld withheld;

  Instant acknowledgedAt;

  /** The one that was sent and snoozed, of which this is the next occurrence. */
  UUID repeats;

  /** What the column {@code status} holds, as the version before knows it. */
  enum Settled {
    PLANNED,
    SENT,
    CANCELLED
  }

  /** Why one was cancelled that can come again. */
  enum Withheld {
    /** The policy has none of its kind. */
    POLICY,
    /** Its contact was removed. */
    CONTACT
  }

  protected Reminder() {}

  ReminderKind kind() {
    if (askedId != null) {
      return ReminderKind.ASK_REVISIT;
    }
    return kind == null ? ReminderKind.PROMISES : kind;
  }

  /** Whom it is about; null for one of an agreement. */
  UUID contact() {
    return askedContactId == null ? contactId : askedContactId;
  }

  /** Whether the day that it is for has come: only then there is a reason to give. */
  boolean hasCome() {
    return words != null;
  }

  ReminderTiming timing() {
    return switch (kind()) {
      case KEEP_IN_TOUCH, ASK_REVISIT -> ReminderTiming.ON_THE_DAY;
      case PROMISES, ASSESSMENTS ->
          formerKind == FormerKind.MISSED ? ReminderTiming.AFTER_MISS : ReminderTiming.BEFORE;
    };
  }

  Duration lead() {
    return lead == null ? formerKind.lead : Duration.parse(lead);
  }

  ReminderStatus status() {
    return switch (settled) {
      case PLANNED -> ReminderStatus.PLANNED;
      case SENT -> acknowledgedAt == null ? ReminderStatus.SENT : ReminderStatus.ACKNOWLEDGED;
      case CANCELLED -> skippedAt == null ? ReminderStatus.CANCELLED : ReminderStatus.SKIPPED;
    };
  }

  boolean is(ReminderStatus status) {
    return status() == status;
  }

  boolean isPlanned() {
    return settled == Settled.PLANNED;
  }

  boolean isOfMiss() {
    return timing() == ReminderTiming.AFTER_MISS && repeats == null;
  }

  boolean isBefore() {
    return timing() == ReminderTiming.BEFORE;
  }

  /** The instant that it has to come before; null for none. */
  Instant comesBefore() {
    return isBefore() ? dueAt : null;
  }

  /** Whether it was late when it was planned: its deadline is nearer than its lead. */
  boolean isLate(Instant now) {
    return isBefore() && snoozedUntil == null && !dueAt.minus(lead()).isAfter(now);
  }

  /**
   * Plans it for when it is wanted, or when quiet hours let it go out; also one not needed before.
   */
  void plan(Instant wanted, OwnerClock clock, Instant now) {
    settled = Settled.PLANNED;
    settledAt = null;
    withheld = null;
    wantedAt = wanted;
    var first = snoozedUntil == null ? wanted : snoozedUntil;
    moveTo(ReminderMoment.of(first, comesBefore(), clock, now), clock);
  }

  /** Plans it for this deadline: what is late at that comes half way, what is snoozed later. */
  void planFor(Instant deadline, Outlook outlook) {
    var wanted = wantedAt;
    if (isBefore() && (wanted == null || !isPlanned() || !dueAt.equals(deadline))) {
      wanted = ReminderMoment.wanted(deadline, lead(), outlook.now());
    }
    dueAt = deadline;
    if (snoozedUntil != null && isBefore() && !snoozedUntil.isBefore(deadline)) {
      snoozedUntil = null;
    }
    plan(wanted == null ? remindAt : wanted, outlook.clock(), outlook.now());
    plannedBy = outlook.plan();
  }

  void moveTo(Instant moment, OwnerClock clock) {
    remindAt = moment;
    zone = clock.zone().getId();
    zoneRules = OwnerClock.rules();
    wallTime = clock.show(moment);
  }

  void sent(UUID event, Instant now) {
    settled = Settled.SENT;
    eventId = event;
    settledAt = now;
  }

  void cancel(Instant now) {
    settled = Settled.CANCELLED;
    settledAt = now;
    withheld = null;
  }

  void withhold(Withheld why, Instant now) {
    cancel(now);
    withheld = why;
  }

  void skip(Instant now) {
    cancel(now);
    skippedAt = now;
  }
}
