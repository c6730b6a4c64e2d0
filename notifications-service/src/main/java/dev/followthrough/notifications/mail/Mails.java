package dev.followthrough.notifications.mail;

import dev.followthrough.notifications.clock.OwnerClocks;
import dev.followthrough.notifications.clock.QuietHours.Stretch;
import dev.followthrough.notifications.email.Mailboxes;
import dev.followthrough.notifications.email.Mailboxes.Matter;
import dev.followthrough.notifications.mail.LetterDesk.Draft;
import dev.followthrough.notifications.message.EventLog;
import dev.followthrough.notifications.smtp.SendOutcome;
import dev.followthrough.platform.duework.DueWork;
import dev.followthrough.platform.id.Ids;
import dev.followthrough.platform.owner.CurrentOwner;
import dev.followthrough.platform.owner.Owners;
import dev.followthrough.platform.sql.Sql;
import dev.followthrough.platform.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The owner's mails on their way. Each is claimed with a lease and a fence, handed over without a
 * transaction, and what came of it is recorded where the fence still is ours; a lease that ends
 * without that makes it due again, under the same {@code Message-ID}. A row is gone when its mail
 * has been taken, or never will be.
 */
@ApplicationScoped
class Mails {

  static final String KIND = "mail";

  /** Longer than handing over may take. */
  static final Duration LEASE = Duration.ofSeconds(90);

  private final EventLog log;
  private final DueWork dueWork;
  private final Mailboxes mailboxes;
  private final LetterDesk desk;
  private final OwnerClocks clocks;
  private final MailConfig config;
  private final Owners owners;
  private final Sql sql;
  private final BusinessTime time;

  Mails(
      EventLog log,
      DueWork dueWork,
      Mailboxes mailboxes,
      LetterDesk desk,
      OwnerClocks clocks,
      MailConfig config,
      Owners owners,
      Sql sql,
      BusinessTime time) {
    this.log = log;
    this.dueWork = dueWork;
    this.mailboxes = mailboxes;
    this.desk = desk;
    this.clocks = clocks;
    this.config = config;
    this.owners = owners;
    this.sql = sql;
    this.time = time;
  }

  /**
   * Has it mailed. The next digest, and the next code, takes the place of one that still waits.
   *
   * @param eventId null for a code
   */
  void add(Matter matter, UUID eventId) {
    if (matter != Matter.REMINDER) {
      sql.update("delete from mail where matter = ?", matter.name());
    }
    var id = Ids.next();
    sql.update(
        "insert into mail (owner_id, id, matter, event_id, created_at) values (?, ?, ?, ?, ?)",
        CurrentOwner.require(),
        id,
        matter.name(),
        eventId,
        time.now());
    dueWork.schedule(KIND, id, time.now());
  }

  private record Row(Matter matter, UUID eventId, int tries, long fence, Instant leaseUntil) {}

  /**
   * Claims one whose time has come, in the transaction of that due work.
   *
   * @return empty when it has to wait, or is wanted no more
   */
  Optional<Claim> take(UUID id) {
    var now = time.now();
    var row = find(id).orElse(null);
    if (row == null) {
      return Optional.empty();
    }
    // also one whose tries were never recorded is not repeated for ever
    var draft =
        row.tries() >= BackOff.MOST_TRIES
            ? null
            : desk.write(id, row.matter(), row.eventId(), now).orElse(null);
    if (draft == null || draft.isTooLate(now)) {
      drop(id);
      return Optional.empty();
    }
    var waits = waitsUntil(row, draft, now);
    if (waits.isPresent()) {
      dueWork.schedule(KIND, id, waits.get());
      return Optional.empty();
    }
    sql.update(
        "update mail set lease_until = ?, fence = fence + 1, tries = tries + 1 where id = ?",
        now.plus(LEASE),
        id);
    dueWork.schedule(KIND, id, now.plus(LEASE));
    return Optional.of(
        new Claim(
            CurrentOwner.require(),
            id,
            row.fence() + 1,
            row.tries() + 1,
            draft.server(),
            draft.letter()));
  }

  private Optional<Row> find(UUID id) {
    return sql.first(
        "select matter, event_id, tries, fence, lease_until from mail where id = ?",
        row ->
            new Row(
                Matter.valueOf(row.getString(1)),
                row.getObject(2, UUID.class),
                row.getInt(3),
                row.getLong(4),
                Sql.instant(row, 5)),
        id);
  }

  private Optional<Instant> waitsUntil(Row row, Draft draft, Instant now) {
    if (row.leaseUntil() != null && row.leaseUntil().isAfter(now)) {
      return Optional.of(row.leaseUntil());
    }
    // one that is late does not come at night, unless it would be too late in the morning
    var quiet =
        row.matter() == Matter.CODE ? Optional.<Stretch>empty() : clocks.mine().quietAround(now);
    if (quiet.isPresent() && !draft.isTooLate(quiet.get().end())) {
      return Optional.of(quiet.get().end());
    }
    var underWay =
        sql.first("select count(*) from mail where lease_until > ?", one -> one.getInt(1), now)
            .orElse(0);
    if (underWay >= config.mostInFlightPerOwner()) {
      return Optional.of(now.plusSeconds(1));
    }
    return mailboxes.count(now, config.mostPerOwnerAnHour());
  }

  /** Writes down what came of a try, unless somebody else has claimed it since. */
  void record(Claim claim, SendOutcome outcome) {
    owners.actIfFree(
        claim.owner(),
        () -> {
          log.lock();
          if (sql.exists(
              "select 1 from mail where id = ? and fence = ?", claim.mail(), claim.fence())) {
            settle(claim, outcome);
          }
          return null;
        });
  }

  private void settle(Claim claim, SendOutcome outcome) {
    switch (outcome) {
      case SendOutcome.Sent _, SendOutcome.Refused _ -> drop(claim.mail());
      case SendOutcome.NoSuchAddress _ -> {
        drop(claim.mail());
        mailboxes.bounced(claim.letter().to());
      }
      case SendOutcome.TryAgain _ -> tryAgain(claim, () -> {});
      case SendOutcome.Doubtful _ -> tryAgain(claim, () -> mailboxes.bounced(claim.letter().to()));
    }
  }

  private void tryAgain(Claim claim, Runnable afterTheLast) {
    BackOff.pauseAfter(claim.tries())
        .ifPresentOrElse(
            pause -> putOff(claim.mail(), pause),
            () -> {
              drop(claim.mail());
              afterTheLast.run();
            });
  }

  private void putOff(UUID id, Duration pause) {
    sql.update("update mail set lease_until = null where id = ?", id);
    dueWork.schedule(KIND, id, time.now().plus(pause));
  }

  private void drop(UUID id) {
    sql.update("delete from mail where id = ?", id);
    dueWork.cancel(KIND, id);
  }
}
