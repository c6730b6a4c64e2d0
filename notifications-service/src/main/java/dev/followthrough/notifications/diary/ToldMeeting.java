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
 */
record ToldMeeting(
    UUID id,
    MeetingKind kind,
    Instant from,
    Instant to,
    List<Participant> people,
    String place,
    String link) {

  static ToldMeeting of(MeetingScheduled told) {
    return new ToldMeeting(
        told.meetingId(),
        told.kind(),
        told.startsAt(),
        told.endsAt(),
        told.participants(),
        told.place(),
        told.link());
  }

  static ToldMeeting of(MeetingChanged told) {
    return new ToldMeeting(
        told.meetingId(),
        told.kind(),
        told.startsAt(),
        told.endsAt(),
        told.participants(),
        told.place(),
        told.link());
  }

  static ToldMeeting of(MeetingHeld told) {
    return new ToldMeeting(
        told.meetingId(),
        told.kind(),
        told.startsAt(),
        told.endsAt(),
        told.participants(),
        told.place(),
        told.link());
  }

  ToldMeeting with(List<Participant> others) {
    return new ToldMeeting(id, kind, from, to, others, place, link);
  }
}
