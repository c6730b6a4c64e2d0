package dev.followthrough.notifications.policy;

import dev.followthrough.notifications.message.EventLog;
import dev.followthrough.platform.http.Preconditions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/** The owner's policy of reminders; whoever plans by it hears of a change in its transaction. */
@ApplicationScoped
public class ReminderPolicies {

  /** The policy is another one now. */
  public record Changed() {}

  private final EventLog log;
  private final Preconditions preconditions;
  private final Event<Changed> changes;

  ReminderPolicies(EventLog log, Preconditions preconditions, Event<Changed> changes) {
    this.log = log;
    this.preconditions = preconditions;
    this.changes = changes;
  }

  @Transactional
  OwnersPolicy get() {
    return OwnersPolicy.mine().orElseGet(OwnersPolicy::new);
  }

  @Transactional
  OwnersPolicy replace(ReminderPolicyFields fields) {
    log.lock();
    var mine = OwnersPolicy.lockMine();
    preconditions.requireMatch(mine.version);
    var before = mine.inForce();
    mine.policy = fields.policy();
    OwnersPolicy.flush();
    if (!mine.policy.equals(before)) {
      changes.fire(new Changed());
    }
    return mine;
  }

  /** What holds now. */
  @Transactional(TxType.MANDATORY)
  public ReminderPolicy mine() {
    return get().inForce();
  }

  @Transactional(TxType.MANDATORY)
  public void forgetAll() {
    OwnersPolicy.deleteAll();
  }
}
