package dev.followthrough.events;

import java.util.UUID;

/**
 * A share link does nothing any more, before it would have expired.
 *
 * @param by the owner; or the contact, who said "no thanks" or asked to be forgotten
 */
@EventType("share_link.revoked")
public record ShareLinkRevoked(UUID shareLinkId, UUID agreementId, UUID contactId, Party by)
    implements CommitmentsEvent {
  @Override
  public String subject() {
    return "share-link/" + shareLinkId;
  }
}
