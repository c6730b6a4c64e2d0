package dev.followthrough.notifications.email;

import dev.followthrough.notifications.message.EventLog;
import dev.followthrough.notifications.smtp.ConfiguredSmtp;
import dev.followthrough.notifications.time.TransportTime;
import dev.followthrough.platform.http.Preconditions;
import dev.followthrough.platform.problem.ProblemException;
import dev.followthrough.platform.secret.RandomToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Where the owner's mails go, and which. An address counts only once its reader has said the code
 * that was mailed to it, so that nobody can have strangers mailed; who unsubscribed or bounced is
 * asked again.
 */
@ApplicationScoped
public class EmailSettings {

  /** A code is to be mailed; heard in the transaction that made it. */
  public record CodeMade() {}

  private final EventLog log;
  private final ConfiguredSmtp smtp;
  private final EmailSecrets secrets;
  private final UnsubscribeTokens tokens;
  private final Preconditions preconditions;
  private final Event<CodeMade> codes;
  private final TransportTime time;

  EmailSettings(
      EventLog log,
      ConfiguredSmtp smtp,
      EmailSecrets secrets,
      UnsubscribeTokens tokens,
      Preconditions preconditions,
      Event<CodeMade> codes,
      TransportTime time) {
    this.log = log;
    this.smtp = smtp;
    this.secrets = secrets;
    this.tokens = tokens;
    this.preconditions = preconditions;
    this.codes = codes;
    this.time = time;
  }

  boolean available() {
    return smtp.server().isPresent();
  }

  @Transactional
  EmailAddress get() {
    return EmailAddress.mine().orElseGet(EmailAddress::new);
  }

  /** Mails a code unless the address is confirmed already, or a code that counts is on its way. */
  @Transactional
  EmailAddress replace(EmailSettingsFields fields) {
    requireConfigured();
    log.lock();
    var mine = EmailAddress.lockMine();
    preconditions.requireMatchOf(EmailSettingsView.of(mine, available()));
    mine.reminders = !Boolean.FALSE.equals(fields.reminders());
    mine.digests = !Boolean.FALSE.equals(fields.digests());
    var address = fields.spelled();
    if (!mine.hasAsked(address, time.now())) {
      ask(mine, address, time.now());
    }
    EmailAddress.flush();
    return mine;
  }

  private void ask(EmailAddress mine, String address, Instant now) {
    mine.nextCodeAt(now)
        .ifPresent(
            next -> {
              throw EmailProblems.TOO_MANY_CODES
                  .because("The next code can be mailed from %s on.".formatted(next))
                  .header(
                      "Retry-After",
                      Long.toString(Math.max(1, Duration.between(now, next).toSeconds())));
            });
    var token = RandomToken.next();
    mine.ask(address, secrets.seal(ConfirmationCode.next()), secrets.seal(token), now);
    tokens.replace(token);
    codes.fire(new CodeMade());
  }

  /**
   * Confirms the address; one that is confirmed stays so, whatever is said.
   *
   * @return why it is not confirmed: returned and not thrown, for the try is to count
   */
  @Transactional
  Optional<ProblemException> confirm(String given) {
    requireConfigured();
    log.lock();
    var mine = EmailAddress.lockMine();
    if (mine.is(EmailStatus.CONFIRMED)) {
      return Optional.empty();
    }
    if (!mine.awaitsCode(time.now())) {
      throw EmailProblems.NOTHING_TO_CONFIRM.because("No code is awaited.");
    }
    mine.codeTries++;
    if (!secrets.openCode(mine.code).isSaidBy(given)) {
      var left = EmailAddress.MOST_TRIES - mine.codeTries;
      return Optional.of(EmailProblems.WRONG_CODE.because("%d tries are left.".formatted(left)));
    }
    mine.settle(EmailStatus.CONFIRMED);
    EmailAddress.flush();
    return Optional.empty();
  }

  @Transactional
  void remove() {
    log.lock();
    var mine = EmailAddress.lockMine();
    preconditions.requireMatchOf(EmailSettingsView.of(mine, available()));
    mine.clear();
    tokens.remove();
  }

  private void requireConfigured() {
    if (!available()) {
      throw EmailProblems.NOT_CONFIGURED.because("No mail server is configured here.");
    }
  }
}
