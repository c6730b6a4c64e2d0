package dev.followthrough.commitments.sharelink;

import dev.followthrough.commitments.agreement.AgreementReads;
import dev.followthrough.commitments.agreement.AgreementStatus;
import dev.followthrough.commitments.agreement.AgreementView;
import dev.followthrough.commitments.agreement.Agreements;
import dev.followthrough.commitments.agreement.Refusals;
import dev.followthrough.commitments.assessment.Blindness;
import dev.followthrough.commitments.person.People;
import dev.followthrough.commitments.person.UnknownContact;
import dev.followthrough.commitments.presence.PersonErased;
import dev.followthrough.events.Party;
import dev.followthrough.platform.http.Preconditions;
import dev.followthrough.platform.outbox.Outbox;
import dev.followthrough.platform.problem.Problems;
import dev.followthrough.platform.secret.RandomToken;
import dev.followthrough.platform.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The links of an agreement, as their owner makes and ends them. */
@ApplicationScoped
@Transactional
class ShareLinks {

  private static final int MOST_ACTIVE = 5;
  private static final Duration LONGEST_AFTER_DUE = Duration.ofDays(90);

  /** A link, with the secret that opens it. */
  record Made(ShareLink link, RandomToken token) {}

  private final Agreements agreements;
  private final AgreementReads reads;
  private final People people;
  private final ShareTokens tokens;
  private final Outbox outbox;
  private final Preconditions preconditions;
  private final BusinessTime time;

  ShareLinks(
      Agreements agreements,
      AgreementReads reads,
      People people,
      ShareTokens tokens,
      Outbox outbox,
      Preconditions preconditions,
      BusinessTime time) {
    this.agreements = agreements;
    this.reads = reads;
    this.people = people;
    this.tokens = tokens;
    this.outbox = outbox;
    this.preconditions = preconditions;
    this.time = time;
  }

  Made create(UUID agreementId, NewShareLink wanted) {
    return agreements.holding(agreementId, (agreement, now) -> create(agreement, wanted, now));
  }

  List<ShareLink> list(UUID agreementId, Optional<UUID> last, int limit) {
    reads.agreement(agreementId);
    return ShareLink.of(agreementId, last, limit);
  }

  ShareLink get(UUID agreementId, UUID id) {
    return ShareLink.find(agreementId, id).orElseThrow(() -> Problems.notFound("share link", id));
  }

  /** From now on it opens nothing; doing it again changes nothing. */
  void revoke(UUID agreementId, UUID id) {
    var link = get(agreementId, id);
    preconditions.requireMatch(link.version);
    tokens.remove(link.id);
    link.revoke(time.now()).ifPresent(outbox::append);
  }

  private Made create(AgreementView agreement, NewShareLink wanted, Instant now) {
    var contact = Party.contact(wanted.contactId());
    if (agreement.participants().stream().noneMatch(one -> one.party().equals(contact))) {
      throw Refusals.NOT_A_PARTICIPANT.because("%s takes no part in it.".formatted(contact));
    }
    if (agreement.status() == AgreementStatus.VOIDED) {
      throw Refusals.AGREEMENT_ENDED.because("It is void; a link to it would show nothing.");
    }
    if (people.present(wanted.contactId()).isEmpty()) {
      throw UnknownContact.at(List.of("/contactId"));
    }
    var others = ShareLink.between(agreement.id(), wanted.contactId());
    if (others.stream().filter(o -> o.status(now) == ShareLinkStatus.ACTIVE).count()
        >= MOST_ACTIVE) {
      throw ShareLinkProblems.TOO_MANY.because("There are %d.".formatted(MOST_ACTIVE));
    }
    var link = new ShareLink();
    link.agreementId = agreement.id();
    link.contactId = wanted.contactId();
    link.namesShown = Boolean.TRUE.equals(wanted.showNames());
    link.signedAs = wanted.signedAs();
    link.createdAt = now;
    link.expiresAt = expiry(agreement, wanted, now);
    link.persistAndFlush();
    var token = RandomToken.next();
    tokens.add(token, link.id);
    outbox.append(link.created());
    return new Made(link, token);
  }

  private static Instant expiry(AgreementView agreement, NewShareLink wanted, Instant now) {
    var expiresAt =
        wanted.expiresAt() == null ? Blindness.closesAt(agreement.dueAt()) : wanted.expiresAt();
    var latest = agreement.dueAt().plus(LONGEST_AFTER_DUE);
    if (!expiresAt.isAfter(now) || expiresAt.isAfter(latest)) {
      throw ShareLinkProblems.EXPIRY.because(
          "It would end at %s; it is now %s, and the latest is %s."
              .formatted(expiresAt, now, latest));
    }
    return expiresAt;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void erased(@Observes PersonErased person) {
    // their tokens go with them
    ShareLink.delete("contactId", person.id());
  }
}
