package dev.followthrough.contacts.contact;

import dev.followthrough.contacts.detail.ContactParts.Caveat;
import dev.followthrough.contacts.detail.ContactParts.Channel;
import dev.followthrough.contacts.detail.ContactParts.Note;
import dev.followthrough.contacts.detail.ContactParts.Occasion;
import dev.followthrough.contacts.detail.Origin;
import dev.followthrough.events.Circle;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/**
 * Who a contact is, for whoever is about to meet them.
 *
 * @param introducedBy the name of who introduced them, also where the origin names a contact's id
 * @param notes null for who may not read them, as are the caveats
 */
public record Portrait(
    UUID id,
    String name,
    String organisation,
    String role,
    String location,
    ZoneId timeZone,
    Channel preferredChannel,
    Circle circle,
    boolean doNotContact,
    Origin origin,
    String introducedBy,
    List<Occasion> occasions,
    List<String> likes,
    List<String> dislikes,
    List<String> expertise,
    List<String> sharedInterests,
    List<String> needs,
    List<String> offers,
    List<UUID> goalIds,
    Instant lastTouchAt,
    List<Note> notes,
    List<Caveat> caveats) {

  static Portrait of(Contact contact, String introducedBy, boolean withPrivateParts) {
    var f = contact.fields();
    return new Portrait(
        contact.id,
        f.name(),
        f.organisation(),
        f.role(),
        f.location(),
        f.timeZone(),
        f.preferredChannel(),
        contact.circle,
        Boolean.TRUE.equals(f.doNotContact()),
        f.origin(),
        introducedBy,
        list(f.occasions()),
        list(f.likes()),
        list(f.dislikes()),
        list(f.expertise()),
        list(f.sharedInterests()),
        list(f.needs()),
        list(f.offers()),
        list(f.goalIds()),
        contact.lastTouchAt,
        withPrivateParts ? list(f.notes()) : null,
        withPrivateParts ? list(f.caveats()) : null);
  }

  private static <T> List<T> list(List<T> items) {
    return items == null ? List.of() : items;
  }
}
