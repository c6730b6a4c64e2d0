package dev.followthrough.notifications.reminder;

import dev.followthrough.notifications.deadline.Deadlines;
import dev.followthrough.notifications.message.EventLog;
import dev.followthrough.notifications.policy.ReminderPolicies;
import dev.followthrough.notifications.reminder.Outlook.Outlooks;
import dev.followthrough.platform.duework.DueHandler;
import dev.followthrough.platform.duework.DueWork;
import dev.followthrough.platform.owner.CurrentOwner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.UUID;

/**
 * Plans what lies ahead anew after a change of the owner's zone, quiet hours or policy, or of the
 * zone rules that this process reckons with: some at once, and the rest as due work, so that
 * nothing waits for an owner with much ahead of them. Each row says by which plan it was planned.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class Replanning {

  static final String KIND = "reminder-plan";

  private static final int AT_ONCE = 100;

  private final AgreementReminders agreements;
  private final AssessmentReminders assessments;
  private final OnTheDay days;
  private final Deadlines deadlines;
  private final Outlooks outlooks;
  private final DueWork dueWork;

  Replanning(
      AgreementReminders agreements,
      AssessmentReminders assessments,
      OnTheDay days,
      Deadlines deadlines,
      Outlooks outlooks,
      DueWork dueWork) {
    this.agreements = agreements;
    this.assessments = assessments;
    this.days = days;
    this.deadlines = deadlines;
    this.outlooks = outlooks;
    this.dueWork = dueWork;
  }

  void policyChanged(@Observes ReminderPolicies.Changed change) {
    replan();
  }

  /** Does some of it, and leaves the rest to due work. The caller holds the log. */
  void replan() {
    var outlook = outlooks.now();
    var plan = outlook.plan();
    var ahead = new LinkedHashSet<>(deadlines.aheadNotPlannedBy(plan, outlook.now(), AT_ONCE));
    ahead.addAll(Ledger.agreementsNotPlannedBy(plan, AT_ONCE));
    ahead.forEach(agreements::plan);
    var toAssess = Ledger.assessedNotPlannedBy(plan, AT_ONCE);
    toAssess.forEach(assessments::review);
    var forDays = Ledger.forDaysNotPlannedBy(plan, AT_ONCE);
    forDays.forEach(reminder -> days.plan(reminder, outlook));
    if (ahead.size() >= AT_ONCE || toAssess.size() >= AT_ONCE || forDays.size() >= AT_ONCE) {
      dueWork.schedule(KIND, CurrentOwner.require(), outlook.now());
    }
  }

  /** Goes on with the rest. */
  @ApplicationScoped
  static class Work implements DueHandler {

    private final Replanning replanning;
    private final EventLog log;

    Work(Replanning replanning, EventLog log) {
      this.replanning = replanning;
      this.log = log;
    }

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public void beforeClaim() {
      log.lock();
    }

    @Override
    public void run(UUID owner, Instant dueAt) {
      replanning.replan();
    }
  }
}
