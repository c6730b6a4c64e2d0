package dev.followthrough.notifications.lane;

import dev.followthrough.platform.owner.CurrentOwner;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One lane per endpoint: when it is worth a look, and how it fares. All but {@link #due} and {@link
 * #nextDue} work for the current owner in the current transaction. The place of a lane's lock among
 * others is stated at the event log's.
 */
@ApplicationScoped
public class Lanes {

  private static final String RINGS = Lanes.class.getName();

  private final AgroalDataSource database;
  private final TransactionSynchronizationRegistry transaction;
  private final LaneWaker waker;

  Lanes(
      AgroalDataSource database, TransactionSynchronizationRegistry transaction, LaneWaker waker) {
    this.database = database;
    this.transaction = transaction;
    this.waker = waker;
  }

  /** Opens the lane, healthy and to be looked at from now on. */
  public void open(UUID endpoint, Instant now) {
    update(
        """
        insert into endpoint_lane (owner_id, endpoint_id, open, next_due) values (?, ?, true, ?)
        on conflict (owner_id, endpoint_id) do update
          set open = true, next_due = excluded.next_due, paused_until = null, failures = 0,
            failing_since = null, failed_at = null
        """,
        CurrentOwner.require(),
        endpoint,
        at(now));
    ringAfterCommit();
  }

  /** Nothing leaves any more; what waits, waits. */
  public void close(UUID endpoint) {
    update(
        "update endpoint_lane set open = false where owner_id = ? and endpoint_id = ?",
        CurrentOwner.require(),
        endpoint);
  }

  public void remove(UUID endpoint) {
    update(
        "delete from endpoint_lane where owner_id = ? and endpoint_id = ?",
        CurrentOwner.require(),
        endpoint);
  }

  public void removeAll() {
    update("delete from endpoint_lane where owner_id = ?", CurrentOwner.require());
  }

  /** Something in the lane is to be sent at this instant, unless the lane is paused then. */
  public void dueAt(UUID endpoint, Instant instant) {
    update(
        """
        update endpoint_lane
        set next_due = least(next_due, greatest(?::timestamptz, paused_until))
        where owner_id = ? and endpoint_id = ?
        """,
        at(instant),
        CurrentOwner.require(),
        endpoint);
    ringAfterCommit();
  }

  /** The owner wants it now: a pause ends, and the lane is looked at. */
  public void dueAtOnce(UUID endpoint, Instant now) {
    update(
        """
        update endpoint_lane set next_due = ?, paused_until = null
        where owner_id = ? and endpoint_id = ?
        """,
        at(now),
        CurrentOwner.require(),
        endpoint);
    ringAfterCommit();
  }

  /**
   * Locks an open lane that is due, so that one claims from it at a time.
   *
   * @param evenIfNotDue for who knows that a place has become free in it
   * @return empty when it is not due, closed, paused, or somebody else holds it
   */
  public Optional<Lane.Health> tryLock(UUID endpoint, Instant now, boolean evenIfNotDue) {
    return query(
        """
        select failures, failing_since, paused_until from endpoint_lane
        where owner_id = ? and endpoint_id = ? and open and (? or next_due <= ?)
          and (paused_until is null or paused_until <= ?)
        for update skip locked
        """,
        Lanes::health,
        CurrentOwner.require(),
        endpoint,
        evenIfNotDue,
        at(now),
        at(now));
  }

  /** Says when the lane is to be looked at again: null for not before something comes. */
  public void lookAgainAt(UUID endpoint, Instant instant) {
    update(
        "update endpoint_lane set next_due = ? where owner_id = ? and endpoint_id = ?",
        instant == null ? null : at(instant),
        CurrentOwner.require(),
        endpoint);
  }

  public Optional<Lane.Health> health(UUID endpoint) {
    return query(
        """
        select failures, failing_since, paused_until from endpoint_lane
        where owner_id = ? and endpoint_id = ?
        """,
        Lanes::health,
        CurrentOwner.require(),
        endpoint);
  }

  /** The endpoint took something: whatever was held against it is forgotten. */
  public void succeeded(UUID endpoint, Instant now) {
    // a healthy lane is not touched: its row would be a bottleneck of the endpoint's deliveries
    var recovered =
        update(
            """
            update endpoint_lane
            set failures = 0, failing_since = null, failed_at = null, paused_until = null,
              next_due = ?
            where owner_id = ? and endpoint_id = ? and failures > 0
            """,
            at(now),
            CurrentOwner.require(),
            endpoint);
    if (recovered > 0) {
      ringAfterCommit();
    }
  }

  /**
   * The endpoint failed: pauses the lane if that was once too often, or until the endpoint asked to
   * be left alone. Failures are counted in a row: one of a try that ran beside a failed one, begun
   * before that was known, is the same failure once more; it counts nothing and pauses nothing.
   *
   * @param leaveAloneUntil what the endpoint asked for, or null; it is respected in any case
   */
  public void failed(UUID endpoint, Instant startedAt, Instant now, Instant leaveAloneUntil) {
    var failures =
        query(
            """
            update endpoint_lane
            set failures = failures + 1, failing_since = coalesce(failing_since, ?), failed_at = ?
            where owner_id = ? and endpoint_id = ? and (failed_at is null or failed_at <= ?)
            returning failures
            """,
            result -> result.getInt(1),
            at(now),
            at(now),
            CurrentOwner.require(),
            endpoint,
            at(startedAt));
    var pausedUntil = failures.map(count -> now.plus(Breaker.pauseAfter(count))).orElse(now);
    if (leaveAloneUntil != null && leaveAloneUntil.isAfter(pausedUntil)) {
      pausedUntil = leaveAloneUntil;
    }
    if (pausedUntil.isAfter(now)) {
      update(
          """
          update endpoint_lane
          set paused_until = greatest(paused_until, ?), next_due = greatest(next_due, ?)
          where owner_id = ? and endpoint_id = ?
          """,
          at(pausedUntil),
          at(pausedUntil),
          CurrentOwner.require(),
          endpoint);
    }
  }

  /** Lanes of every owner that are due, those that wait longest first. Locks nothing. */
  public List<Lane> due(Instant now, int limit) {
    return query(
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
            at(now),
            limit)
        .orElseGet(ArrayList::new);
  }

  /** When the next lane of any owner is due. */
  public Optional<Instant> nextDue() {
    return query(
        "select min(next_due) as next_due from endpoint_lane where open",
        result -> instant(result, "next_due"));
  }

  private void ringAfterCommit() {
    if (transaction.getResource(RINGS) == null) {
      transaction.putResource(RINGS, Boolean.TRUE);
      transaction.registerInterposedSynchronization(new Ring());
    }
  }

  private static Lane.Health health(ResultSet result) throws SQLException {
    return new Lane.Health(
        result.getInt("failures"),
        instant(result, "failing_since"),
        instant(result, "paused_until"));
  }

  private static Instant instant(ResultSet result, String column) throws SQLException {
    var value = result.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private interface Reading<T> {
    T of(ResultSet result) throws SQLException;
  }

  private <T> Optional<T> query(String sql, Reading<T> reading, Object... arguments) {
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(sql)) {
      for (var i = 0; i < arguments.length; i++) {
        statement.setObject(i + 1, arguments[i]);
      }
      try (var result = statement.executeQuery()) {
        return result.next() ? Optional.ofNullable(reading.of(result)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("cannot read the lanes", e);
    }
  }

  private int update(String sql, Object... arguments) {
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(sql)) {
      for (var i = 0; i < arguments.length; i++) {
        statement.setObject(i + 1, arguments[i]);
      }
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("cannot write the lanes", e);
    }
  }

  private final class Ring implements Synchronization {

    @Override
    public void beforeCompletion() {}

    @Override
    public void afterCompletion(int status) {
      if (status == Status.STATUS_COMMITTED) {
        waker.ring();
      }
    }
  }
}
