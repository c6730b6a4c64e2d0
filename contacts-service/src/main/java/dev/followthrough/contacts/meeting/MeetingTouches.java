package dev.followthrough.contacts.meeting;

import dev.followthrough.contacts.recency.TouchSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** A held meeting is contact with everybody who took part, at its end. */
@ApplicationScoped
class MeetingTouches implements TouchSource {

  @Override
  public Map<UUID, Instant> lastTouches(Collection<UUID> contactIds) {
    return Attendance.lastHeld(contactIds);
  }
}
