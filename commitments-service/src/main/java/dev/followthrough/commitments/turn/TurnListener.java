package dev.followthrough.commitments.turn;

import dev.followthrough.events.KeepInTouchDue;
import dev.followthrough.events.KeepInTouchPlanned;
import dev.followthrough.events.MeetingHeld;
import dev.followthrough.events.TouchRecorded;
import dev.followthrough.platform.inbox.EventListener;
import dev.followthrough.platform.inbox.Subscriptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Hears whose turn it is, and who has been in touch. */
@ApplicationScoped
class TurnListener implements EventListener {

  private final TouchTurns turns;

  TurnListener(TouchTurns turns) {
    this.turns = turns;
  }

  @Override
  public Set<String> sources() {
    return Set.of("contacts");
  }

  @Override
  public void register(Subscriptions s) {
    s.on(KeepInTouchPlanned.class, turns::planned);
    s.on(KeepInTouchDue.class, turns::due);
    s.on(TouchRecorded.class, e -> turns.inTouch(e.contactId(), e.happenedAt()));
    s.on(
        MeetingHeld.class,
        e -> e.participants().forEach(one -> turns.inTouch(one.contactId(), e.endsAt())));
  }
}
