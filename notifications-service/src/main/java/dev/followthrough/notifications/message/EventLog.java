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
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

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
  private final List<Recipients> recipients;
  private final Event<Logged> logged;

  EventLog(
      EntityManager entities,
      Sql sql,
      TransactionSynchronizationRegistry transaction,
      Outbox outbox,
      BusinessTime time,
      TransportTime transportTime,
      @All List<Recipients> recipients,
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
    handOut(log(event));
  }

  /**
   * Publishes an event of this service, logs it and hands it to the recipients.
   *
   * @return the event's id
   */
  public UUID announce(NotificationsEvent event) {
    var message = record(event);
    handOut(message);
    return message.id();
  }

  private void handOut(LoggedMessage message) {
    recipients.forEach(one -> one.receive(message));
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
   *   <li>due work, deadlines with what is owed, reminders, people, digests, mails: only under the
   *       log, in any order
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

  /** Whether this transaction holds the log. */
  public boolean isLocked() {
    return transaction.getResource(LOCKED) != null;
  }

  public List<LoggedMessage> find(Collection<UUID> eventIds) {
    return sql.list(
        """
        select id, sequence, type, subject, traceparent, body from message
        where id = any (string_to_array(?, ',')::uuid[])
        """,
        row ->
            new LoggedMessage(
                row.getObject("id", UUID.class),
                row.getLong("sequence"),
                row.getString("type"),
                row.getString("subject"),
                row.getString("traceparent"),
                row.getString("body")),
        eventIds.stream().map(UUID::toString).collect(Collectors.joining(",")));
  }

  /** Every message that names one of the things. */
  public List<UUID> mentions(Set<UUID> ids) {
    return sql.list(
        """
        select id from message m
        where exists (
          select 1 from string_to_table(?, ',') as named where position(named in m.body) > 0)
        """,
        row -> row.getObject(1, UUID.class),
        ids.stream().map(UUID::toString).collect(Collectors.joining(",")));
  }

  /** Forgets these messages; deliveries of them are the caller's to forget. */
  public void forget(List<UUID> messages) {
    sql.update(
        "delete from message where id = any (string_to_array(?, ',')::uuid[])",
        messages.stream().map(UUID::toString).collect(Collectors.joining(",")));
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
