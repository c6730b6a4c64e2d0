package dev.followthrough.contacts.meeting;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;

/** What a meeting must be for what is asked of it; each refusal says why. */
final class MeetingChecks {

  private MeetingChecks() {}

  static void requireOver(Meeting meeting, Instant now) {
    if (meeting.endsAt.isAfter(now)) {
      throw MeetingProblems.NOT_OVER
          .because("It ends at %s.".formatted(meeting.endsAt))
          .with("endsAt", meeting.endsAt.toString());
    }
  }

  static void requireMovable(Meeting meeting) {
    if (!meeting.isScheduled()) {
      throw MeetingProblems.FIXED.because(
          "The meeting is %s: its kind, times, people and practice stay."
              .formatted(meeting.status.name().toLowerCase(Locale.ROOT)));
    }
  }

  static void requireScheduled(Meeting meeting) {
    switch (meeting.status) {
      case SCHEDULED -> {}
      case HELD -> throw MeetingProblems.ALREADY_HELD.because("It counts as held.");
      case CANCELLED -> throw MeetingProblems.ALREADY_CANCELLED.because("It was cancelled.");
      case VOIDED -> throw MeetingProblems.ALREADY_VOIDED.because("It was voided.");
    }
  }

  static void requireVoidable(Meeting meeting) {
    switch (meeting.status) {
      case SCHEDULED -> throw MeetingProblems.NOT_HELD.because("It is still scheduled.");
      case HELD -> {
        if (meeting.promised) {
          throw MeetingProblems.PROMISED.because("Something was promised in its agreement.");
        }
      }
      case CANCELLED -> throw MeetingProblems.ALREADY_CANCELLED.because("It was cancelled.");
      case VOIDED -> throw MeetingProblems.ALREADY_VOIDED.because("It was voided.");
    }
  }

  /** A touch can be answered only in a meeting that took place. */
  static void requireHeldToAnswer(Meeting meeting) {
    switch (meeting.status) {
      case SCHEDULED -> throw MeetingProblems.NOT_HELD.because("It is still scheduled.");
      case HELD -> {}
      case CANCELLED -> throw MeetingProblems.ALREADY_CANCELLED.because("It was cancelled.");
      case VOIDED -> throw MeetingProblems.ALREADY_VOIDED.because("It was voided.");
    }
  }

  /** Whether these differ in what a held meeting keeps. */
  static boolean moves(MeetingFields one, MeetingFields other) {
    return one.kind() != other.kind()
        || !one.startsAt().equals(other.startsAt())
        || !one.endsAt().equals(other.endsAt())
        || !one.contactIds().equals(other.contactIds())
        || !Objects.equals(one.practice(), other.practice());
  }
}
