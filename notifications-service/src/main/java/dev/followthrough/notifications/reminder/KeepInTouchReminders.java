package dev.followthrough.notifications.reminder;

import dev.followthrough.events.KeepInTouchDue;
import dev.followthrough.events.KeepInTouchPlanned;
import dev.followthrough.events.PlannedTouch;
import dev.followthrough.notifications.person.PersonMerged;
import dev.followthrough.notifications.person.PersonUnmerged;
import dev.followthrough.notifications.reminder.Outlook.Outlooks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Reminders of the days for keeping in touch. The plan of the next 14 days says what is coming, and
 * the next plan takes its place: a <em>forecast</em>, of which each contact has one at most. When
 * the day has come and says why to write, the reminder goes out at the policy's time of that day,
 * unless there is a touch or a meeting first.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class KeepInTouchReminders {

  static final String KIND = "reminder-of-a-day";

  private final OnTheDay days;
  private final Outlooks outlooks;

  KeepInTouchReminders(OnTheDay days, Outlooks outlooks) {
    this.days = days;
    this.outlooks = outlooks;
  }

  /** Takes the place of the forecasts before, for contacts that are not erased. */
  void forecast(KeepInTouchPlanned plan, Predicate<UUID> isErased) {
    var outlook = outlooks.now();
    var before =
        Ledger.forecasts().stream()
            .collect(Collectors.toMap(one -> one.contactId, Function.identity(), (a, _) -> a));
    for (var touch : plan.touches()) {
      var known = before.remove(touch.contactId());
      if (!isErased.test(touch.contactId()) && !isDue(touch, known)) {
        var reminder = known == null ? NewReminder.toKeepInTouch(touch.contactId()) : known;
        if (!touch.on().equals(reminder.onDay)) {
          reminder.snoozedUntil = null;
        }
        reminder.name = touch.name();
        reminder.onDay = touch.on();
        days.plan(reminder, outlook);
      }
    }
    before.values().stream().filter(one -> one.skippedAt == null).forEach(Reminder::delete);
  }

  /** Whether its day has come already: its reminder went out, or is still to go out. */
  private static boolean isDue(PlannedTouch touch, Reminder forecast) {
    return forecast == null
        && Ledger.ofContact(touch.contactId()).stream()
            .anyMatch(
                one ->
                    isOpen(one) && one.hasCome()
                        || one.eventId != null && !one.onDay.isBefore(touch.on()));
  }

  /** It is still to go out, or would be if the policy had it. */
  private static boolean isOpen(Reminder reminder) {
    return reminder.isPlanned() || reminder.withheld != null;
  }

  /** The day has come, and this is why to write. */
  void due(KeepInTouchDue event) {
    var outlook = outlooks.now();
    var reminder =
        Ledger.ofContact(event.contactId()).stream()
            .filter(one -> one.eventId == null && one.repeats == null)
            .filter(one -> !one.hasCome() || isOpen(one))
            .findFirst()
            .orElseGet(() -> NewReminder.toKeepInTouch(event.contactId()));
    reminder.name = event.name();
    reminder.onDay = event.on();
    reminder.words = event.words();
    reminder.question = event.question();
    days.plan(reminder, outlook);
  }

  /** The owner was in touch, or the contact is gone: nothing is left to be reminded of. */
  void done(UUID contactId) {
    var outlook = outlooks.now();
    Ledger.ofContact(contactId).stream()
        .filter(one -> isOpen(one) && one.hasCome())
        .forEach(one -> days.cancel(one, outlook));
  }

  /** The contact was removed: what was to come is not to come. */
  void gone(UUID contactId) {
    done(contactId);
    Ledger.ofContact(contactId).stream()
        .filter(one -> !one.hasCome() && one.eventId == null)
        .forEach(Reminder::delete);
  }

  /** The contact is another one now, whose turn is planned anew; what was to come may come back. */
  void merged(@Observes PersonMerged person) {
    var outlook = outlooks.now();
    for (var one : Ledger.ofContact(person.id())) {
      if (one.hasCome() && isOpen(one)) {
        days.withhold(one, Reminder.Withheld.CONTACT, outlook);
      } else if (!one.hasCome() && one.eventId == null) {
        one.delete();
      }
    }
  }

  void unmerged(@Observes PersonUnmerged person) {
    var outlook = outlooks.now();
    Ledger.ofContact(person.id()).stream()
        .filter(one -> one.withheld == Reminder.Withheld.CONTACT)
        .forEach(one -> days.plan(one, outlook));
  }

  void forget(UUID contactId) {
    Ledger.ofContact(contactId).forEach(days::forget);
  }
}
