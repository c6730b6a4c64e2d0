package dev.followthrough.contacts.erasure;

import dev.followthrough.contacts.calendar.CalendarErasure;
import dev.followthrough.contacts.contact.Contacts;
import dev.followthrough.contacts.duplicate.Duplicates;
import dev.followthrough.contacts.goal.Goals;
import dev.followthrough.contacts.keepintouch.KeepInTouchErasure;
import dev.followthrough.contacts.meeting.MeetingErasure;
import dev.followthrough.contacts.merge.Merges;
import dev.followthrough.contacts.owed.Owing;
import dev.followthrough.contacts.profile.Profiles;
import dev.followthrough.contacts.standing.Standings;
import dev.followthrough.contacts.touch.TouchRemoval;
import dev.followthrough.contacts.trip.Trips;
import dev.followthrough.contacts.verdict.Verdicts;
import dev.followthrough.events.ContactErased;
import dev.followthrough.events.OwnerErased;
import dev.followthrough.platform.erasure.Residue;
import dev.followthrough.platform.erasure.Tombstones;
import dev.followthrough.platform.outbox.Outbox;
import dev.followthrough.platform.problem.Problems;
import dev.followthrough.platform.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;

/**
 * Erases a contact or a whole owner: here at once, in the other services by an event, and with a
 * tombstone, so that nothing late brings anything back. The receipt is whole when all have
 * reported.
 */
@ApplicationScoped
class Erasures {

  private final Contacts contacts;
  private final MeetingErasure meetings;
  private final Verdicts verdicts;
  private final Owing owing;
  private final CalendarErasure calendars;
  private final TouchRemoval touches;
  private final Goals goals;
  private final Trips trips;
  private final Profiles profiles;
  private final Standings standings;
  private final KeepInTouchErasure keepInTouch;
  private final Duplicates duplicates;
  private final Merges merges;
  private final Residue residue;
  private final Tombstones tombstones;
  private final Outbox outbox;
  private final BusinessTime time;

  Erasures(
      Contacts contacts,
      MeetingErasure meetings,
      Verdicts verdicts,
      Owing owing,
      CalendarErasure calendars,
      TouchRemoval touches,
      Goals goals,
      Trips trips,
      Profiles profiles,
      Standings standings,
      KeepInTouchErasure keepInTouch,
      Duplicates duplicates,
      Merges merges,
      Residue residue,
      Tombstones tombstones,
      Outbox outbox,
      BusinessTime time) {
    this.contacts = contacts;
    this.meetings = meetings;
    this.verdicts = verdicts;
    this.owing = owing;
    this.calendars = calendars;
    this.touches = touches;
    this.goals = goals;
    this.trips = trips;
    this.profiles = profiles;
    this.standings = standings;
    this.keepInTouch = keepInTouch;
    this.duplicates = duplicates;
    this.merges = merges;
    this.residue = residue;
    this.tombstones = tombstones;
    this.outbox = outbox;
    this.time = time;
  }

  @Transactional
  Erasure erase(NewErasure wanted) {
    var now = time.now();
    var erasure = new Erasure();
    erasure.contactId = wanted.contactId();
    erasure.requestedAt = now;
    if (wanted.contactId() != null) {
      eraseContact(wanted.contactId(), erasure.id, now);
    } else {
      eraseOwner(erasure.id, now);
    }
    erasure.complete(outbox.source(), now);
    erasure.persistAndFlush();
    return erasure;
  }

  @Transactional
  Erasure get(UUID id) {
    return Erasure.<Erasure>findByIdOptional(id)
        .orElseThrow(() -> Problems.notFound("erasure", id));
  }

  @Transactional
  void note(UUID erasureId, String service, Instant at) {
    Erasure.lock(erasureId).ifPresent(erasure -> erasure.complete(service, at));
  }

  private void eraseContact(UUID contactId, UUID erasureId, Instant now) {
    if (!contacts.knows(contactId)) {
      throw Problems.notFound("contact", contactId);
    }
    if (!contacts.became(contactId).isEmpty()) {
      throw contacts.missing(contactId);
    }
    merges.partWholly(contactId);
    // whoever was merged into them is forgotten with them
    merges.within(contactId).forEach(merged -> forget(merged, now));
    forget(contactId, now);
    outbox.append(new ContactErased(contactId, erasureId));
  }

  private void forget(UUID contactId, Instant now) {
    meetings.eraseContact(contactId);
    verdicts.eraseContact(contactId);
    owing.eraseContact(contactId);
    touches.eraseContact(contactId);
    standings.eraseContact(contactId);
    contacts.erase(contactId);
    keepInTouch.eraseContact(contactId);
    duplicates.eraseContact(contactId);
    merges.eraseContact(contactId);
    residue.eraseMentionsOf(contactId);
    tombstones.lay("contact/" + contactId, now);
  }

  private void eraseOwner(UUID erasureId, Instant now) {
    calendars.eraseAll();
    meetings.eraseAll();
    verdicts.eraseAll();
    owing.eraseAll();
    contacts.eraseAll();
    touches.eraseAll();
    goals.eraseAll();
    trips.eraseAll();
    profiles.erase();
    standings.eraseAll();
    keepInTouch.eraseAll();
    duplicates.eraseAll();
    merges.eraseAll();
    Erasure.deleteAll();
    residue.eraseOwner();
    tombstones.layForOwner(now);
    outbox.append(new OwnerErased(erasureId));
  }
}
