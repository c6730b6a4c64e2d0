package dev.followthrough.contacts.keepintouch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** What an erasure takes from the plan. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class KeepInTouchErasure {

  private final PlanWork plan;

  KeepInTouchErasure(PlanWork plan) {
    this.plan = plan;
  }

  public void eraseContact(UUID contactId) {
    PlanRecord.mine().ifPresent(kept -> kept.forget(contactId));
    plan.ask();
  }

  public void eraseAll() {
    PlanRecord.deleteAll();
  }
}
