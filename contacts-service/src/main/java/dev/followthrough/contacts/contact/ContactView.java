package dev.followthrough.contacts.contact;

import dev.followthrough.contacts.circle.Cadence;
import dev.followthrough.contacts.detail.ContactParts.Caveat;
import dev.followthrough.contacts.detail.ContactParts.Channel;
import dev.followthrough.contacts.detail.ContactParts.ContactLink;
import dev.followthrough.contacts.detail.ContactParts.Note;
import dev.followthrough.contacts.detail.ContactParts.Occasion;
import dev.followthrough.contacts.detail.Origin;
import dev.followthrough.events.Circle;
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
    @NotNull Circle circle,
    @Schema(description = "What the owner set, 0 for never; absent where the circle's own holds.")
        Integer cadenceDays,
    @Schema(description = "What holds; absent for never, and so for who is released.")
        Integer effectiveCadenceDays,
    @Schema(description = "When the last touch or held meeting was.") Instant lastTouchAt,
    @Schema(description = "Absent without the scope contacts:private.") List<Note> notes,
    @Schema(description = "Absent without the scope contacts:private.") List<Caveat> caveats,
    @NotNull Instant createdAt,
    @NotNull Instant changedAt,
    @Schema(description = "Only of a removed one, which can be restored for 30 days from then on.")
        Instant removedAt) {

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
        contact.circle,
        contact.cadenceDays,
        Cadence.days(contact.circle, contact.cadenceDays).orElse(null),
        contact.lastTouchAt,
        withPrivateParts ? list(f.notes()) : null,
        withPrivateParts ? list(f.caveats()) : null,
        contact.createdAt,
        contact.changedAt,
        contact.removedAt);
  }

  private static <T> List<T> list(List<T> items) {
    return items == null ? List.of() : items;
  }

  /** A part of the list of contacts. */
  record ContactPage(@NotNull List<ContactView> items, String nextCursor) {}
}
