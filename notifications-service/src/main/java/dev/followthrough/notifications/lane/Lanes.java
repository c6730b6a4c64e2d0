package dev.followthrough.notifications.lane;

import dev.followthrough.platform.owner.CurrentOwner;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/**
 * One lane per endpoint: opened and closed with it, and told when something is to be sent. Works
 * for the current owner in the current transaction. The place of a lane's lock among others is
 * stated at the event log's.
 */
@ApplicationScoped
public class Lanes {

  private final LaneTable table;
  private final LaneWaker waker;

  Lanes(LaneTable table, LaneWaker waker) {
    this.table = table;
    this.waker = waker;
  }

  /** Opens the lane, healthy and to be looked at from now on. */
  public void open(UUID endpoint, Instant now) {
    table.update(
        """
        insert into endpoint_lane (owner_id, endpoint_id, open, next_due) values (?, ?, true, ?)
        on conflict (owner_id, endpoint_id) do update
          set open = true, next_due = excluded.next_due, paused_until = null, failures = 0,
            failing_since = null, failed_at = null
        """,
        CurrentOwner.require(),
        endpoint,
        LaneTable.at(now));
    waker.ringAfterCommit();
  }

  /** Nothing leaves any more; what waits, waits. */
  public void close(UUID endpoint) {
    table.update(
        "update endpoint_lane set open = false where owner_id = ? and endpoint_id = ?",
        CurrentOwner.require(),
        endpoint);
  }

  public void remove(UUID endpoint) {
    table.update(
        "delete from endpoint_lane where owner_id = ? and endpoint_id = ?",
        CurrentOwner.require(),
        endpoint);
  }

  public void removeAll() {
    table.update("delete from endpoint_lane where owner_id = ?", CurrentOwner.require());
  }

  /** Something in the lane is to be sent at this instant, unless the lane is paused then. */
  public void dueAt(UUID endpoint, Instant instant) {
    table.update(
        """
        update endpoint_lane
        set next_due = least(next_due, greatest(?::timestamptz, paused_until))
        where owner_id = ? and endpoint_id = ?
        """,
        LaneTable.at(instant),
        CurrentOwner.require(),
        endpoint);
    waker.ringAfterCommit();
  }

  /** Whatever waits in the owner's lanes may be sent from now on. */
  public void allDueAt(Instant instant) {
    table.update(
        """
        update endpoint_lane
        set next_due = least(next_due, greatest(?::timestamptz, paused_until))
        where owner_id = ? and open
        """,
        LaneTable.at(instant),
        CurrentOwner.require());
    waker.ringAfterCommit();
  }

  /** The owner wants it now: a pause ends, and the lane is looked at. */
  public void dueAtOnce(UUID endpoint, Instant now) {
    table.update(
        """
        update endpoint_lane set next_due = ?, paused_until = null
        where owner_id = ? and endpoint_id = ?
        """,
        LaneTable.at(now),
        CurrentOwner.require(),
        endpoint);
    waker.ringAfterCommit();
  }
}
