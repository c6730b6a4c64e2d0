package dev.followthrough.contacts.keepintouch;

import dev.followthrough.contacts.contact.Turns;
import dev.followthrough.contacts.keepintouch.PlanSearch.Place;
import dev.followthrough.contacts.keepintouch.Planner.Horizon;
import dev.followthrough.contacts.keepintouch.TurnView.Placed;
import dev.followthrough.contacts.profile.OwnerDay;
import dev.followthrough.contacts.profile.Profiles;
import dev.followthrough.contacts.reason.Reasons;
import dev.followthrough.events.KeepInTouchDue;
import dev.followthrough.events.KeepInTouchPlanned;
import dev.followthrough.platform.duework.DueWork;
import dev.followthrough.platform.outbox.Outbox;
import dev.followthrough.platform.owner.CurrentOwner;
import dev.followthrough.platform.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Whose turn it is to be written to. What is planned follows from the contacts at each look; a
 * day's turns are told at its start, once for each silence, and the plan whenever it has become
 * another one.
 */
@ApplicationScoped
class KeepInTouch {

  /** Beyond the last day, so that no zone's days are missed. */
  private static final int MARGIN_DAYS = 3;

  private final Turns turns;
  private final Profiles profiles;
  private final Reasons reasons;
  private final DueWork dueWork;
  private final Outbox outbox;
  private final BusinessTime time;

  KeepInTouch(
      Turns turns,
      Profiles profiles,
      Reasons reasons,
      DueWork dueWork,
      Outbox outbox,
      BusinessTime time) {
    this.turns = turns;
    this.profiles = profiles;
    this.reasons = reasons;
    this.dueWork = dueWork;
    this.outbox = outbox;
    this.time = time;
  }

  /**
   * A part of the plan and of who is overdue, with the reasons to write, after the place given and
   * between those days.
   */
  @Transactional
  List<Placed> list(PlanSearch search) {
    var day = profiles.day();
    var today = day.dateOf(time.now());
    var horizon = horizon(day, toldThrough(day, today), today);
    var listed = new ArrayList<>(plan(horizon));
    listed.addAll(Planner.overdue(turns.toldBefore(today, Planner.MOST_OVERDUE), listed, horizon));
    var shown = search.of(listed);
    var found = reasons.of(shown.stream().map(one -> one.turn().contactId()).toList());
    return shown.stream()
        .map(
            one -> {
              var reason = found.choose(one.turn(), one.on(), day.zone());
              return new Placed(TurnView.of(one, reason, day.zone()), Place.of(one));
            })
        .toList();
  }

  /**
   * Tells today's turns if that is to be done, and the plan if it has changed, and comes back when
   * the next day starts. To be done by who works for the owner alone.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  void catchUp() {
    var now = time.now();
    var day = profiles.day();
    var today = day.dateOf(now);
    var kept = PlanRecord.mine().orElseGet(PlanRecord::make);
    if (kept.toldThrough == null) {
      kept.toldThrough = toldThrough(day, today);
    }
    if (!day.startOf(today).isAfter(now) && kept.toldThrough.isBefore(today)) {
      tell(plan(horizon(day, kept.toldThrough, today)), today, day);
      kept.toldThrough = today;
    }
    var horizon = horizon(day, kept.toldThrough, today);
    var plan = plan(horizon);
    if (kept.publish(plan, today)) {
      outbox.append(
          new KeepInTouchPlanned(
              today, horizon.last(), plan.stream().map(PlannedTurn::event).toList()));
    }
    if (turns.isAnybodyWaiting()) {
      dueWork.schedule(DayWork.KIND, CurrentOwner.require(), day.startOf(horizon.firstFree()));
    }
  }

  private void tell(List<PlannedTurn> plan, LocalDate today, OwnerDay day) {
    var due = plan.stream().filter(one -> !one.told() && one.on().equals(today)).toList();
    var ids = due.stream().map(one -> one.turn().contactId()).toList();
    var found = reasons.of(ids);
    for (var one : due) {
      var turn = one.turn();
      var reason = found.choose(turn, today, day.zone());
      outbox.append(
          new KeepInTouchDue(
              turn.contactId(),
              turn.name(),
              turn.circle(),
              today,
              turn.daysSilent(today, day.zone()),
              reason.code(),
              reason.words(),
              reason.question()));
    }
    turns.tell(ids, today);
  }

  private List<PlannedTurn> plan(Horizon horizon) {
    var until = horizon.last().plusDays(MARGIN_DAYS).atStartOfDay().toInstant(ZoneOffset.UTC);
    return Planner.plan(
        turns.told(horizon.today()),
        turns.waiting(until, Planner.DAYS * horizon.budget()),
        horizon);
  }

  private static Horizon horizon(OwnerDay day, LocalDate toldThrough, LocalDate today) {
    var free = toldThrough.isBefore(today) ? today : toldThrough.plusDays(1);
    return new Horizon(today, free, day.touchesPerDay(), day.zone());
  }

  /** A day that had started before anybody looked has no turns any more. */
  private LocalDate toldThrough(OwnerDay day, LocalDate today) {
    Instant start = day.startOf(today);
    return PlanRecord.mine()
        .map(kept -> kept.toldThrough)
        .orElse(start.isAfter(time.now()) ? today.minusDays(1) : today);
  }
}
