package dev.followthrough.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.UUID;

/**
 * One side of a promise: the owner, or one contact. As JSON a string, {@code owner} or the
 * contact's id.
 *
 * @param contact the contact's id, or null for the owner
 */
public record Party(UUID contact) {

  public static final Party OWNER = new Party(null);

  public static Party contact(UUID id) {
    return new Party(id);
  }

  /**
   * Reads {@code owner} or a contact's id; anything else is an {@link IllegalArgumentException}.
   */
  @JsonCreator
  public static Party parse(String text) {
    return text.equals("owner") ? OWNER : new Party(UUID.fromString(text));
  }

  public boolean isOwner() {
    return contact == null;
  }

  public Optional<UUID> contactId() {
    return Optional.ofNullable(contact);
  }

  @Override
  @JsonValue
  public String toString() {
    return isOwner() ? "owner" : contact.toString();
  }
}
