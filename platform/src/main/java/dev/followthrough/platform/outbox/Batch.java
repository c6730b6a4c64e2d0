package dev.followthrough.platform.outbox;

import dev.followthrough.platform.outbox.OutboxTable.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What was sent together, and what came of each.
 *
 * @param rows each owner's in their order
 */
record Batch(List<Row> rows, List<Sent> sent) {

  /** An owner's events after one that failed are sent again, so that none overtakes it for good. */
  List<Row> upToFirstFailures() {
    var marked = new ArrayList<Row>();
    var failed = new HashSet<UUID>();
    for (var i = 0; i < rows.size(); i++) {
      var owner = rows.get(i).record().owner();
      if (sent.get(i) == Sent.STORED && !failed.contains(owner)) {
        marked.add(rows.get(i));
      } else {
        failed.add(owner);
      }
    }
    return marked;
  }

  /** The events that the broker takes from nobody; of each owner the first. */
  List<EventRecord> refused() {
    var refused = new ArrayList<EventRecord>();
    var owners = new HashSet<UUID>();
    for (var i = 0; i < rows.size(); i++) {
      var event = rows.get(i).record();
      if (sent.get(i) == Sent.REFUSED && owners.add(event.owner())) {
        refused.add(event);
      }
    }
    return refused;
  }

  /** Whether something failed for another reason than that it, or one before it, is refused. */
  boolean waitsForTheBroker() {
    var stuck = refused().stream().map(EventRecord::owner).collect(Collectors.toSet());
    for (var i = 0; i < rows.size(); i++) {
      if (sent.get(i) == Sent.LATER && !stuck.contains(rows.get(i).record().owner())) {
        return true;
      }
    }
    return false;
  }

  Set<UUID> ownersWithoutFailure() {
    var owners = rows.stream().map(row -> row.record().owner()).collect(Collectors.toSet());
    for (var i = 0; i < rows.size(); i++) {
      if (sent.get(i) != Sent.STORED) {
        owners.remove(rows.get(i).record().owner());
      }
    }
    return owners;
  }
}
