package dev.followthrough.commitments.sharelink;

import dev.followthrough.commitments.person.People;
import dev.followthrough.events.ErasureRequested;
import dev.followthrough.platform.outbox.Outbox;
import dev.followthrough.platform.owner.Owners;
import dev.followthrough.platform.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * How somebody without an account comes in: the token says whose link it is, and from there on
 * everything is done as that owner, in one transaction. An unknown, an expired and a revoked link,
 * and one of a contact who is no longer in the network, are refused alike and after the same work.
 */
@ApplicationScoped
public class Entrance {

  private final ShareTokens tokens;
  private final LinkLimits limits;
  private final Owners owners;
  private final People people;
  private final Outbox outbox;
  private final BusinessTime time;

  Entrance(
      ShareTokens tokens,
      LinkLimits limits,
      Owners owners,
      People people,
      Outbox outbox,
      BusinessTime time) {
    this.tokens = tokens;
    this.limits = limits;
    this.owners = owners;
    this.people = people;
    this.outbox = outbox;
    this.time = time;
  }

  /** Comes in to read. */
  public <T> T read(Caller caller, Function<OpenLink, T> use) {
    return enter(caller, link -> use.apply(shown(link)));
  }

  /** Comes in to do something, which who said "no thanks" has ended. */
  public <T> T act(Caller caller, Function<OpenLink, T> use) {
    return enter(
        caller,
        link -> {
          if (shown(link).noThanksAt() != null) {
            throw ShareLinkProblems.NO_THANKS.because("You ended this; nothing more is asked.");
          }
          return use.apply(link);
        });
  }

  /** Comes in to end it: possible again after it was done, so that a repeat is none. */
  public <T> T end(Caller caller, Function<OpenLink, T> use) {
    return enter(caller, use);
  }

  /** What the contact has ended is ended for all their links of the agreement. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void noThanks(OpenLink ended) {
    var now = time.now();
    ShareLink.between(ended.agreementId(), ended.contactId())
        .forEach(link -> link.sayNoThanks(now).ifPresent(outbox::append));
  }

  /** Asks for the erasure of the contact, once, and shows them nothing any more. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void forget(OpenLink through) {
    if (through.forgetAt() != null) {
      return;
    }
    var now = time.now();
    ShareLink.with(through.contactId()).forEach(link -> link.forget(now).ifPresent(outbox::append));
    outbox.append(new ErasureRequested(through.contactId(), now));
  }

  private <T> T enter(Caller caller, Function<OpenLink, T> use) {
    limits.spend(caller);
    var opens = tokens.find(caller.token());
    return owners.act(
        opens.owner(), () -> use.apply(open(opens.link()).orElseThrow(ShareLinkProblems::nothing)));
  }

  private Optional<OpenLink> open(UUID id) {
    return ShareLink.<ShareLink>findByIdOptional(id)
        .filter(link -> link.opens(time.now()))
        .filter(link -> people.present(link.contactId).isPresent())
        .map(OpenLink::of);
  }

  private static OpenLink shown(OpenLink link) {
    if (link.forgetAt() != null) {
      throw ShareLinkProblems.nothing();
    }
    return link;
  }
}
