package dev.followthrough.notifications.mail;

import dev.followthrough.notifications.email.Mailboxes;
import dev.followthrough.notifications.email.Mailboxes.Mailbox;
import dev.followthrough.notifications.email.Mailboxes.Matter;
import dev.followthrough.notifications.letter.Letters;
import dev.followthrough.notifications.message.EventLog;
import dev.followthrough.notifications.smtp.ConfiguredSmtp;
import dev.followthrough.notifications.smtp.Letter;
import dev.followthrough.notifications.smtp.SmtpServer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes a mail at the moment at which it goes out: to the address that is confirmed then, of the
 * event as the log has it then. What was erased meanwhile is not mailed.
 */
@ApplicationScoped
class LetterDesk {

  private final ConfiguredSmtp smtp;
  private final Mailboxes mailboxes;
  private final EventLog log;

  LetterDesk(ConfiguredSmtp smtp, Mailboxes mailboxes, EventLog log) {
    this.smtp = smtp;
    this.mailboxes = mailboxes;
    this.log = log;
  }

  /**
   * A mail and where it is handed over.
   *
   * @param before the deadline that it speaks of as ahead; null for none
   */
  record Draft(SmtpServer server, Letter letter, Instant before) {

    /** Whether what it says is true no more then. */
    boolean isTooLate(Instant at) {
      return before != null && !at.isBefore(before);
    }
  }

  /** Empty when it is wanted no more, or there is nothing left to say. */
  Optional<Draft> write(UUID id, Matter matter, UUID eventId, Instant now) {
    return smtp.server()
        .flatMap(
            server ->
                mailboxes.of(matter).flatMap(mailbox -> draft(id, eventId, server, mailbox, now)));
  }

  private Optional<Draft> draft(
      UUID id, UUID eventId, SmtpServer server, Mailbox mailbox, Instant now) {
    if (eventId == null) {
      var letter = Letters.ofCode(id, mailbox.code(), server, mailbox.address(), now);
      return Optional.of(new Draft(server, letter, null));
    }
    return log.find(List.of(eventId)).stream()
        .findFirst()
        .flatMap(
            message ->
                Letters.of(message, server, mailbox.address(), mailbox.unsubscribeToken(), now)
                    .map(
                        letter ->
                            new Draft(server, letter, Letters.comesBefore(message).orElse(null))));
  }
}
