package dev.followthrough.contacts.guidance;

import dev.followthrough.contacts.circle.Hold;
import dev.followthrough.contacts.meeting.HeldMeetings;
import dev.followthrough.contacts.recency.HoldSource;
import dev.followthrough.contacts.touch.Conversations;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Tells contacts until when guidance objects to a touch with them. */
@ApplicationScoped
class TouchHolds implements HoldSource {

  private final Conversations conversations;
  private final HeldMeetings meetings;

  TouchHolds(Conversations conversations, HeldMeetings meetings) {
    this.conversations = conversations;
    this.meetings = meetings;
  }

  @Override
  public Map<UUID, Hold> holds(Collection<UUID> contactIds) {
    var lastHeld = meetings.last(contactIds);
    var holds = new HashMap<UUID, Hold>();
    for (var id : contactIds) {
      var latest = conversations.latest(id, TouchRule.LOOKS_BACK);
      TouchRule.longest(TouchRule.waits(latest, lastHeld.get(id)))
          .ifPresent(hold -> holds.put(id, hold));
    }
    return holds;
  }
}
