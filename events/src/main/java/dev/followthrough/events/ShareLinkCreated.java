package dev.followthrough.events;

import java.time.Instant;
import java.util.UUID;

/**
 * The owner made a link through which a contact, without an account, takes part in an agreement.
 *
 * @param expiresAt the last instant at which it opens
 */
@EventType("share_link.created")
public record ShareLinkCreated(
    UUID shareLinkId, UUID agreementId, UUID contactId, Instant expiresAt)
    implements CommitmentsEvent {
  @Override
  public String subject() {
    return "share-link/" + shareLinkId;
  }
}
