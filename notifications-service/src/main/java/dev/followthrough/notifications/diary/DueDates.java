package dev.followthrough.notifications.diary;

import dev.followthrough.notifications.deadline.AgreementDeadline;
import dev.followthrough.notifications.deadline.DeadlineChange;
import dev.followthrough.notifications.deadline.Deadlines;
import dev.followthrough.platform.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;

/**
 * Deadlines of agreements. One is in the diary while something of it is open, says what, and is
 * cancelled when nothing is; from its instant on it stays as it was then, unless the agreement is
 * void.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class DueDates {

  /** As long as calendars show it: an instant alone is hard to see. */
  private static final Duration SHOWN = Duration.ofMinutes(15);

  private final Deadlines deadlines;
  private final BusinessTime time;

  DueDates(Deadlines deadlines, BusinessTime time) {
    this.deadlines = deadlines;
    this.time = time;
  }

  void follow(@Observes DeadlineChange change) {
    var known = DiaryEntry.find(DiaryKind.DEADLINE, change.agreementId());
    if (known.isEmpty()) {
      deadlines.find(change.agreementId()).ifPresent(this::add);
    } else if (change.voided()) {
      known.get().change(time.now(), () -> known.get().cancelled = true);
    } else if (time.now().isBefore(known.get().startsAt)) {
      deadlines.find(change.agreementId()).ifPresent(deadline -> review(known.get(), deadline));
    }
  }

  private void add(AgreementDeadline deadline) {
    var entry = DiaryEntry.of(DiaryKind.DEADLINE, deadline.agreementId(), time.now());
    entry.people =
        deadlines.participants(deadline.agreementId()).stream().map(Companion::of).toList();
    set(entry, deadline);
    if (!entry.cancelled && time.now().isBefore(deadline.dueAt())) {
      entry.persist();
    }
  }

  private void review(DiaryEntry entry, AgreementDeadline deadline) {
    entry.change(time.now(), () -> set(entry, deadline));
  }

  private void set(DiaryEntry entry, AgreementDeadline deadline) {
    entry.between(deadline.dueAt(), deadline.dueAt().plus(SHOWN));
    entry.tasks = deadlines.open(deadline.agreementId()).stream().map(Task::of).toList();
    entry.cancelled = deadline.closed() || entry.tasks.isEmpty();
  }
}
