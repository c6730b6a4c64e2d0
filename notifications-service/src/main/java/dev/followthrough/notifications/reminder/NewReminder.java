package dev.followthrough.notifications.reminder;

import dev.followthrough.notifications.deadline.AgreementDeadline;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** How a line of the ledger begins, before it is planned. */
final class NewReminder {

  private NewReminder() {}

  /** One so long before an agreement's deadline. */
  static Reminder before(AgreementDeadline deadline, Duration lead) {
    var reminder = ofAgreement(deadline);
    reminder.formerKind = FormerKind.of(lead);
    reminder.lead = lead.toString();
    return reminder;
  }

  static Reminder afterMiss(AgreementDeadline deadline) {
    var reminder = ofAgreement(deadline);
    reminder.formerKind = FormerKind.MISSED;
    reminder.lead = FormerKind.MISSED.lead.toString();
    return reminder;
  }

  private static Reminder ofAgreement(AgreementDeadline deadline) {
    var reminder = new Reminder();
    reminder.kind = ReminderKind.PROMISES;
    reminder.agreementId = deadline.agreementId();
    reminder.meetingId = deadline.meetingId();
    reminder.dueAt = deadline.dueAt();
    return reminder;
  }

  static Reminder toAssess(AgreementDeadline deadline, Instant until, Duration lead) {
    var reminder = new Reminder();
    reminder.kind = ReminderKind.ASSESSMENTS;
    reminder.formerKind = FormerKind.of(lead);
    reminder.lead = lead.toString();
    reminder.subjectId = deadline.agreementId();
    reminder.meetingId = deadline.meetingId();
    reminder.dueAt = until;
    return reminder;
  }

  static Reminder toKeepInTouch(UUID contactId) {
    var reminder = new Reminder();
    reminder.kind = ReminderKind.KEEP_IN_TOUCH;
    reminder.formerKind = FormerKind.DAY_BEFORE;
    reminder.contactId = contactId;
    return reminder;
  }

  /** One of an ask to come back to; its kind is told by the ask alone. */
  static Reminder toRevisit(UUID askId, UUID askedId, UUID contactId, LocalDate day) {
    var reminder = new Reminder();
    reminder.formerKind = FormerKind.MISSED;
    reminder.askId = askId;
    reminder.askedId = askedId;
    reminder.askedContactId = contactId;
    reminder.onDay = day;
    return reminder;
  }

  /** The next occurrence of one that was sent. */
  static Reminder after(Reminder sent) {
    var next = new Reminder();
    next.kind = sent.kind;
    next.formerKind = sent.formerKind;
    next.lead = sent.lead().toString();
    next.agreementId = sent.agreementId;
    next.subjectId = sent.subjectId;
    next.meetingId = sent.meetingId;
    next.dueAt = sent.dueAt;
    next.contactId = sent.contactId;
    next.askId = sent.askId;
    next.askedId = sent.askedId;
    next.askedContactId = sent.askedContactId;
    next.name = sent.name;
    next.onDay = sent.onDay;
    next.words = sent.words;
    next.question = sent.question;
    next.repeats = sent.id;
    return next;
  }
}
