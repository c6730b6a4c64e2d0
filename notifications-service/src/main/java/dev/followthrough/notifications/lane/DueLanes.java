package dev.followthrough.notifications.lane;

import dev.followthrough.platform.owner.CurrentOwner;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What the dispatcher needs of the lanes: those of every owner that are due, and one of them for
 * itself, to claim from it as its owner.
 */
@ApplicationScoped
public class DueLanes {

  private final LaneTable table;

  DueLanes(LaneTable table) {
    this.table = table;
  }

  /** Lanes of every owner that are due, those that wait longest first. Locks nothing. */
  public List<Lane> due(Instant now, int limit) {
    return table
        .query(
            """
            select owner_id, endpoint_id from endpoint_lane
            where open and next_due <= ? order by next_due limit ?
            """,
            result -> {
              var lanes = new ArrayList<Lane>();
              do {
                lanes.add(
                    new Lane(
                        result.getObject("owner_id", UUID.class),
                        result.getObject("endpoint_id", UUID.class)));
              } while (result.next());
              return lanes;
            },
            LaneTable.at(now),
            limit)
        .orElseGet(ArrayList::new);
  }

  /** When the next lane of any owner is due. */
  public Optional<Instant> nextDue() {
    return table.query(
        "select min(next_due) as next_due from endpoint_lane where open",
        result -> LaneTable.instant(result, "next_due"));
  }

  /**
   * Locks an open lane that is due, so that one claims from it at a time.
   *
   * @param evenIfNotDue for who knows that a place has become free in it
   * @return empty when it is not due, closed, paused, or somebody else holds it
   */
  public Optional<Lane.Health> tryLock(UUID endpoint, Instant now, boolean evenIfNotDue) {
    return table.query(
        """
        select failures, failing_since, paused_until from endpoint_lane
        where owner_id = ? and endpoint_id = ? and open and (? or next_due <= ?)
          and (paused_until is null or paused_until <= ?)
        for update skip locked
        """,
        LaneTable::health,
        CurrentOwner.require(),
        endpoint,
        evenIfNotDue,
        LaneTable.at(now),
        LaneTable.at(now));
  }

  /** Has the lane looked at later, unless somebody holds it: for nobody, and waits for nobody. */
  public void putOff(Lane lane, Instant until) {
    table.update(
        """
        update endpoint_lane set next_due = ?
        where (owner_id, endpoint_id) in (
          select owner_id, endpoint_id from endpoint_lane
          where owner_id = ? and endpoint_id = ? for update skip locked)
        """,
        LaneTable.at(until),
        lane.owner(),
        lane.endpoint());
  }

  /** Says when the lane is to be looked at again: null for not before something comes. */
  public void lookAgainAt(UUID endpoint, Instant instant) {
    table.update(
        "update endpoint_lane set next_due = ? where owner_id = ? and endpoint_id = ?",
        instant == null ? null : LaneTable.at(instant),
        CurrentOwner.require(),
        endpoint);
  }
}
