package dev.followthrough.contacts.brief;

import dev.followthrough.contacts.contact.Portrait;
import dev.followthrough.contacts.conversation.Suggestion;
import dev.followthrough.contacts.detail.ContactParts.Caveat;
import dev.followthrough.contacts.detail.ContactParts.Channel;
import dev.followthrough.contacts.detail.ContactParts.Note;
import dev.followthrough.contacts.detail.ContactParts.Occasion;
import dev.followthrough.contacts.detail.Origin;
import dev.followthrough.contacts.goal.KnownGoal;
import dev.followthrough.contacts.meeting.KnownMeeting;
import dev.followthrough.contacts.openloop.KnownLoop;
import dev.followthrough.contacts.touch.KnownTouch;
import dev.followthrough.events.Circle;
import dev.followthrough.events.LoopReason;
import dev.followthrough.events.MeetingKind;
import dev.followthrough.events.TouchDirection;
import dev.followthrough.events.TouchKind;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What to know before meeting one contact, on one page, as a client reads it. */
record ContactBriefView(
    @NotNull UUID contactId,
    @NotBlank String name,
    @Schema(description = "There was no held meeting with them yet.") @NotNull Boolean firstMeeting,
    @NotNull BriefPerson who,
    @Schema(description = "Why you wanted to meet them, by the last verdict.") String wantedFor,
    @NotNull List<BriefTouch> lastTouches,
    @NotNull List<BriefMeeting> lastMeetings,
    @NotNull List<BriefLoop> openLoops,
    @Schema(description = "Absent without the scope commitments:read.") BriefOwed owed,
    @Schema(
            description =
                "What is owed beside commitments, by the contact's standing. Absent while that is not"
                    + " known, and without the scope standing:read.")
        BriefStanding owedByStanding,
    @Schema(description = "Open goals that the contact or the meeting serves.") @NotNull
        List<BriefGoal> goals,
    @Schema(description = "Questions to them; none before a first meeting.") @NotNull
        List<Suggestion> toAsk,
    @Schema(description = "What to learn before anything else; only before a first meeting.")
        @NotNull
        List<Suggestion> toLearn,
    @NotNull List<Suggestion> toHelp,
    @Schema(description = "The latest. Absent without the scope contacts:private.")
        List<Note> notes,
    @Schema(description = "The latest. Absent without the scope contacts:private.")
        List<Caveat> caveats) {

  /** Who they are, what they do and need. */
  record BriefPerson(
      String organisation,
      String role,
      String location,
      ZoneId timeZone,
      Channel preferredChannel,
      @NotNull Circle circle,
      @NotNull Boolean doNotContact,
      Origin origin,
      @Schema(description = "The name of who introduced them.") String introducedBy,
      @NotNull List<Occasion> occasions,
      @NotNull List<String> likes,
      @NotNull List<String> dislikes,
      @NotNull List<String> expertise,
      @NotNull List<String> sharedInterests,
      @NotNull List<String> needs,
      @NotNull List<String> offers) {

    static BriefPerson of(Portrait p) {
      return new BriefPerson(
          p.organisation(),
          p.role(),
          p.location(),
          p.timeZone(),
          p.preferredChannel(),
          p.circle(),
          p.doNotContact(),
          p.origin(),
          p.introducedBy(),
          p.occasions(),
          p.likes(),
          p.dislikes(),
          p.expertise(),
          p.sharedInterests(),
          p.needs(),
          p.offers());
    }
  }

  /** A touch in a brief. */
  record BriefTouch(
      @NotNull UUID id,
      @NotNull TouchDirection direction,
      @NotNull TouchKind kind,
      @NotNull Instant happenedAt,
      Instant answeredAt,
      @Schema(description = "Absent without the scope contacts:private.") String note) {

    static BriefTouch of(KnownTouch touch, boolean withPrivateParts) {
      return new BriefTouch(
          touch.id(),
          touch.direction(),
          touch.kind(),
          touch.happenedAt(),
          touch.answeredAt(),
          withPrivateParts ? touch.note() : null);
    }
  }

  /** A held meeting in a brief. */
  record BriefMeeting(
      @NotNull UUID id,
      @NotNull MeetingKind kind,
      @NotNull Instant startsAt,
      @NotNull Instant endsAt,
      String place,
      @NotNull List<String> topics,
      @Schema(description = "Absent without the scope contacts:private.") String notes) {

    static BriefMeeting of(KnownMeeting meeting, boolean withPrivateParts) {
      return new BriefMeeting(
          meeting.id(),
          meeting.kind(),
          meeting.startsAt(),
          meeting.endsAt(),
          meeting.place(),
          meeting.topics(),
          withPrivateParts ? meeting.notes() : null);
    }
  }

  /** A touch of theirs that waits for a word of the owner. */
  record BriefLoop(
      @Schema(description = "The id of the touch that waits.") @NotNull UUID id,
      @NotNull LoopReason reason,
      @NotNull TouchKind kind,
      @NotNull Instant happenedAt) {

    static BriefLoop of(KnownLoop loop) {
      return new BriefLoop(loop.id(), loop.reason(), loop.kind(), loop.happenedAt());
    }
  }

  /** A goal of the owner in a brief. */
  record BriefGoal(@NotNull UUID id, @NotBlank String words, LocalDate byWhen) {

    static BriefGoal of(KnownGoal goal) {
      return new BriefGoal(goal.id(), goal.words(), goal.byWhen());
    }
  }
}
