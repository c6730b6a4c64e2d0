package dev.followthrough.contacts.contact;

import dev.followthrough.contacts.contact.ContactParts.Caveat;
import dev.followthrough.contacts.contact.ContactParts.Channel;
import dev.followthrough.contacts.contact.ContactParts.ContactLink;
import dev.followthrough.contacts.contact.ContactParts.Note;
import dev.followthrough.contacts.contact.ContactParts.Occasion;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.List;
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
                @NotBlank @Size(max = 40)
                @Pattern(regexp = "[0-9+()./ ;,x#*-]{3,40}", message = "must be a telephone number")
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
    @Schema(description = "Needs the scope contacts:private.") @Size(max = 100) List<Note> notes,
    @Schema(description = "Needs the scope contacts:private.") @Size(max = 50)
        List<Caveat> caveats) {

  boolean hasPrivateParts() {
    return notes != null || caveats != null;
  }

  boolean practiceOff() {
    return practice != null && practice.isOff();
  }

  PrivateNotes privateNotes() {
    return new PrivateNotes(notes, caveats);
  }

  /** The same without what only contacts:private may read. */
  ContactFields openly() {
    return with(null, null);
  }

  ContactFields with(PrivateNotes kept) {
    return with(kept.notes(), kept.caveats());
  }

  private ContactFields with(List<Note> notes, List<Caveat> caveats) {
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
        notes,
        caveats);
  }

  /** What lies apart from the other fields. */
  record PrivateNotes(List<Note> notes, List<Caveat> caveats) {}
}
