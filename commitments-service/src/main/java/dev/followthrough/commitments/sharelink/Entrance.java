package dev.followthrough.commitments.sharelink;

import dev.followthrough.commitments.agreement.AgreementReads;
import dev.followthrough.commitments.person.People;
import dev.followthrough.events.ErasureRequested;
import dev.followthrough.platform.http.AllowanceHeaders;
import dev.followthrough.platform.outbox.Outbox;
import dev.followthrough.platform.owner.Owners;
import dev.followthrough.platform.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.function.Function;

/**
 * How somebody without an account comes in: the token says whose link it is, and from there on
 * everything is done as that owner, in one transaction. A link that is unknown, expired or revoked,
 * one of an agreement that is void or of a contact who is no longer in the network, are refused
 * alike.
 */
@ApplicationScoped
public class Entrance {

  /** So long a wish that was passed on is taken to be on its way. */
  private static final Duration ON_ITS_WAY = Duration.ofMinutes(1);

  private final ShareTokens tokens;
  private final LinkLimits limits;
  private final Owners owners;
  private final People people;
  private final AgreementReads agreements;
  private final Outbox outbox;
  private final BusinessTime time;
  private final AllowanceHeaders headers;

  Entrance(
      ShareTokens tokens,
      LinkLimits limits,
      Owners owners,
      People people,
      AgreementReads agreements,
      Outbox outbox,
      BusinessTime time,
      AllowanceHeaders headers) {
    this.tokens = tokens;
    this.limits = limits;
    this.owners = owners;
    this.people = people;
    this.agreements = agreements;
    this.outbox = outbox;
    this.time = time;
    this.headers = headers;
  }

  /** Comes in to read. */
  public <T> T read(Caller caller, Function<OpenLink, T> use) {
    return enter(caller, link -> use.apply(open(link)));
  }

  /** Comes in to do something, which who said "no thanks" has ended. */
  public <T> T act(Caller caller, Function<OpenLink, T> use) {
    return enter(
        caller,
        link -> {
          var open = open(link);
          if (open.noThanksAt() != null) {
            throw ShareLinkProblems.NO_THANKS.because("You ended this; nothing more is asked.");
          }
          return use.apply(open);
        });
  }

  /**
   * Comes in to be forgotten: who has said so may say it again through the same link, which is dead
   * to all else. Nothing may be shown.
   */
  public <T> T leave(Caller caller, Function<OpenLink, T> use) {
    return enter(caller, link -> use.apply(link.forgetAt == null ? open(link) : OpenLink.of(link)));
  }

  /** What the contact has ended is ended for all their links of the agreement. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void noThanks(OpenLink ended) {
    var now = time.now();
    ShareLink.between(ended.agreementId(), ended.contactId())
        .forEach(link -> link.sayNoThanks(now).ifPresent(outbox::append));
  }

  /**
   * Passes the contact's wish on, once; none of their links opens anything any more. Said again it
   * is passed on again if the owner has brought the contact back since.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void forget(OpenLink through) {
    var now = time.now();
    var before = through.forgetAt();
    if (before != null
        && (now.isAfter(through.expiresAt())
            || now.isBefore(before.plus(ON_ITS_WAY))
            || people.present(through.contactId()).isEmpty())) {
      return;
    }
    ShareLink.with(through.contactId()).forEach(link -> link.forget(now).ifPresent(outbox::append));
    outbox.append(new ErasureRequested(through.contactId(), now));
  }

  private <T> T enter(Caller caller, Function<ShareLink, T> use) {
    spend(caller);
    var opens = tokens.find(caller.token());
    return owners.act(
        opens.owner(),
        () ->
            use.apply(
                ShareLink.<ShareLink>findByIdOptional(opens.link())
                    .orElseThrow(ShareLinkProblems::nothing)));
  }

  private void spend(Caller caller) {
    var allowance = limits.spend(caller);
    headers.tell(allowance, "At most %d requests a minute.".formatted(allowance.calls()));
  }

  private OpenLink open(ShareLink link) {
    boolean opens =
        link.opens(time.now())
            && people.present(link.contactId).isPresent()
            && agreements.stands(link.agreementId);
    if (!opens) {
      throw ShareLinkProblems.nothing();
    }
    return OpenLink.of(link);
  }
}
