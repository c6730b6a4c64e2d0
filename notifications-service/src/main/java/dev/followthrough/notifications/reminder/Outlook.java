package dev.followthrough.notifications.reminder;

import dev.followthrough.notifications.clock.OwnerClock;
import dev.followthrough.notifications.clock.OwnerClocks;
import dev.followthrough.notifications.policy.ReminderPolicies;
import dev.followthrough.notifications.policy.ReminderPolicy;
import dev.followthrough.platform.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** By what reminders are planned: the owner's clock and policy, at this instant. */
record Outlook(OwnerClock clock, ReminderPolicy policy, Instant now) {

  /** What tells this plan from one by another clock, policy or version of the zone rules. */
  String plan() {
    var by = String.join("\n", clock.toString(), policy.toString(), OwnerClock.rules());
    return UUID.nameUUIDFromBytes(by.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** Makes it, for the current owner. */
  @ApplicationScoped
  @Transactional(TxType.MANDATORY)
  static class Outlooks {

    private final OwnerClocks clocks;
    private final ReminderPolicies policies;
    private final BusinessTime time;

    Outlooks(OwnerClocks clocks, ReminderPolicies policies, BusinessTime time) {
      this.clocks = clocks;
      this.policies = policies;
      this.time = time;
    }

    Outlook now() {
      return new Outlook(clocks.mine(), policies.mine(), time.now());
    }
  }
}
