package dev.followthrough.notifications.reminder;

import dev.followthrough.events.AskDeferred;
import dev.followthrough.events.AskDirection;
import dev.followthrough.events.AskRevisitDue;
import dev.followthrough.notifications.person.People;
import dev.followthrough.notifications.person.PersonMoved;
import dev.followthrough.notifications.reminder.Outlook.Outlooks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Reminders of asks to come back to. A deferral plans one for its day; when the day has come it
 * goes out, once for each deferral, unless something came of the ask first. While the contact is
 * removed it is withheld.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class AskReminders {

  static final String KIND = "reminder-of-an-ask";

  private final OnTheDay days;
  private final People people;
  private final Outlooks outlooks;

  AskReminders(OnTheDay days, People people, Outlooks outlooks) {
    this.days = days;
    this.people = people;
    this.outlooks = outlooks;
  }

  /** It comes back on that day, and not on the one that was said before. */
  void deferred(AskDeferred event) {
    settled(event.touchId());
    plan(
        NewReminder.toRevisit(event.askId(), event.touchId(), event.contactId(), event.until()),
        outlooks.now());
  }

  /** The day has come; a deferral from before this service knew of asks is made up for. */
  void come(AskRevisitDue event) {
    var ofDay =
        Ledger.ofAsked(event.touchId()).stream()
            .filter(one -> one.repeats == null && one.onDay.equals(event.until()))
            .filter(one -> one.isPlanned() || one.withheld != null || one.skippedAt != null)
            // the one of the latest deferral to that day
            .reduce((_, later) -> later);
    if (ofDay.isEmpty() && wasSent(event)) {
      return;
    }
    var reminder =
        ofDay.orElseGet(
            () ->
                NewReminder.toRevisit(
                    event.askId(), event.touchId(), event.contactId(), event.until()));
    reminder.words = words(event.direction(), event.until());
    reminder.question = question(event.direction());
    plan(reminder, outlooks.now());
  }

  private static boolean wasSent(AskRevisitDue event) {
    return Ledger.ofAsked(event.touchId()).stream()
        .anyMatch(one -> one.eventId != null && one.onDay.equals(event.until()));
  }

  private static String words(AskDirection direction, LocalDate until) {
    var words =
        switch (direction) {
          case OUTBOUND -> "It was not the right time when you asked; you were to come back on %s.";
          case INBOUND -> "They asked you when it was not the right time; it was put off until %s.";
        };
    return words.formatted(until);
  }

  private static String question(AskDirection direction) {
    return switch (direction) {
      case OUTBOUND -> "Is now a better time?";
      case INBOUND -> "Would it still be of use to you?";
    };
  }

  private void plan(Reminder reminder, Outlook outlook) {
    reminder.name = people.nameOf(reminder.contact()).orElse(reminder.name);
    days.plan(reminder, outlook);
    if (reminder.skippedAt == null && people.isRemoved(reminder.contact())) {
      days.withhold(reminder, Reminder.Withheld.CONTACT, outlook);
    }
  }

  /** Something came of it, or it was deferred anew: what has not gone out is not needed. */
  void settled(UUID askedId) {
    var outlook = outlooks.now();
    Ledger.ofAsked(askedId).stream()
        .filter(one -> one.isPlanned() || one.withheld != null)
        .forEach(one -> days.cancel(one, outlook));
  }

  void removed(UUID contactId) {
    var outlook = outlooks.now();
    Ledger.ofAskedContact(contactId).stream()
        .filter(one -> one.isPlanned() || one.withheld != null)
        .forEach(one -> days.withhold(one, Reminder.Withheld.CONTACT, outlook));
  }

  /** What was withheld meanwhile comes on its day, or now if that has gone by. */
  void restored(UUID contactId) {
    var outlook = outlooks.now();
    Ledger.ofAskedContact(contactId).stream()
        .filter(one -> one.withheld == Reminder.Withheld.CONTACT)
        .forEach(one -> days.plan(one, outlook));
  }

  void moved(@Observes PersonMoved person) {
    called(person.id(), person.name());
  }

  void called(UUID contactId, String name) {
    Ledger.ofAskedContact(contactId).stream()
        .filter(one -> one.isPlanned() || one.withheld != null)
        .forEach(one -> one.name = name);
  }

  void forget(UUID contactId) {
    Ledger.ofAskedContact(contactId).forEach(days::forget);
  }
}
