package dev.followthrough.contacts.calendar;

import dev.followthrough.contacts.calendar.format.Finding.Occurrence;
import dev.followthrough.contacts.meeting.DiaryEntry;
import dev.followthrough.platform.owner.OwnedEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Which meeting an event of a calendar file has become, and what the file said of it last. */
@Entity
class CalendarEvent extends OwnedEntity {

  private static final String OURS = "@followthrough";

  String uid;

  /** When it was to begin by the rule of its series; empty where it is no part of one. */
  String occurrence;

  UUID meetingId;
  long meetingVersion;

  /** The SEQUENCE that the file said. */
  int sequence;

  /** The SEQUENCE that we told at that version of the meeting. */
  int told;

  Instant lastModified;
  boolean tentative;
  String zone;
  UUID zoneId;
  String said;
  String people;

  /** As it is at this moment of an import; looked up for all events of a file at once. */
  @Transient DiaryEntry meeting;

  /** Those of these UIDs; with the ids of their meetings. */
  static List<CalendarEvent> of(Collection<String> uids) {
    return uids.isEmpty() ? List.of() : list("uid in ?1", uids);
  }

  static List<CalendarEvent> ofMeetings(Collection<UUID> meetingIds) {
    return meetingIds.isEmpty() ? List.of() : list("meetingId in ?1", meetingIds);
  }

  /** The UID of a meeting that no file has brought. */
  static String uidOf(UUID meetingId) {
    return meetingId + OURS;
  }

  /** The meeting that a UID of our own names, or null. */
  static UUID meetingOf(String uid) {
    try {
      return uid.endsWith(OURS)
          ? UUID.fromString(uid.substring(0, uid.length() - OURS.length()))
          : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  static String key(Instant recurrenceId) {
    return recurrenceId == null ? "" : recurrenceId.toString();
  }

  /** A meeting that no file has brought, as our own file tells it. */
  static CalendarEvent ours(DiaryEntry meeting, String zone) {
    var event = new CalendarEvent();
    event.uid = uidOf(meeting.id());
    event.occurrence = "";
    event.meeting = meeting;
    event.meetingId = meeting.id();
    event.meetingVersion = meeting.version();
    event.sequence = (int) meeting.version();
    event.told = event.sequence;
    event.lastModified = meeting.changedAt().truncatedTo(ChronoUnit.SECONDS);
    event.zone = zone;
    event.said =
        said(
            seconds(meeting.startsAt()),
            seconds(meeting.endsAt()),
            meeting.place(),
            meeting.link());
    event.people = "";
    return event;
  }

  static String said(Occurrence now) {
    return said(now.startsAt(), now.endsAt(), now.details().place(), now.details().link());
  }

  private static String said(Instant startsAt, Instant endsAt, String place, String link) {
    return Digest.of(startsAt, endsAt, place, link);
  }

  static Instant seconds(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS);
  }

  /** The SEQUENCE of this version of its meeting. */
  int sequenceOf(DiaryEntry meeting) {
    return Math.clamp(told + (meeting.version() - meetingVersion), 0, Integer.MAX_VALUE);
  }

  /** From now on the file has said this. */
  void note(Occurrence now, String people, DiaryEntry meeting, int told) {
    said = said(now);
    this.people = people;
    sequence = now.details().sequence();
    this.told = told;
    lastModified = now.details().lastModified();
    this.meeting = meeting;
    meetingId = meeting.id();
    meetingVersion = meeting.version();
    tentative = now.details().tentative();
  }

  Instant begins() {
    return occurrence.isEmpty() ? null : Instant.parse(occurrence);
  }
}
