package dev.followthrough.notifications.message;

import dev.followthrough.events.EventCatalogue;
import dev.followthrough.events.NotificationsEvent;
import dev.followthrough.notifications.time.TransportTime;
import dev.followthrough.platform.http.TraceContext;
import dev.followthrough.platform.outbox.EventJson;
import dev.followthrough.platform.outbox.EventRecord;
import dev.followthrough.platform.outbox.Outbox;
import dev.followthrough.platform.owner.CurrentOwner;
import dev.followthrough.platform.sql.Sql;
import dev.followthrough.platform.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Every event of an owner, in one order: those of the other services as they come, and this
 * service's own. A message and its deliveries are written in the transaction of what caused it.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class EventLog {

  private static final String LOCKED = EventLog.class.getName();

  private final EntityManager entities;
  private final Sql sql;
  private final TransactionSynchronizationRegistry transaction;
  private final Outbox outbox;
  private final BusinessTime time;
  private final TransportTime transportTime;
  private final Recipients recipients;
  private final Event<Logged> logged;

  EventLog(
      EntityManager entities,
      Sql sql,
      TransactionSynchronizationRegistry transaction,
      Outbox outbox,
      BusinessTime time,
      TransportTime transportTime,
      Recipients recipients,
      Event<Logged> logged) {
    this.entities = entities;
    this.sql = sql;
    this.transaction = transaction;
    this.outbox = outbox;
    this.time = time;
    this.transportTime = transportTime;
    this.recipients = recipients;
    this.logged = logged;
  }

  /** Logs what another service told, and hands it to the recipients. */
  public void receive(EventRecord event) {
    recipients.receive(log(event));
  }

  /**
   * Publishes an event of this service, logs it and hands it to the recipients.
   *
   * @return the event's id
   */
  public UUID announce(NotificationsEvent event) {
    var message = record(event);
    recipients.receive(message);
    return message.id();
  }

  /** Publishes and logs an event of this service that is meant for nobody in general. */
  public LoggedMessage record(NotificationsEvent event) {
    var owner = CurrentOwner.require();
    var now = time.now();
    var id = outbox.append(event);
    return log(
        new EventRecord(
            outbox.source(),
            owner,
            0,
            id,
            EventCatalogue.typeOf(event),
            event.subject(),
            now,
            TraceContext.current(),
            EventJson.write(event)));
  }

  /**
   * Takes the owner's log for this transaction, before any lock that comes later. This is the order
   * in which every transaction of this service takes its locks; one that needs none of those before
   * may begin further down:
   *
   * <ol>
   *   <li>the inbox position of the event that is applied
   *   <li>the log, that is, the owner's row of {@code message_sequence}
   *   <li>due work, deadlines with what is owed, reminders, people: only under the log, in any
   *       order
   *   <li>endpoints
   *   <li>deliveries; several at once in the order of their ids
   *   <li>lanes; several at once only under the log, or all of them after their endpoints
   *   <li>the outbox
   * </ol>
   *
   * Before all of them comes the owner's own lock, which an erasure has alone: it meets nobody. The
   * dispatcher's claim begins with a lane and waits for nothing after it: it passes over what
   * somebody else holds.
   */
  public void lock() {
    if (transaction.getResource(LOCKED) != null) {
      return;
    }
    sql.exists(
        """
        insert into message_sequence (owner_id, last) values (?, 0)
        on conflict (owner_id) do update set last = message_sequence.last returning last
        """,
        CurrentOwner.require());
    transaction.putResource(LOCKED, Boolean.TRUE);
  }

  public List<LoggedMessage> find(Collection<UUID> eventIds) {
    return Message.ofIds(eventIds).stream().map(LoggedMessage::of).toList();
  }

  /** Forgets every message that names the thing; deliveries of it are the caller's to forget. */
  public void forgetMentions(UUID id) {
    entities
        .createNativeQuery("delete from message where body like ?1")
        .setParameter(1, "%" + id + "%")
        .executeUpdate();
  }

  public void forgetAll() {
    entities.createNativeQuery("delete from message").executeUpdate();
    entities.createNativeQuery("delete from message_sequence").executeUpdate();
  }

  private LoggedMessage log(EventRecord event) {
    var message = new Message();
    message.id = event.id();
    message.sequence = nextSequence();
    message.source = event.source();
    message.type = event.type();
    message.subject = event.subject();
    message.occurredAt = event.time();
    message.loggedAt = transportTime.now();
    message.traceparent = event.traceparent();
    message.body = MessageBody.render(event.type(), event.time(), event.body(), message.sequence);
    message.persist();
    logged.fire(new Logged(CurrentOwner.require()));
    return LoggedMessage.of(message);
  }

  private long nextSequence() {
    long next =
        sql.first(
                """
                insert into message_sequence (owner_id, last) values (?, 1)
                on conflict (owner_id) do update set last = message_sequence.last + 1
                returning last
                """,
                row -> row.getLong(1),
                CurrentOwner.require())
            .orElseThrow();
    transaction.putResource(LOCKED, Boolean.TRUE);
    return next;
  }
}
