package dev.followthrough.commitments.daylist;

import dev.followthrough.commitments.nextaction.NextActions;
import dev.followthrough.commitments.nextaction.NextActions.Line;
import dev.followthrough.commitments.person.KnownPerson;
import dev.followthrough.commitments.profile.OwnerZones;
import dev.followthrough.events.NextAction;
import dev.followthrough.events.NextActionsCompiled;
import dev.followthrough.events.Participant;
import dev.followthrough.platform.duework.DueHandler;
import dev.followthrough.platform.duework.DueWork;
import dev.followthrough.platform.outbox.Outbox;
import dev.followthrough.platform.owner.CurrentOwner;
import dev.followthrough.platform.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Tells the owner's list once a day, at their hour ({@link DayRule}), also when there is nothing on
 * it: that nothing is owed is worth knowing. After an outage the newest day's goes out late, and
 * those of the days before it not at all.
 */
@ApplicationScoped
class DayLists implements DueHandler {

  static final int FIRST = 20;

  /** Beyond so many it is not counted how many more there are. */
  static final int MOST_COUNTED = 10_000;

  private static final String KIND = "next-actions.day";

  private final NextActions actions;
  private final OwnerZones profile;
  private final DueWork dueWork;
  private final Outbox outbox;
  private final BusinessTime time;

  DayLists(
      NextActions actions, OwnerZones profile, DueWork dueWork, Outbox outbox, BusinessTime time) {
    this.actions = actions;
    this.profile = profile;
    this.dueWork = dueWork;
    this.outbox = outbox;
    this.time = time;
  }

  /** Sees to it that the owner has one, from the next hour of theirs on. */
  @Transactional(Transactional.TxType.MANDATORY)
  void begin() {
    if (DayList.mine().isEmpty()) {
      var day = profile.day();
      var rule = new DayRule(day.zone(), day.hour());
      var newest = rule.newest(time.now());
      if (DayList.begin(newest)) {
        schedule(rule, newest);
      }
    }
  }

  /** The owner lives elsewhere, or their day begins at another hour. */
  @Transactional(Transactional.TxType.MANDATORY)
  void moved(DayRule rule) {
    DayList.mine().ifPresent(mine -> schedule(rule, mine.compiledOn));
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(UUID ownerId, Instant dueAt) {
    DayList.lockMine().ifPresent(this::compile);
  }

  private void compile(DayList mine) {
    var day = profile.day();
    var rule = new DayRule(day.zone(), day.hour());
    var newest = rule.newest(time.now());
    if (mine.compiledOn.isBefore(newest)) {
      mine.compiledOn = newest;
      outbox.append(compiled(newest, rule));
    }
    schedule(rule, mine.compiledOn);
  }

  private NextActionsCompiled compiled(LocalDate on, DayRule rule) {
    var top = actions.top(FIRST, MOST_COUNTED);
    return new NextActionsCompiled(
        on, rule.zone().getId(), top.lines().stream().map(DayLists::told).toList(), top.more());
  }

  private static NextAction told(Line line) {
    var action = line.action();
    return new NextAction(
        action.id(),
        action.kind(),
        line.told(),
        action.about(),
        participants(line.with()),
        action.doBy());
  }

  private static List<Participant> participants(List<KnownPerson> people) {
    return people.stream().map(one -> new Participant(one.id(), one.name())).toList();
  }

  private void schedule(DayRule rule, LocalDate compiledOn) {
    dueWork.schedule(KIND, CurrentOwner.require(), rule.next(compiledOn, time.now()));
  }
}
