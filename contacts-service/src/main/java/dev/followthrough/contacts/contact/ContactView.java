package dev.followthrough.contacts.contact;

import dev.followthrough.contacts.contact.ContactParts.Caveat;
import dev.followthrough.contacts.contact.ContactParts.Channel;
import dev.followthrough.contacts.contact.ContactParts.ContactLink;
import dev.followthrough.contacts.contact.ContactParts.Note;
import dev.followthrough.contacts.contact.ContactParts.Occasion;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A contact as a client reads it. Without contacts:private there are no notes and no caveats. */
record ContactView(
    @NotNull UUID id,
    @NotBlank String name,
    String givenName,
    String familyName,
    @NotNull List<String> emails,
    @NotNull List<String> phones,
    Channel preferredChannel,
    String organisation,
    String role,
    String location,
    ZoneId timeZone,
    @NotNull List<ContactLink> links,
    @NotNull List<Occasion> occasions,
    Origin origin,
    @NotNull List<String> tags,
    @NotNull List<String> likes,
    @NotNull List<String> dislikes,
    @NotNull List<String> expertise,
    @NotNull List<String> sharedInterests,
    @NotNull List<String> needs,
    @NotNull List<String> offers,
    @NotNull Boolean doNotContact,
    Practice practice,
    @NotNull List<UUID> goalIds,
    @Schema(description = "Absent without the scope contacts:private.") List<Note> notes,
    @Schema(description = "Absent without the scope contacts:private.") List<Caveat> caveats,
    @NotNull Instant createdAt,
    @NotNull Instant changedAt) {

  static ContactView of(Contact contact, boolean withPrivateParts) {
    var f = contact.fields();
    return new ContactView(
        contact.id,
        f.name(),
        f.givenName(),
        f.familyName(),
        list(f.emails()),
        list(f.phones()),
        f.preferredChannel(),
        f.organisation(),
        f.role(),
        f.location(),
        f.timeZone(),
        list(f.links()),
        list(f.occasions()),
        f.origin(),
        list(f.tags()),
        list(f.likes()),
        list(f.dislikes()),
        list(f.expertise()),
        list(f.sharedInterests()),
        list(f.needs()),
        list(f.offers()),
        Boolean.TRUE.equals(f.doNotContact()),
        f.practice(),
        list(f.goalIds()),
        withPrivateParts ? list(f.notes()) : null,
        withPrivateParts ? list(f.caveats()) : null,
        contact.createdAt,
        contact.changedAt);
  }

  private static <T> List<T> list(List<T> items) {
    return items == null ? List.of() : items;
  }

  /** A part of the list of contacts. */
  record ContactPage(@NotNull List<ContactView> items, String nextCursor) {}
}
