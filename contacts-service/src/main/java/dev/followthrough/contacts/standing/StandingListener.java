package dev.followthrough.contacts.standing;

import dev.followthrough.events.StandingChanged;
import dev.followthrough.platform.inbox.EventListener;
import dev.followthrough.platform.inbox.Subscriptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Hears from commitments-service what contacts' evidence adds up to. */
@ApplicationScoped
class StandingListener implements EventListener {

  private final Standings standings;

  StandingListener(Standings standings) {
    this.standings = standings;
  }

  @Override
  public Set<String> sources() {
    return Set.of("commitments");
  }

  @Override
  public void register(Subscriptions subscriptions) {
    subscriptions.on(StandingChanged.class, standings::note);
  }
}
