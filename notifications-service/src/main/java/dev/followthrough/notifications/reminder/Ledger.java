package dev.followthrough.notifications.reminder;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the ledger holds of the current owner's reminders. */
final class Ledger {

  private Ledger() {}

  static Optional<Reminder> ofId(UUID id) {
    return Reminder.find("id", id).firstResultOptional();
  }

  static List<Reminder> ofAgreement(UUID agreementId) {
    return Reminder.list("agreementId = ?1 order by remindAt, id", agreementId);
  }

  static List<Reminder> toAssess(UUID agreementId) {
    return Reminder.list("subjectId = ?1 order by remindAt, id", agreementId);
  }

  static List<UUID> assessedNotPlannedBy(String plan, int limit) {
    return Reminder.find(
            "select distinct subjectId from Reminder where settled = ?1"
                + " and subjectId is not null and (plannedBy is null or plannedBy <> ?2)"
                + " order by subjectId",
            Reminder.Settled.PLANNED,
            plan)
        .project(UUID.class)
        .range(0, limit - 1)
        .list();
  }

  /** The agreements of those that lie ahead and were planned by another plan than this one. */
  static List<UUID> agreementsNotPlannedBy(String plan, int limit) {
    return Reminder.find(
            "select distinct agreementId from Reminder where settled = ?1"
                + " and agreementId is not null and (plannedBy is null or plannedBy <> ?2)"
                + " order by agreementId",
            Reminder.Settled.PLANNED,
            plan)
        .project(UUID.class)
        .range(0, limit - 1)
        .list();
  }

  static List<Reminder> ofContact(UUID contactId) {
    return Reminder.list("contactId = ?1 order by id", contactId);
  }

  static List<Reminder> ofAsked(UUID askedId) {
    return Reminder.list("askedId = ?1 order by id", askedId);
  }

  static List<Reminder> ofAskedContact(UUID contactId) {
    return Reminder.list("askedContactId = ?1 order by id", contactId);
  }

  /** All for days of keeping in touch that have not come yet, also those skipped ahead. */
  static List<Reminder> forecasts() {
    return Reminder.list(
        "kind = ?1 and eventId is null and words is null order by id", ReminderKind.KEEP_IN_TOUCH);
  }

  static List<Reminder> ofEvent(UUID eventId) {
    return Reminder.list("eventId", eventId);
  }

  static Optional<Reminder> repeating(UUID id) {
    return Reminder.find("repeats", id).firstResultOptional();
  }

  /**
   * Those for a day that were planned by another plan than this one; also what a policy has
   * cancelled, which another may have again.
   */
  static List<Reminder> forDaysNotPlannedBy(String plan, int limit) {
    return Reminder.<Reminder>find(
            "eventId is null and skippedAt is null and (plannedBy is null or plannedBy <> ?1)"
                + " and (askedId is not null and (settled = ?2 or withheld = ?3)"
                + "   or kind = ?4 and (settled = ?2 or withheld = ?3 or words is null))"
                + " order by id",
            plan,
            Reminder.Settled.PLANNED,
            Reminder.Withheld.POLICY,
            ReminderKind.KEEP_IN_TOUCH)
        .range(0, limit - 1)
        .list();
  }
}
