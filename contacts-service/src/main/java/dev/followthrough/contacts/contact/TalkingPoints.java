package dev.followthrough.contacts.contact;

import dev.followthrough.contacts.detail.ContactParts.Occasion;
import dev.followthrough.events.OriginKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What may be spoken of with a contact, and how one came to know them. Nothing of it is private.
 *
 * @param origin how the owner met them, or null when that is not said
 * @param talkedAbout what was spoken of then, or null
 */
public record TalkingPoints(
    UUID contactId,
    String name,
    boolean doNotContact,
    Instant addedAt,
    OriginKind origin,
    String talkedAbout,
    List<Occasion> occasions,
    List<String> sharedInterests,
    List<String> expertise) {

  static TalkingPoints of(Contact contact) {
    var details = contact.details;
    var origin = details.origin();
    return new TalkingPoints(
        contact.id,
        contact.name,
        Boolean.TRUE.equals(details.doNotContact()),
        contact.createdAt,
        origin == null ? null : origin.kind(),
        origin == null ? null : origin.talkedAbout(),
        list(details.occasions()),
        list(details.sharedInterests()),
        list(details.expertise()));
  }

  private static <T> List<T> list(List<T> items) {
    return items == null ? List.of() : items;
  }
}
