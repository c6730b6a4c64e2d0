package dev.followthrough.contacts.brief;

import dev.followthrough.contacts.meeting.KnownMeeting;
import dev.followthrough.contacts.meeting.MeetingStatus;
import dev.followthrough.events.MeetingKind;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What to know before a meeting, as a client reads it. */
record MeetingBriefView(
    @NotNull UUID meetingId,
    @NotNull MeetingKind kind,
    @NotNull MeetingStatus status,
    @NotNull Instant startsAt,
    @NotNull Instant endsAt,
    String place,
    String link,
    @NotNull List<String> topics,
    @Schema(description = "One for each contact who is in the network, as the meeting names them.")
        @NotNull
        List<ContactBriefView> contacts) {

  static MeetingBriefView of(KnownMeeting meeting, List<ContactBriefView> contacts) {
    return new MeetingBriefView(
        meeting.id(),
        meeting.kind(),
        meeting.status(),
        meeting.startsAt(),
        meeting.endsAt(),
        meeting.place(),
        meeting.link(),
        meeting.topics(),
        contacts);
  }
}
