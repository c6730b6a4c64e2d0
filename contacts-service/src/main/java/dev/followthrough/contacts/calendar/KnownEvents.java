package dev.followthrough.contacts.calendar;

import dev.followthrough.contacts.calendar.format.Finding.Occurrence;
import dev.followthrough.contacts.calendar.format.Zone;
import dev.followthrough.contacts.meeting.Diary;
import dev.followthrough.contacts.profile.Profiles;
import dev.followthrough.platform.owner.CurrentOwner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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
    diary.hold(events.stream().map(event -> event.meetingId).toList());
    events.forEach(
        event ->
            known.computeIfAbsent(event.uid, _ -> new TreeMap<>()).put(event.occurrence, event));
    for (var uid : uids) {
      if (!known.containsKey(uid)) {
        ours(uid).ifPresent(event -> known.put(uid, new TreeMap<>(Map.of("", event))));
      }
    }
    entities.clear();
    return known;
  }

  private Optional<CalendarEvent> ours(String uid) {
    return Optional.ofNullable(CalendarEvent.meetingOf(uid))
        .filter(id -> CalendarEvent.ofMeetings(List.of(id)).isEmpty())
        .flatMap(diary::find)
        .map(meeting -> CalendarEvent.ours(meeting, profiles.zone().getId()));
  }

  /** Keeps what is new of an event. */
  CalendarEvent keep(CalendarEvent event) {
    var kept = event;
    if (event.ownerId() == null) {
      event.persist();
    } else {
      kept = entities.merge(event);
    }
    entities.flush();
    entities.clear();
    return kept;
  }

  /** The zone in which a file tells an event. */
  void note(CalendarEvent event, Occurrence now) {
    Zone zone = now.zone();
    event.zone = zone.id();
    event.zoneId = zone.definition() == null ? null : CalendarZone.idOf(zone.definition());
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
