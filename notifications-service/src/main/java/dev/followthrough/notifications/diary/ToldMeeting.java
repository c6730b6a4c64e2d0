package dev.followthrough.notifications.diary;

import dev.followthrough.events.MeetingChanged;
import dev.followthrough.events.MeetingHeld;
import dev.followthrough.events.MeetingKind;
import dev.followthrough.events.MeetingScheduled;
import dev.followthrough.events.Participant;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A meeting as an event tells it.
 *
 * @param place null for none, as {@code link}
 * @param calendarUid of a calendar file that brought it, or null
 * @param calendarOccurrence when it was to begin by the rule of its series there, or null
 */
record ToldMeeting(
    UUID id,
    MeetingKind kind,
    Instant from,
    Instant to,
    List<Participant> people,
    String place,
    String link,
    String calendarUid,
    Instant calendarOccurrence) {

  static ToldMeeting of(MeetingScheduled told) {
    return new ToldMeeting(
        told.meetingId(),
        told.kind(),
        told.startsAt(),
        told.endsAt(),
        told.participants(),
        told.place(),
        told.link(),
        told.calendarUid(),
        told.calendarOccurrence());
  }

  static ToldMeeting of(MeetingChanged told) {
    return new ToldMeeting(
        told.meetingId(),
        told.kind(),
        told.startsAt(),
        told.endsAt(),
        told.participants(),
        told.place(),
        told.link(),
        told.calendarUid(),
        told.calendarOccurrence());
  }

  static ToldMeeting of(MeetingHeld told) {
    return new ToldMeeting(
        told.meetingId(),
        told.kind(),
        told.startsAt(),
        told.endsAt(),
        told.participants(),
        told.place(),
        told.link(),
        told.calendarUid(),
        told.calendarOccurrence());
  }

  ToldMeeting with(List<Participant> others) {
    return new ToldMeeting(
        id, kind, from, to, others, place, link, calendarUid, calendarOccurrence);
  }
}
