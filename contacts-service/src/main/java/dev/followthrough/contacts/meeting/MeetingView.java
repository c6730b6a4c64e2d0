package dev.followthrough.contacts.meeting;

import dev.followthrough.contacts.contact.Practice;
import dev.followthrough.events.MeetingKind;
import dev.followthrough.events.NoAgreement;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A meeting as a client reads it. Without contacts:private there are no notes. */
public record MeetingView(
    @NotNull UUID id,
    @NotNull MeetingKind kind,
    @NotNull MeetingStatus status,
    @Schema(
            description =
                "Whether it is still scheduled although its end is past: did it take place?")
        @NotNull
        Boolean unconfirmed,
    @NotNull List<UUID> contactIds,
    @NotNull Instant startsAt,
    @NotNull Instant endsAt,
    String place,
    String link,
    @NotNull List<String> topics,
    @Schema(description = "Absent without the scope contacts:private.") String notes,
    Practice practice,
    @NotNull List<UUID> goalIds,
    @Schema(description = "The touches that were answered in it; it answers while it is held.")
        @NotNull
        List<UUID> answers,
    @Schema(description = "Once held: whether its 1:1:1 opens.") MeetingAgreement agreement,
    @NotNull Instant createdAt,
    @NotNull Instant changedAt) {

  /** What holding the meeting led to. */
  public record MeetingAgreement(
      @NotNull Boolean opens,
      @Schema(description = "Why none opens; absent when one does.") NoAgreement because,
      @Schema(description = "The contacts with whom one opens.") @NotNull List<UUID> contactIds) {}

  static MeetingView of(RecordedMeeting recorded, boolean withPrivateParts) {
    var meeting = recorded.meeting();
    return new MeetingView(
        meeting.id,
        meeting.kind,
        meeting.status,
        recorded.isUnconfirmed(),
        recorded.contactIds(),
        meeting.startsAt,
        meeting.endsAt,
        meeting.place,
        meeting.link,
        meeting.topics,
        withPrivateParts ? meeting.notes : null,
        meeting.practice,
        meeting.goalIds == null ? List.of() : meeting.goalIds,
        recorded.answers(),
        meeting.isHeld() ? agreement(recorded) : null,
        meeting.createdAt,
        meeting.changedAt);
  }

  private static MeetingAgreement agreement(RecordedMeeting recorded) {
    var because = recorded.meeting().noAgreement;
    var with =
        recorded.attendance().stream()
            .filter(one -> one.inAgreement)
            .map(one -> one.contactId)
            .toList();
    return new MeetingAgreement(because == null, because, with);
  }

  /** A part of the list of meetings. */
  record MeetingPage(@NotNull List<MeetingView> items, String nextCursor) {}
}
