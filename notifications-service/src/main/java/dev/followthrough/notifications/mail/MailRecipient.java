package dev.followthrough.notifications.mail;

import dev.followthrough.notifications.email.EmailSettings.CodeMade;
import dev.followthrough.notifications.email.Mailboxes;
import dev.followthrough.notifications.email.Mailboxes.Matter;
import dev.followthrough.notifications.letter.Letters;
import dev.followthrough.notifications.message.LoggedMessage;
import dev.followthrough.notifications.message.Recipients;
import dev.followthrough.notifications.smtp.ConfiguredSmtp;
import dev.followthrough.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;

/** Has reminders and digests mailed to owners who want it, and codes to whoever is to say them. */
@ApplicationScoped
public class MailRecipient implements Recipients {

  private final ConfiguredSmtp smtp;
  private final Mailboxes mailboxes;
  private final Mails mails;
  private final Sql sql;

  MailRecipient(ConfiguredSmtp smtp, Mailboxes mailboxes, Mails mails, Sql sql) {
    this.smtp = smtp;
    this.mailboxes = mailboxes;
    this.mails = mails;
    this.sql = sql;
  }

  @Override
  public void receive(LoggedMessage message) {
    matterOf(message.type())
        .filter(_ -> smtp.server().isPresent())
        .filter(mailboxes::wants)
        .ifPresent(matter -> mails.add(matter, message.id()));
  }

  private static Optional<Matter> matterOf(String type) {
    if (Letters.isReminder(type)) {
      return Optional.of(Matter.REMINDER);
    }
    return Letters.isDigest(type) ? Optional.of(Matter.DIGEST) : Optional.empty();
  }

  void codeMade(@Observes CodeMade code) {
    mails.add(Matter.CODE, null);
  }

  /** Mails of what is no longer in the log do not go out. */
  @Transactional(TxType.MANDATORY)
  public void forgetErased() {
    sql.update(
        "delete from mail where event_id is not null and event_id not in (select id from message)");
  }

  @Transactional(TxType.MANDATORY)
  public void forgetAll() {
    sql.update("delete from mail");
  }
}
