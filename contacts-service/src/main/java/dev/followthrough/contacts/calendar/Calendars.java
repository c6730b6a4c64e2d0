package dev.followthrough.contacts.calendar;

import dev.followthrough.contacts.calendar.format.CalendarEntry;
import dev.followthrough.contacts.calendar.format.CalendarEntry.Status;
import dev.followthrough.contacts.calendar.format.CalendarText;
import dev.followthrough.contacts.calendar.format.Window;
import dev.followthrough.contacts.calendar.format.Zone;
import dev.followthrough.contacts.contact.Contacts;
import dev.followthrough.contacts.contact.Person;
import dev.followthrough.contacts.meeting.Diary;
import dev.followthrough.contacts.meeting.DiaryEntry;
import dev.followthrough.contacts.profile.Profiles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Meetings as a calendar file, under the UID and in the zone in which a file brought them, else
 * under ours and in the owner's. Topics are told; notes, figures and addresses never.
 */
@ApplicationScoped
public class Calendars {

  private static final int MOST_NAMES = 5;

  private final Diary diary;
  private final Contacts contacts;
  private final Profiles profiles;
  private final KnownEvents events;

  Calendars(Diary diary, Contacts contacts, Profiles profiles, KnownEvents events) {
    this.diary = diary;
    this.contacts = contacts;
    this.profiles = profiles;
    this.events = events;
  }

  @Transactional
  String of(UUID meetingId) {
    return text(List.of(diary.get(meetingId)));
  }

  @Transactional
  String within(Window window) {
    var meetings = diary.between(window.from(), window.to(), CalendarImports.MOST + 1);
    if (meetings.size() > CalendarImports.MOST) {
      throw CalendarProblems.TOO_MANY.because(
          "There are more than %d meetings within the window.".formatted(CalendarImports.MOST));
    }
    return text(meetings);
  }

  private String text(List<DiaryEntry> meetings) {
    var ids = meetings.stream().map(DiaryEntry::id).toList();
    var brought =
        CalendarEvent.ofMeetings(ids).stream()
            .collect(Collectors.toMap(event -> event.meetingId, Function.identity()));
    var people =
        contacts
            .people(
                meetings.stream()
                    .flatMap(meeting -> meeting.contactIds().stream())
                    .collect(Collectors.toSet()))
            .stream()
            .collect(Collectors.toMap(Person::id, Person::name));
    var owners = profiles.zone();
    var zones = new HashMap<String, Zone>();
    return CalendarText.of(
        meetings.stream()
            .map(
                meeting -> {
                  var event = brought.get(meeting.id());
                  return event == null
                      ? entry(
                          meeting,
                          CalendarEvent.ours(meeting, owners.getId()),
                          Zone.of(owners),
                          people)
                      : entry(
                          meeting,
                          event,
                          zones.computeIfAbsent(event.zone + event.zoneId, _ -> events.zone(event)),
                          people);
                })
            .toList());
  }

  private static CalendarEntry entry(
      DiaryEntry meeting, CalendarEvent event, Zone zone, Map<UUID, String> people) {
    return new CalendarEntry(
        event.uid,
        event.begins(),
        meeting.startsAt(),
        meeting.endsAt(),
        zone,
        summary(meeting, people),
        meeting.topics().isEmpty() ? null : String.join("\n", meeting.topics()),
        meeting.place(),
        meeting.link(),
        status(meeting, event),
        event.sequenceOf(meeting),
        meeting.createdAt(),
        meeting.changedAt());
  }

  private static String summary(DiaryEntry meeting, Map<UUID, String> people) {
    var what =
        switch (meeting.kind()) {
          case EVENT -> "Event";
          case ONE_ON_ONE, GROUP -> "Meeting";
        };
    var names = meeting.contactIds().stream().map(people::get).filter(Objects::nonNull).toList();
    if (names.isEmpty()) {
      return what;
    }
    if (names.size() > MOST_NAMES) {
      return "%s with %s and %d others"
          .formatted(
              what, String.join(", ", names.subList(0, MOST_NAMES)), names.size() - MOST_NAMES);
    }
    var last = names.getLast();
    return names.size() == 1
        ? what + " with " + last
        : "%s with %s and %s"
            .formatted(what, String.join(", ", names.subList(0, names.size() - 1)), last);
  }

  private static Status status(DiaryEntry meeting, CalendarEvent event) {
    return switch (meeting.status()) {
      case SCHEDULED -> event.tentative ? Status.TENTATIVE : Status.CONFIRMED;
      case HELD -> Status.CONFIRMED;
      case CANCELLED, VOIDED -> Status.CANCELLED;
    };
  }
}
