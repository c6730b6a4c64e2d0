package dev.followthrough.commitments.agreement;

import dev.followthrough.events.Party;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An agreement as clients see it, with its commitments and its deadline in the owner's zone. */
@Schema(name = "Agreement")
public record AgreementView(
    @NotNull UUID id,
    @NotNull UUID meetingId,
    @NotNull AgreementStatus status,
    @NotNull Instant dueAt,
    @NotNull
        @Schema(
            description = "The deadline in the owner's zone, with its offset there.",
            examples = "2026-03-29T12:00:00+02:00")
        String dueAtLocal,
    @NotNull @Schema(description = "The owner's zone.", examples = "Europe/Berlin") String timeZone,
    @NotNull Instant openedAt,
    @Schema(description = "When its last commitment ended, at the latest `dueAt`.")
        Instant closedAt,
    @NotNull List<ParticipantView> participants,
    @NotNull List<CommitmentView> commitments) {

  /**
   * @param names the contacts' names of today; of others, the name they had in the meeting
   */
  static AgreementView of(Agreement a, Map<UUID, String> names, ZoneId zone) {
    var participants = new ArrayList<ParticipantView>();
    participants.add(new ParticipantView(Party.OWNER, null));
    for (var contact : a.counterparts) {
      var name = names.getOrDefault(contact.contactId(), contact.name());
      participants.add(new ParticipantView(Party.contact(contact.contactId()), name));
    }
    return new AgreementView(
        a.id,
        a.meetingId,
        a.status,
        a.dueAt,
        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(a.dueAt.atZone(zone)),
        zone.getId(),
        a.openedAt,
        a.closedAt,
        participants,
        a.commitments.stream().map(CommitmentView::of).toList());
  }

  /** Somebody who takes part; the owner has no name here. */
  @Schema(name = "AgreementParticipant")
  public record ParticipantView(@NotNull Party party, String name) {}
}
