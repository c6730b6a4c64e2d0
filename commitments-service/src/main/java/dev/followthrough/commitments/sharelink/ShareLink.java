package dev.followthrough.commitments.sharelink;

import dev.followthrough.events.Party;
import dev.followthrough.events.ShareLinkCreated;
import dev.followthrough.events.ShareLinkRevoked;
import dev.followthrough.platform.owner.OwnedEntity;
import io.quarkus.panache.common.Page;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One contact's way into one agreement, without an account. It opens until it expires, is revoked,
 * or its contact ends it: by "no thanks", after which it can only be read, or by "forget me", after
 * which nothing is shown any more.
 */
@Entity
class ShareLink extends OwnedEntity {

  UUID agreementId;
  UUID contactId;
  boolean namesShown;
  String signedAs;
  Instant createdAt;
  Instant expiresAt;
  Instant revokedAt;
  Instant noThanksAt;
  Instant forgetAt;

  static List<ShareLink> between(UUID agreementId, UUID contactId) {
    return list("agreementId = ?1 and contactId = ?2 order by id", agreementId, contactId);
  }

  static List<ShareLink> of(UUID agreementId, Optional<UUID> last, int limit) {
    var found =
        last.isEmpty()
            ? ShareLink.<ShareLink>find("agreementId = ?1 order by id desc", agreementId)
            : ShareLink.<ShareLink>find(
                "agreementId = ?1 and id < ?2 order by id desc", agreementId, last.get());
    return found.page(Page.ofSize(limit)).list();
  }

  static Optional<ShareLink> find(UUID agreementId, UUID id) {
    return find("agreementId = ?1 and id = ?2", agreementId, id).firstResultOptional();
  }

  static List<ShareLink> with(UUID contactId) {
    return list("contactId = ?1 order by id", contactId);
  }

  ShareLinkStatus status(Instant now) {
    if (revokedAt != null) {
      return ShareLinkStatus.REVOKED;
    }
    if (noThanksAt != null || forgetAt != null) {
      return ShareLinkStatus.DECLINED;
    }
    return now.isAfter(expiresAt) ? ShareLinkStatus.EXPIRED : ShareLinkStatus.ACTIVE;
  }

  /** Whether it still shows something. */
  boolean opens(Instant now) {
    return revokedAt == null && forgetAt == null && !now.isAfter(expiresAt);
  }

  ShareLinkCreated created() {
    return new ShareLinkCreated(id, agreementId, contactId, expiresAt);
  }

  /**
   * @return nothing where it did nothing any more
   */
  Optional<ShareLinkRevoked> revoke(Instant now) {
    boolean active = status(now) == ShareLinkStatus.ACTIVE;
    revokedAt = revokedAt == null ? now : revokedAt;
    return active ? Optional.of(revokedBy(Party.OWNER)) : Optional.empty();
  }

  Optional<ShareLinkRevoked> sayNoThanks(Instant now) {
    boolean active = status(now) == ShareLinkStatus.ACTIVE;
    noThanksAt = noThanksAt == null ? now : noThanksAt;
    return active ? Optional.of(revokedBy(Party.contact(contactId))) : Optional.empty();
  }

  Optional<ShareLinkRevoked> forget(Instant now) {
    boolean active = status(now) == ShareLinkStatus.ACTIVE;
    forgetAt = now;
    return active ? Optional.of(revokedBy(Party.contact(contactId))) : Optional.empty();
  }

  private ShareLinkRevoked revokedBy(Party by) {
    return new ShareLinkRevoked(id, agreementId, contactId, by);
  }
}
