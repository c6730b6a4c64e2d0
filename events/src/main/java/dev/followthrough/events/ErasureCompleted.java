package dev.followthrough.events;

import java.time.Instant;
import java.util.UUID;

/** One service has erased what an erasure asked for; with all of them the receipt is whole. */
@EventType("erasure.completed")
public record ErasureCompleted(UUID erasureId, String service, Instant completedAt)
    implements CommitmentsEvent, NotificationsEvent {
  @Override
  public String subject() {
    return "erasure/" + erasureId;
  }
}
