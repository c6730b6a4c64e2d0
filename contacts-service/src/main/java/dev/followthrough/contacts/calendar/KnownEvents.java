package dev.followthrough.contacts.calendar;

import dev.followthrough.contacts.calendar.format.Finding.Occurrence;
import dev.followthrough.contacts.calendar.format.Zone;
import dev.followthrough.contacts.meeting.Diary;
import dev.followthrough.contacts.meeting.DiaryEntry;
import dev.followthrough.contacts.profile.Profiles;
import dev.followthrough.platform.owner.CurrentOwner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The events of calendar files that have become meetings, and the meetings that our own files tell.
 * They are held detached, so that a file of thousands is not compared with itself at each write.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class KnownEvents {

  private final Diary diary;
  private final Profiles profiles;
  private final EntityManager entities;

  KnownEvents(Diary diary, Profiles profiles, EntityManager entities) {
    this.diary = diary;
    this.profiles = profiles;
    this.entities = entities;
  }

  /** One import of an owner after the other, for each would add what the other adds. */
  void hold() {
    entities
        .createNativeQuery(
            "select cast(pg_advisory_xact_lock(hashtextextended(?1, 8)) as text)", String.class)
        .setParameter(1, CurrentOwner.require() + " calendar")
        .getSingleResult();
  }

  /** By UID, and by when they were to begin; their meetings are held on to. */
  Map<String, Map<String, CalendarEvent>> of(Collection<String> uids) {
    var known = new HashMap<String, Map<String, CalendarEvent>>();
    var events = CalendarEvent.of(uids);
    events.forEach(
        event ->
            known.computeIfAbsent(event.uid, _ -> new TreeMap<>()).put(event.occurrence, event));
    var ours = ours(uids.stream().filter(uid -> !known.containsKey(uid)).toList());
    var ids = new HashSet<>(ours.values());
    events.forEach(event -> ids.add(event.meetingId));
    var meetings = diary.hold(ids);
    events.forEach(event -> event.meeting = meetings.get(event.meetingId));
    var zone = profiles.zone().getId();
    ours.forEach(
        (uid, id) -> {
          if (meetings.containsKey(id)) {
            var event = CalendarEvent.ours(meetings.get(id), zone);
            known.put(uid, new TreeMap<>(Map.of("", event)));
          }
        });
    entities.clear();
    return known;
  }

  /** By UID of our own, the meeting that it names, unless that has come from a file. */
  private static Map<String, UUID> ours(Collection<String> uids) {
    var named = new HashMap<String, UUID>();
    for (var uid : uids) {
      var id = CalendarEvent.meetingOf(uid);
      if (id != null) {
        named.put(uid, id);
      }
    }
    var brought = CalendarEvent.ofMeetings(named.values());
    named.values().removeAll(brought.stream().map(event -> event.meetingId).toList());
    return named;
  }

  /** The meeting of an event, as it is at this moment. */
  DiaryEntry meeting(CalendarEvent event) {
    return event.meeting == null ? diary.get(event.meetingId) : event.meeting;
  }

  /** Keeps what is new of an event. */
  CalendarEvent keep(CalendarEvent event) {
    var kept = event;
    if (event.ownerId() == null) {
      event.persist();
    } else {
      kept = entities.merge(event);
      kept.meeting = event.meeting;
    }
    entities.flush();
    entities.clear();
    return kept;
  }

  /** The zone in which a file tells an event. */
  void note(CalendarEvent event, Occurrence now, ImportScope scope) {
    Zone zone = now.zone();
    event.zone = zone.id();
    event.zoneId =
        zone.definition() == null
            ? null
            : scope.zones().computeIfAbsent(zone.definition(), CalendarZone::idOf);
  }

  Zone zone(CalendarEvent event) {
    if (event.zoneId == null) {
      return Zone.of(ZoneId.of(event.zone));
    }
    CalendarZone zone = CalendarZone.findById(event.zoneId);
    return Zone.defined(zone.definition);
  }

  void eraseAll() {
    CalendarEvent.deleteAll();
    CalendarZone.deleteAll();
  }
}
