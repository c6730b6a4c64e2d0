package dev.followthrough.events;

import java.util.UUID;

/**
 * What the owner and one contact agreed, promised, asked and gave is another's from here on: two
 * contacts were merged, or that was undone. Every event of commitments before it names the one, and
 * every one after it the other.
 *
 * @param contactId whose it is now; after an undo, of what the merge had moved
 * @param formerId whose it was
 * @param undone whether it goes back
 */
@EventType("commitments.moved")
public record CommitmentsMoved(UUID mergeId, UUID contactId, UUID formerId, boolean undone)
    implements CommitmentsEvent {
  @Override
  public String subject() {
    return "contact/" + contactId;
  }
}
