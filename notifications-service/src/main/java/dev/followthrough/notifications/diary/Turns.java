package dev.followthrough.notifications.diary;

import dev.followthrough.events.KeepInTouchPlanned;
import dev.followthrough.events.PlannedTouch;
import dev.followthrough.platform.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Days for keeping in touch. Each plan takes the place of the one before from its first day on: a
 * contact's turn moves, and one that the plan has no longer is cancelled. What lies before it stays
 * as it was.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class Turns {

  private final BusinessTime time;

  Turns(BusinessTime time) {
    this.time = time;
  }

  void plan(KeepInTouchPlanned plan, Predicate<UUID> isErased) {
    var now = time.now();
    var known =
        DiaryEntry.turnsFrom(plan.from()).stream()
            .collect(
                Collectors.toMap(
                    entry -> entry.subjectId,
                    Function.identity(),
                    (one, other) -> one.cancelled ? other : one));
    for (var touch : plan.touches()) {
      var entry = known.remove(touch.contactId());
      if (entry != null) {
        entry.change(now, () -> set(entry, touch));
      } else if (!isErased.test(touch.contactId())) {
        var made = DiaryEntry.of(DiaryKind.KEEP_IN_TOUCH, touch.contactId(), now);
        set(made, touch);
        made.persist();
      }
    }
    known.values().forEach(entry -> entry.change(now, () -> entry.cancelled = true));
  }

  private static void set(DiaryEntry entry, PlannedTouch touch) {
    entry.on(touch.on());
    entry.people = List.of(new Companion(touch.contactId(), touch.name(), false));
    entry.cancelled = false;
  }
}
