package dev.followthrough.notifications.unsubscribe;

import dev.followthrough.notifications.email.Mailboxes;
import dev.followthrough.notifications.email.UnsubscribeTokens;
import dev.followthrough.notifications.message.EventLog;
import dev.followthrough.platform.http.AllowanceHeaders;
import dev.followthrough.platform.http.Allowances;
import dev.followthrough.platform.owner.Owners;
import dev.followthrough.platform.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * How the reader of a mail ends them, without an account: the token says whose they are, and from
 * there on everything is done as that owner.
 */
@ApplicationScoped
class Unsubscriptions {

  private static final int A_MINUTE = 120;

  private final Allowances calls = Allowances.aMinute("unsubscribe-per-replica", A_MINUTE);
  private final AllowanceHeaders headers;
  private final UnsubscribeTokens tokens;
  private final Mailboxes mailboxes;
  private final EventLog log;
  private final Owners owners;

  Unsubscriptions(
      AllowanceHeaders headers,
      UnsubscribeTokens tokens,
      Mailboxes mailboxes,
      EventLog log,
      Owners owners) {
    this.headers = headers;
    this.tokens = tokens;
    this.mailboxes = mailboxes;
    this.log = log;
    this.owners = owners;
  }

  /** Refuses a token that ends nobody's mails. */
  void requireKnown(String token) {
    ownerOf(token);
  }

  /** Does the work as the owner whose mails the token ends, in one transaction. */
  <T> T asOwner(String token, Supplier<T> work) {
    return owners.act(ownerOf(token), work);
  }

  /** Nothing is mailed to the owner any more; saying it again is no news. */
  void unsubscribe() {
    log.lock();
    mailboxes.unsubscribed();
  }

  private UUID ownerOf(String token) {
    headers.tell(
        calls.spendToken(token),
        "A link is followed at most %d times a minute.".formatted(A_MINUTE));
    return tokens
        .ownerOf(token)
        .orElseThrow(() -> Problems.NOT_FOUND.because("This link ends nobody's mails any more."));
  }
}
