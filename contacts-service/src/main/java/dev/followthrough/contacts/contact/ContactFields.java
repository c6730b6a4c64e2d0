package dev.followthrough.contacts.contact;

import dev.followthrough.contacts.detail.ContactParts.Caveat;
import dev.followthrough.contacts.detail.ContactParts.Channel;
import dev.followthrough.contacts.detail.ContactParts.ContactLink;
import dev.followthrough.contacts.detail.ContactParts.Note;
import dev.followthrough.contacts.detail.ContactParts.Occasion;
import dev.followthrough.contacts.detail.Origin;
import dev.followthrough.contacts.spelling.Spelling;
import dev.followthrough.events.Circle;
import dev.followthrough.events.ContactFacts;
import dev.followthrough.platform.json.Faults;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.UniqueElements;

/** All that an owner can say of a contact; a new contact needs a name. */
record ContactFields(
    @NotBlank @Size(max = 200) String name,
    @Size(max = 100) String givenName,
    @Size(max = 100) String familyName,
    @Size(max = 20)
        List<
                @NotBlank @Size(max = 254)
                @Pattern(
                    regexp = "[^@\\s]{1,64}@[^@\\s]{1,189}",
                    message = "must be an e-mail address")
                String>
            emails,
    @Size(max = 20)
        List<
                @NotBlank @Size(max = 60)
                @Pattern(
                    regexp = "[0-9+()./ ;,xX#*=extEXT-]{3,60}",
                    message = "must be a telephone number")
                String>
            phones,
    Channel preferredChannel,
    @Size(max = 200) String organisation,
    @Size(max = 200) String role,
    @Size(max = 200) String location,
    ZoneId timeZone,
    @Size(max = 20) List<ContactLink> links,
    @Size(max = 50) List<Occasion> occasions,
    Origin origin,
    @Size(max = 50) List<@NotBlank @Size(max = 50) String> tags,
    @Size(max = 50) List<@NotBlank @Size(max = 200) String> likes,
    @Size(max = 50) List<@NotBlank @Size(max = 200) String> dislikes,
    @Size(max = 50) List<@NotBlank @Size(max = 200) String> expertise,
    @Size(max = 50) List<@NotBlank @Size(max = 200) String> sharedInterests,
    @Size(max = 50) List<@NotBlank @Size(max = 200) String> needs,
    @Size(max = 50) List<@NotBlank @Size(max = 200) String> offers,
    Boolean doNotContact,
    Practice practice,
    @Schema(description = "The goals that the contact serves, or was brought by.")
        @Size(max = 10)
        @UniqueElements(message = "must name each goal once")
        List<@NotNull UUID> goalIds,
    @Schema(description = "How near the contact stands; at first an acquaintance.") Circle circle,
    @Schema(
            description =
                "After how many days to be in touch again, instead of the circle's own; 0 for never.")
        @Min(0)
        @Max(730)
        Integer cadenceDays,
    @Schema(description = "Needs the scope contacts:private.") @Size(max = 100) List<Note> notes,
    @Schema(description = "Needs the scope contacts:private.") @Size(max = 50)
        List<Caveat> caveats) {

  boolean hasPrivateParts() {
    return notes != null || caveats != null;
  }

  Optional<UUID> introducer() {
    return Optional.ofNullable(origin).flatMap(Origin::introducer);
  }

  boolean practiceOff() {
    return practice != null && practice.leavesOut();
  }

  /** What the other services may know and reckon with. */
  ContactFacts facts() {
    return new ContactFacts(
        origin == null ? null : origin.kind(),
        Boolean.TRUE.equals(doNotContact),
        said(sharedInterests),
        said(expertise),
        said(needs),
        said(offers));
  }

  private static List<String> said(List<String> words) {
    return words == null ? List.of() : words;
  }

  PrivateNotes privateNotes() {
    return new PrivateNotes(notes, caveats);
  }

  /** What lies in one column: all but what has columns of its own. */
  ContactFields openly() {
    return with(emails, phones, links, tags, null, null, new PrivateNotes(null, null));
  }

  ContactFields with(PrivateNotes kept, Circle circle, Integer cadenceDays) {
    return with(emails, phones, links, tags, circle, cadenceDays, kept);
  }

  ContactFields with(List<String> tags, Circle circle, Integer cadenceDays) {
    return with(emails, phones, links, tags, circle, cadenceDays, privateNotes());
  }

  /** The same in the spelling that is kept; what was kept before stays as it was. */
  ContactFields spelt(Spelling spelling, ContactFields before, Faults faults) {
    return with(
        spelling.emails(emails),
        spelling.phones(phones, before == null ? null : before.phones, faults),
        links(spelling, before, faults),
        tags,
        circle,
        cadenceDays,
        privateNotes());
  }

  private List<ContactLink> links(Spelling spelling, ContactFields before, Faults faults) {
    if (links == null || (before != null && links.equals(before.links))) {
      return links;
    }
    var byUrl = new LinkedHashMap<String, ContactLink>();
    for (var i = 0; i < links.size(); i++) {
      var url = spelling.link(links.get(i).url(), "/links/%d/url".formatted(i), faults);
      byUrl.putIfAbsent(url, new ContactLink(url, links.get(i).label()));
    }
    return List.copyOf(byUrl.values());
  }

  private ContactFields with(
      List<String> emails,
      List<String> phones,
      List<ContactLink> links,
      List<String> tags,
      Circle circle,
      Integer cadenceDays,
      PrivateNotes kept) {
    return new ContactFields(
        name,
        givenName,
        familyName,
        emails,
        phones,
        preferredChannel,
        organisation,
        role,
        location,
        timeZone,
        links,
        occasions,
        origin,
        tags,
        likes,
        dislikes,
        expertise,
        sharedInterests,
        needs,
        offers,
        doNotContact,
        practice,
        goalIds,
        circle,
        cadenceDays,
        kept.notes(),
        kept.caveats());
  }

  /** What lies apart from the other fields. */
  record PrivateNotes(List<Note> notes, List<Caveat> caveats) {}
}
