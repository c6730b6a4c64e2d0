package dev.followthrough.contacts.touch;

import dev.followthrough.events.AskAnswered;
import dev.followthrough.events.AskDeclined;
import dev.followthrough.events.AskDeferred;
import dev.followthrough.events.AskGranted;
import dev.followthrough.events.AskLetGo;
import dev.followthrough.events.AskLost;
import dev.followthrough.events.AskMade;
import dev.followthrough.events.AskRemoved;
import dev.followthrough.platform.inbox.EventListener;
import dev.followthrough.platform.inbox.Subscriptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Hears from commitments-service of asks and of what comes of them: each is also a touch. */
@ApplicationScoped
class AskListener implements EventListener {

  private final AskedTouches touches;

  AskListener(AskedTouches touches) {
    this.touches = touches;
  }

  @Override
  public Set<String> sources() {
    return Set.of("commitments");
  }

  @Override
  public void register(Subscriptions s) {
    s.on(AskMade.class, touches::asked);
    s.on(AskRemoved.class, touches::takenBack);
    s.on(AskAnswered.class, e -> touches.answered(e.touchId(), e.contactId(), e.happenedAt()));
    s.on(AskDeferred.class, e -> touches.answered(e.touchId(), e.contactId(), e.happenedAt()));
    s.on(AskGranted.class, e -> touches.answered(e.touchId(), e.contactId(), e.happenedAt()));
    s.on(AskDeclined.class, e -> touches.answered(e.touchId(), e.contactId(), e.happenedAt()));
    s.on(AskLost.class, e -> touches.over(e.touchId(), e.contactId()));
    s.on(AskLetGo.class, e -> touches.over(e.touchId(), e.contactId()));
  }
}
