package dev.followthrough.notifications.email;

import dev.followthrough.notifications.time.TransportTime;
import dev.followthrough.platform.owner.CurrentOwner;
import dev.followthrough.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The owner's mailbox as those see it who mail: where to, whether it is wanted, and how much goes
 * there within an hour. The caller holds the log where it changes something.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class Mailboxes {

  /** What is mailed. */
  public enum Matter {
    CODE,
    REMINDER,
    DIGEST
  }

  /**
   * Where a mail goes.
   *
   * @param code what is to be said, as it is shown; null but in the mail that says it
   * @param unsubscribeToken of its links
   */
  public record Mailbox(String address, String code, String unsubscribeToken) {}

  private static final Duration WINDOW = Duration.ofHours(1);

  private final EmailSecrets secrets;
  private final UnsubscribeTokens tokens;
  private final Sql sql;
  private final TransportTime time;

  Mailboxes(EmailSecrets secrets, UnsubscribeTokens tokens, Sql sql, TransportTime time) {
    this.secrets = secrets;
    this.tokens = tokens;
    this.sql = sql;
    this.time = time;
  }

  /** Whether the owner has confirmed an address for that. */
  public boolean wants(Matter matter) {
    return sql.exists(
        "select 1 from email_address where status = 'CONFIRMED' and "
            + (matter == Matter.DIGEST ? "digests" : "reminders"));
  }

  /** Where a mail of that kind goes now; empty when it is wanted no more. */
  public Optional<Mailbox> of(Matter matter) {
    return EmailAddress.mine()
        .filter(
            mine ->
                switch (matter) {
                  case CODE -> mine.awaitsCode(time.now());
                  case REMINDER -> mine.is(EmailStatus.CONFIRMED) && mine.reminders;
                  case DIGEST -> mine.is(EmailStatus.CONFIRMED) && mine.digests;
                })
        .map(
            mine ->
                new Mailbox(
                    mine.address,
                    matter == Matter.CODE ? secrets.openCode(mine.code).shown() : null,
                    secrets.openToken(mine.unsubscribeToken)));
  }

  /**
   * Counts a mail to the owner.
   *
   * @return when to ask again, if this is one too many for the hour
   */
  public Optional<Instant> count(Instant now, int mostAnHour) {
    var counted =
        sql.update(
            """
            update email_address
            set window_mails = case when window_from > ?::timestamptz then window_mails + 1 else 1 end,
              window_from = case when window_from > ?::timestamptz then window_from
                else ?::timestamptz end
            where id = ? and (window_from is null or window_from <= ? or window_mails < ?)
            """,
            now.minus(WINDOW),
            now.minus(WINDOW),
            now,
            CurrentOwner.require(),
            now.minus(WINDOW),
            mostAnHour);
    return counted > 0 ? Optional.empty() : Optional.of(windowEnd());
  }

  private Instant windowEnd() {
    return sql.first("select window_from from email_address", row -> Sql.instant(row, 1))
        .orElseThrow()
        .plus(WINDOW);
  }

  /** There is nobody at that address; another one that was put meanwhile is not meant. */
  public void bounced(String address) {
    var mine = EmailAddress.lockMine();
    if (address.equals(mine.address)) {
      mine.settle(EmailStatus.BOUNCING);
    }
  }

  /** Its reader wants no more mails. */
  public void unsubscribed() {
    var mine = EmailAddress.lockMine();
    if (mine.address != null) {
      mine.settle(EmailStatus.UNSUBSCRIBED);
    }
  }

  public void forgetAll() {
    EmailAddress.deleteAll();
    tokens.remove();
  }
}
