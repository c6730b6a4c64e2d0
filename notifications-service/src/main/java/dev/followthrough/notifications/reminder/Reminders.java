package dev.followthrough.notifications.reminder;

import dev.followthrough.notifications.message.EventLog;
import dev.followthrough.notifications.reminder.Outlook.Outlooks;
import dev.followthrough.notifications.reminder.ReminderSearch.Place;
import dev.followthrough.platform.http.Preconditions;
import dev.followthrough.platform.problem.Problems;
import dev.followthrough.platform.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.UUID;

/**
 * The ledger of an owner's reminders: what is coming, what was sent, and what the owner makes of
 * it. A planned one is snoozed by moving it; one that was sent has gone out once and for all, so
 * snoozing it plans its next occurrence.
 */
@ApplicationScoped
public class Reminders {

  private final AgreementReminders agreements;
  private final AssessmentReminders assessments;
  private final KeepInTouchReminders keepingInTouch;
  private final AskReminders asks;
  private final OnTheDay days;
  private final Outlooks outlooks;
  private final EventLog log;
  private final Preconditions preconditions;
  private final BusinessTime time;

  Reminders(
      AgreementReminders agreements,
      AssessmentReminders assessments,
      KeepInTouchReminders keepingInTouch,
      AskReminders asks,
      OnTheDay days,
      Outlooks outlooks,
      EventLog log,
      Preconditions preconditions,
      BusinessTime time) {
    this.agreements = agreements;
    this.assessments = assessments;
    this.keepingInTouch = keepingInTouch;
    this.asks = asks;
    this.days = days;
    this.outlooks = outlooks;
    this.log = log;
    this.preconditions = preconditions;
    this.time = time;
  }

  @Transactional
  List<Reminder> list(ReminderSearch search, Place place) {
    return search.find(place);
  }

  @Transactional
  Reminder get(UUID id) {
    return Ledger.ofId(id).orElseThrow(() -> Problems.notFound("reminder", id));
  }

  /** Puts it off, or plans the next occurrence of one that was sent. */
  @Transactional
  Reminder snooze(UUID id, Snooze snooze) {
    var reminder = toChange(id);
    var now = time.now();
    var ended = reminder.isBefore() && !reminder.dueAt.isAfter(now);
    if (ended || reminder.is(ReminderStatus.SKIPPED) || reminder.is(ReminderStatus.CANCELLED)) {
      throw ReminderProblems.SETTLED.because(
          ended ? "Its deadline has gone by." : "It was skipped or cancelled.");
    }
    snooze.requireFit(reminder, now);
    var next = reminder.isPlanned() ? reminder : nextOf(reminder);
    next.skippedAt = null;
    next.snoozedUntil = snooze.until();
    next.wantedAt = next.wantedAt == null ? snooze.until() : next.wantedAt;
    switch (next.kind()) {
      case PROMISES -> agreements.snooze(next);
      case ASSESSMENTS -> assessments.snooze(next);
      case KEEP_IN_TOUCH, ASK_REVISIT -> days.plan(next, outlooks.now());
    }
    Reminder.flush();
    return next;
  }

  private static Reminder nextOf(Reminder sent) {
    var next = Ledger.repeating(sent.id);
    if (next.isPresent() && !next.get().isPlanned()) {
      return next.get().is(ReminderStatus.SENT) || next.get().is(ReminderStatus.ACKNOWLEDGED)
          ? nextOf(next.get())
          : next.get();
    }
    return next.orElseGet(() -> NewReminder.after(sent));
  }

  /** This one occurrence does not go out; the others do. */
  @Transactional
  Reminder skip(UUID id) {
    var reminder = toChange(id);
    if (reminder.is(ReminderStatus.SKIPPED)) {
      return reminder;
    }
    if (!reminder.isPlanned()) {
      throw ReminderProblems.SETTLED.because("It was sent or cancelled.");
    }
    reminder.skip(time.now());
    switch (reminder.kind()) {
      case PROMISES -> agreements.unschedule(reminder);
      case ASSESSMENTS -> assessments.unschedule(reminder);
      case KEEP_IN_TOUCH, ASK_REVISIT -> days.unschedule(reminder);
    }
    Reminder.flush();
    return reminder;
  }

  /** The owner has seen it, and with it what went out as the same event. */
  @Transactional
  Reminder acknowledge(UUID id) {
    var reminder = toChange(id);
    if (reminder.is(ReminderStatus.ACKNOWLEDGED)) {
      return reminder;
    }
    if (!reminder.is(ReminderStatus.SENT)) {
      throw ReminderProblems.NOT_SENT.because("It is not one that went out.");
    }
    var now = time.now();
    Ledger.ofEvent(reminder.eventId).forEach(one -> one.acknowledgedAt = now);
    Reminder.flush();
    return reminder;
  }

  private Reminder toChange(UUID id) {
    log.lock();
    var reminder = get(id);
    preconditions.requireMatch(reminder.version);
    return reminder;
  }

  /** Forgets the reminders of an agreement with somebody who is erased. */
  @Transactional(TxType.MANDATORY)
  public void forgetAgreement(UUID agreementId) {
    agreements.forget(agreementId);
    assessments.forget(agreementId);
  }

  /** Forgets those about a contact who is erased. */
  @Transactional(TxType.MANDATORY)
  public void forgetContact(UUID contactId) {
    keepingInTouch.forget(contactId);
    asks.forget(contactId);
  }

  @Transactional(TxType.MANDATORY)
  public void forgetAll() {
    Reminder.deleteAll();
  }
}
