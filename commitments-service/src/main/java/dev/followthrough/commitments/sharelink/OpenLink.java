package dev.followthrough.commitments.sharelink;

import dev.followthrough.events.Party;
import java.time.Instant;
import java.util.UUID;

/**
 * A link that somebody came through: which agreement it opens, and for whom.
 *
 * @param namesShown whether the owner lets other participants' names be seen
 * @param signedAs the name the owner gave themselves, or null
 * @param noThanksAt when its contact ended it, or null; then it is only read
 * @param forgetAt when its contact asked to be forgotten, or null; then nothing is shown
 */
public record OpenLink(
    UUID id,
    UUID agreementId,
    UUID contactId,
    boolean namesShown,
    String signedAs,
    Instant expiresAt,
    Instant noThanksAt,
    Instant forgetAt) {

  static OpenLink of(ShareLink link) {
    return new OpenLink(
        link.id,
        link.agreementId,
        link.contactId,
        link.namesShown,
        link.signedAs,
        link.expiresAt,
        link.noThanksAt,
        link.forgetAt);
  }

  /** Who came through it. */
  public Party party() {
    return Party.contact(contactId);
  }
}
