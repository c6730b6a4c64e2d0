package dev.followthrough.contacts.calendar;

import dev.followthrough.contacts.calendar.Attendees.Match;
import dev.followthrough.contacts.calendar.CalendarImportView.ImportOutcome;
import dev.followthrough.contacts.calendar.CalendarImportView.ImportedEvent;
import dev.followthrough.contacts.calendar.format.Finding.Occurrence;
import dev.followthrough.contacts.calendar.format.Reason;
import dev.followthrough.contacts.contact.Contacts;
import dev.followthrough.contacts.meeting.Appointment;
import dev.followthrough.contacts.meeting.CalendarOrigin;
import dev.followthrough.contacts.meeting.Diary;
import dev.followthrough.contacts.meeting.DiaryEntry;
import dev.followthrough.contacts.meeting.MeetingStatus;
import dev.followthrough.events.MeetingKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What becomes of one occurrence: a scheduled meeting, a change of the one that it has become, or
 * nothing, for a reason. What was held or voided, or cancelled here, stays as it is.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class OccurrenceImport {

  private final Diary diary;
  private final Contacts contacts;
  private final KnownEvents events;

  OccurrenceImport(Diary diary, Contacts contacts, KnownEvents events) {
    this.diary = diary;
    this.contacts = contacts;
    this.events = events;
  }

  /**
   * @param known the events of this UID, by when they were to begin; kept up to date
   */
  ImportedEvent take(Occurrence now, Map<String, CalendarEvent> known, ImportScope scope) {
    var match = scope.match(now);
    var key = CalendarEvent.key(now.recurrenceId());
    var event = known.get(key);
    if (event == null) {
      return now.details().cancelled()
          ? skipped(now, null, Reason.NOT_KNOWN)
          : schedule(now, match, known, key, scope);
    }
    if (now.details().isOlderThan(event.sequence, event.lastModified)) {
      return ImportedEvent.of(now, ImportOutcome.UNCHANGED, event.meetingId, Reason.OLDER);
    }
    if (now.details().cancelled()) {
      return cancel(now.uid(), now.startsAt(), event, null);
    }
    var people = match.contactIds().isEmpty() ? event.people : match.digest();
    if (CalendarEvent.said(now).equals(event.said) && people.equals(event.people)) {
      return unchanged(now, known, event, scope);
    }
    return change(now, match, people, known, event, scope);
  }

  /** It is cancelled where it is still scheduled. */
  ImportedEvent cancel(String uid, Instant startsAt, CalendarEvent event, Reason why) {
    var meeting = events.meeting(event);
    return switch (meeting.status()) {
      case SCHEDULED -> {
        event.meeting = diary.cancel(event.meetingId);
        yield ImportedEvent.of(uid, startsAt, ImportOutcome.CANCELLED, event.meetingId, why);
      }
      case CANCELLED ->
          ImportedEvent.of(uid, startsAt, ImportOutcome.UNCHANGED, event.meetingId, null);
      case HELD, VOIDED ->
          ImportedEvent.of(
              uid, startsAt, ImportOutcome.SKIPPED, event.meetingId, fixed(meeting.status()));
    };
  }

  private ImportedEvent schedule(
      Occurrence now,
      Match match,
      Map<String, CalendarEvent> known,
      String key,
      ImportScope scope) {
    var kind = kind(match.contactIds());
    var fault = match.isNobody() ? Reason.NO_CONTACT : fault(now, match, kind);
    if (fault != null) {
      return skipped(now, null, fault);
    }
    var details = now.details();
    var said =
        new Appointment(
            kind,
            match.contactIds(),
            now.startsAt(),
            now.endsAt(),
            details.place(),
            details.link());
    var topics = details.summary() == null ? List.<String>of() : List.of(details.summary());
    var origin = new CalendarOrigin(now.uid(), now.recurrenceId());
    var meeting = diary.schedule(said, topics, origin, scope.held());
    var event = new CalendarEvent();
    event.uid = now.uid();
    event.occurrence = key;
    event.note(now, match.digest(), meeting, details.sequence());
    events.note(event, now, scope);
    known.put(key, events.keep(event));
    return ImportedEvent.of(now, ImportOutcome.SCHEDULED, meeting.id(), null);
  }

  private ImportedEvent unchanged(
      Occurrence now, Map<String, CalendarEvent> known, CalendarEvent event, ImportScope scope) {
    if (event.tentative != now.details().tentative() || !event.zone.equals(now.zone().id())) {
      event.tentative = now.details().tentative();
      events.note(event, now, scope);
      known.put(event.occurrence, events.keep(event));
    }
    return ImportedEvent.of(now, ImportOutcome.UNCHANGED, event.meetingId, null);
  }

  private ImportedEvent change(
      Occurrence now,
      Match match,
      String people,
      Map<String, CalendarEvent> known,
      CalendarEvent event,
      ImportScope scope) {
    var before = events.meeting(event);
    var others = !people.equals(event.people) && !sameOnes(match.contactIds(), before);
    var contactIds = others ? match.contactIds() : before.contactIds();
    var kind = before.kind() == MeetingKind.EVENT || !others ? before.kind() : kind(contactIds);
    var fault =
        before.status() == MeetingStatus.SCHEDULED
            ? fault(now, others ? match : new Match(contactIds, false), kind)
            : fixed(before.status());
    if (fault == null && !arePresent(contactIds, scope)) {
      fault = Reason.CONTACT_REMOVED;
    }
    if (fault != null) {
      return skipped(now, event.meetingId, fault);
    }
    var after = said(now, before, kind, contactIds);
    boolean moved = !after.equals(said(before));
    var meeting = moved ? diary.move(event.meetingId, after, scope.held()) : before;
    var told = event.sequenceOf(before);
    event.note(now, people, meeting, Math.max(now.details().sequence(), moved ? told + 1 : told));
    events.note(event, now, scope);
    known.put(event.occurrence, events.keep(event));
    return ImportedEvent.of(
        now, moved ? ImportOutcome.CHANGED : ImportOutcome.UNCHANGED, event.meetingId, null);
  }

  private boolean arePresent(List<UUID> contactIds, ImportScope scope) {
    return scope.held().keySet().containsAll(contactIds)
        || contacts.people(contactIds).size() == contactIds.size();
  }

  /** What the file does not say stays; times are told in whole seconds. */
  private static Appointment said(
      Occurrence now, DiaryEntry before, MeetingKind kind, List<UUID> contactIds) {
    var details = now.details();
    return new Appointment(
        kind,
        contactIds,
        now.startsAt().equals(CalendarEvent.seconds(before.startsAt()))
            ? before.startsAt()
            : now.startsAt(),
        now.endsAt().equals(CalendarEvent.seconds(before.endsAt()))
            ? before.endsAt()
            : now.endsAt(),
        details.place() == null ? before.place() : details.place(),
        details.link() == null ? before.link() : details.link());
  }

  private static Appointment said(DiaryEntry meeting) {
    return new Appointment(
        meeting.kind(),
        meeting.contactIds(),
        meeting.startsAt(),
        meeting.endsAt(),
        meeting.place(),
        meeting.link());
  }

  private static boolean sameOnes(List<UUID> contactIds, DiaryEntry meeting) {
    return new HashSet<>(contactIds).equals(new HashSet<>(meeting.contactIds()));
  }

  private static MeetingKind kind(List<UUID> contactIds) {
    return contactIds.size() == 1 ? MeetingKind.ONE_ON_ONE : MeetingKind.GROUP;
  }

  private static Reason fault(Occurrence now, Match match, MeetingKind kind) {
    if (match.ambiguous()) {
      return Reason.AMBIGUOUS_CONTACT;
    }
    if (match.contactIds().size() > Appointment.MOST_CONTACTS) {
      return Reason.TOO_MANY_CONTACTS;
    }
    return now.duration().compareTo(Appointment.longest(kind)) > 0 ? Reason.TOO_LONG : null;
  }

  private static Reason fixed(MeetingStatus status) {
    return switch (status) {
      case HELD -> Reason.MEETING_HELD;
      case VOIDED -> Reason.MEETING_VOIDED;
      case CANCELLED, SCHEDULED -> Reason.MEETING_CANCELLED;
    };
  }

  private static ImportedEvent skipped(Occurrence now, UUID meetingId, Reason reason) {
    return ImportedEvent.of(now, ImportOutcome.SKIPPED, meetingId, reason);
  }
}
