package dev.followthrough.commitments.ask;

import dev.followthrough.events.AskDirection;
import dev.followthrough.platform.paging.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Which waiting asks are wanted; what is null does not matter. */
record WaitingSearch(
    UUID contactId, AskDirection direction, Boolean cameBack, Seen last, int limit) {

  /** Where a part of the list ended. */
  record Seen(Instant since, UUID id) {

    static Seen of(List<String> key) {
      return new Seen(PageRequest.instant(key.get(0)), UUID.fromString(key.get(1)));
    }

    static List<String> key(WaitingView row) {
      return List.of(row.since().toString(), row.touchId().toString());
    }
  }
}
