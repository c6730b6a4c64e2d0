package dev.followthrough.platform.outbox;

import dev.followthrough.platform.http.TraceContext;
import dev.followthrough.platform.id.Ids;
import dev.followthrough.platform.outbox.OutboxRows.Appended;
import dev.followthrough.platform.owner.CurrentOwner;
import dev.followthrough.platform.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.engine.spi.SharedSessionContractImplementor;

/**
 * Where a use case leaves its events: they are written with the state, in the same transaction, and
 * published after its commit. Each gets the next position of its owner; that counter is the last
 * lock a transaction takes, so the events are written just before the commit.
 */
@ApplicationScoped
public class Outbox {

  private static final String PENDING = Outbox.class.getName();

  private final EntityManager entities;
  private final TransactionSynchronizationRegistry transaction;
  private final EventLanguage language;
  private final BusinessTime time;
  private final OutboxRows rows;
  private final Relay relay;
  private final WrittenPosition written;

  Outbox(
      EntityManager entities,
      TransactionSynchronizationRegistry transaction,
      EventLanguage language,
      BusinessTime time,
      OutboxRows rows,
      Relay relay,
      WrittenPosition written) {
    this.entities = entities;
    this.transaction = transaction;
    this.language = language;
    this.time = time;
    this.rows = rows;
    this.relay = relay;
    this.written = written;
  }

  /**
   * Adds an event to the current transaction.
   *
   * @return the event's id
   * @throws IllegalStateException without a transaction or an owner
   */
  public UUID append(Object event) {
    if (transaction.getTransactionStatus() != Status.STATUS_ACTIVE) {
      throw new IllegalStateException("an event belongs to a transaction");
    }
    var id = Ids.next();
    pending()
        .events
        .add(
            new Appended(
                id,
                language.typeOf().apply(event),
                language.subjectOf().apply(event),
                time.now(),
                TraceContext.current(),
                EventJson.write(event)));
    return id;
  }

  /**
   * Puts off what is to be reckoned once from all that the transaction did, and may append events:
   * it is done just before the events are written. So its locks come after all others but for the
   * owner's counter.
   *
   * @param key what it is about: of several with one key the first is done, and all in the order of
   *     their keys, so that two transactions lock in one order
   */
  public void lastly(String key, Runnable reckoning) {
    if (transaction.getTransactionStatus() != Status.STATUS_ACTIVE) {
      throw new IllegalStateException("a reckoning belongs to a transaction");
    }
    var pending = pending();
    // it takes part in the transaction from now on: at the commit it would be too late for that
    pending.session = entities.unwrap(SharedSessionContractImplementor.class);
    pending.last.putIfAbsent(key, reckoning);
  }

  private Pending pending() {
    var pending = (Pending) transaction.getResource(PENDING);
    if (pending == null) {
      pending = new Pending(CurrentOwner.require());
      transaction.putResource(PENDING, pending);
      transaction.registerInterposedSynchronization(pending);
    }
    return pending;
  }

  /**
   * Writes what is pending now instead of just before the commit, for who must know the position.
   *
   * @return the position of the transaction's last event, if it has any
   */
  public OptionalLong write() {
    var pending = (Pending) transaction.getResource(PENDING);
    var position = pending == null ? 0 : pending.write();
    return position == 0 ? OptionalLong.empty() : OptionalLong.of(position);
  }

  /** The publishing service's short name. */
  public String source() {
    return language.source();
  }

  private final class Pending implements Synchronization {

    private final UUID owner;
    private final List<Appended> events = new ArrayList<>();
    private final NavigableMap<String, Runnable> last = new TreeMap<>();
    private SharedSessionContractImplementor session;
    private long position;

    private Pending(UUID owner) {
      this.owner = owner;
    }

    @Override
    public void beforeCompletion() {
      boolean reckons = !last.isEmpty();
      write();
      if (reckons) {
        // Hibernate lets go of its connection before the commit, and may have done so already
        session.getJdbcCoordinator().getLogicalConnection().beforeTransactionCompletion();
      }
    }

    @Override
    public void afterCompletion(int status) {
      if (status == Status.STATUS_COMMITTED && position > 0) {
        written.note(language.source(), position);
        relay.wake();
      }
    }

    private long write() {
      while (!last.isEmpty()) {
        last.pollFirstEntry().getValue().run();
        entities.flush();
      }
      if (events.isEmpty()) {
        return position;
      }
      entities.flush();
      position = rows.write(owner, events);
      events.clear();
      return position;
    }
  }
}
