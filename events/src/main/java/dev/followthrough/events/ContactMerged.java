package dev.followthrough.events;

import java.util.UUID;

/**
 * Two contacts were one person: from now on what names the merged one names the other. It can be
 * undone within 30 days.
 *
 * @param contactId the one that stays
 * @param mergedId the one that has become it
 * @param mergeId by which an undo says what it undoes
 */
@EventType("contact.merged")
public record ContactMerged(UUID contactId, UUID mergedId, UUID mergeId) implements ContactsEvent {
  @Override
  public String subject() {
    return "contact/" + contactId;
  }
}
