package dev.followthrough.events;

import java.util.List;
import java.util.UUID;

/**
 * A merge was undone: what it had moved is the merged contact's again, and what came since stays
 * with the other.
 *
 * @param contactId the one that had stayed
 * @param mergedId the one that is back
 * @param touchIds touches that came since and are the one's who is back: answers to theirs
 */
@EventType("contact.unmerged")
public record ContactUnmerged(UUID contactId, UUID mergedId, UUID mergeId, List<UUID> touchIds)
    implements ContactsEvent {
  @Override
  public String subject() {
    return "contact/" + mergedId;
  }
}
