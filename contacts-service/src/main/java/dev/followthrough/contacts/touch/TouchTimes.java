package dev.followthrough.contacts.touch;

import dev.followthrough.contacts.recency.TouchSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** A touch is contact, whichever side it came from. */
@ApplicationScoped
class TouchTimes implements TouchSource {

  @Override
  public Map<UUID, Instant> lastTouches(Collection<UUID> contactIds) {
    return Touch.last(contactIds);
  }
}
