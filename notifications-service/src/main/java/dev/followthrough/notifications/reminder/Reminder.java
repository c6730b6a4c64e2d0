package dev.followthrough.notifications.reminder;

import dev.followthrough.notifications.deadline.AgreementDeadline;
import dev.followthrough.platform.owner.OwnedEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** One line of the ledger: a reminder that is planned, was sent, or was not needed after all. */
@Entity
class Reminder extends OwnedEntity {

  UUID agreementId;
  UUID meetingId;

  @Enumerated(EnumType.STRING)
  ReminderKind kind;

  Instant dueAt;
  Instant remindAt;

  @Enumerated(EnumType.STRING)
  ReminderStatus status = ReminderStatus.PLANNED;

  UUID eventId;
  Instant settledAt;

  protected Reminder() {}

  Reminder(AgreementDeadline deadline, ReminderKind kind) {
    this.agreementId = deadline.agreementId();
    this.meetingId = deadline.meetingId();
    this.kind = kind;
    move(deadline.dueAt());
  }

  static Optional<Reminder> ofId(UUID id) {
    return find("id", id).firstResultOptional();
  }

  static List<Reminder> planned(UUID agreementId) {
    return list(
        "agreementId = ?1 and status = ?2 order by remindAt, id",
        agreementId,
        ReminderStatus.PLANNED);
  }

  static Optional<Reminder> of(UUID agreementId, ReminderKind kind) {
    return find("agreementId = ?1 and kind = ?2", agreementId, kind).firstResultOptional();
  }

  static List<Reminder> after(
      ReminderStatus status, Optional<Instant> at, Optional<UUID> id, int limit) {
    var conditions = new ArrayList<>(List.of("1 = 1"));
    Map<String, Object> values = new HashMap<>();
    if (status != null) {
      conditions.add("status = :status");
      values.put("status", status);
    }
    if (at.isPresent() && id.isPresent()) {
      conditions.add("(remindAt > :at or (remindAt = :at and id > :id))");
      values.put("at", at.get());
      values.put("id", id.get());
    }
    return Reminder.<Reminder>find(
            String.join(" and ", conditions) + " order by remindAt, id", values)
        .range(0, limit - 1)
        .list();
  }

  final void move(Instant newDueAt) {
    dueAt = newDueAt;
    remindAt = kind.remindAt(newDueAt);
  }

  void sent(UUID event, Instant now) {
    status = ReminderStatus.SENT;
    eventId = event;
    settledAt = now;
  }

  void cancel(Instant now) {
    status = ReminderStatus.CANCELLED;
    settledAt = now;
  }
}
