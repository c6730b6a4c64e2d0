package dev.followthrough.commitments.telling;

import dev.followthrough.commitments.profile.OwnerZones;
import dev.followthrough.events.ContactAdded;
import dev.followthrough.events.ContactRestored;
import dev.followthrough.events.MeetingHeld;
import dev.followthrough.events.ProfileChanged;
import dev.followthrough.events.TouchRecorded;
import dev.followthrough.platform.inbox.EventListener;
import dev.followthrough.platform.inbox.Subscriptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Begins the daily evaluation of an owner who has anybody to evaluate, and follows their zone. */
@ApplicationScoped
class EvaluationListener implements EventListener {

  private final Evaluations evaluations;

  EvaluationListener(Evaluations evaluations) {
    this.evaluations = evaluations;
  }

  @Override
  public Set<String> sources() {
    return Set.of("contacts");
  }

  @Override
  public void register(Subscriptions s) {
    s.on(ContactAdded.class, _ -> evaluations.begin());
    s.on(ContactRestored.class, _ -> evaluations.begin());
    s.on(TouchRecorded.class, _ -> evaluations.begin());
    s.on(MeetingHeld.class, _ -> evaluations.begin());
    s.on(
        ProfileChanged.class,
        e -> {
          if (e.timeZone() != null) {
            evaluations.moved(OwnerZones.known(e.timeZone()));
          }
        });
  }
}
