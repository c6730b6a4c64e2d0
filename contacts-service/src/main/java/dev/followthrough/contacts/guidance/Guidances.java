package dev.followthrough.contacts.guidance;

import dev.followthrough.contacts.contact.Contacts;
import dev.followthrough.contacts.guidance.GuidanceRule.Advice;
import dev.followthrough.contacts.meeting.HeldMeetings;
import dev.followthrough.contacts.openloop.OpenLoops;
import dev.followthrough.contacts.owed.Owing;
import dev.followthrough.contacts.profile.Profiles;
import dev.followthrough.contacts.standing.Standings;
import dev.followthrough.contacts.touch.Conversations;
import dev.followthrough.platform.problem.Problems;
import dev.followthrough.platform.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the owner should know before reaching out to a contact. */
@ApplicationScoped
class Guidances {

  /** What is to be said on a day, and whether the contact's standing is known. */
  record Guidance(UUID contactId, LocalDate on, List<Advice> advice, boolean knowsStanding) {}

  private static final Duration FURTHEST = Duration.ofDays(366);
  private static final Duration YEAR = Duration.ofDays(365);

  private final Contacts contacts;
  private final Conversations conversations;
  private final HeldMeetings meetings;
  private final OpenLoops loops;
  private final Owing owing;
  private final Standings standings;
  private final Profiles profiles;
  private final BusinessTime time;

  Guidances(
      Contacts contacts,
      Conversations conversations,
      HeldMeetings meetings,
      OpenLoops loops,
      Owing owing,
      Standings standings,
      Profiles profiles,
      BusinessTime time) {
    this.contacts = contacts;
    this.conversations = conversations;
    this.meetings = meetings;
    this.loops = loops;
    this.owing = owing;
    this.standings = standings;
    this.profiles = profiles;
    this.time = time;
  }

  /**
   * @param at for when it is said, or null for now; until then nothing more happens
   * @param withStanding whether the client may know of the contact's standing; else it is unknown
   */
  @Transactional
  Guidance about(UUID contactId, Instant at, boolean withStanding) {
    var then = then(at);
    var known = known(contactId, then, withStanding);
    var day = profiles.day();
    var today = day.dateOf(then);
    return new Guidance(
        contactId,
        today,
        GuidanceRule.advise(known, today, day.zone()),
        known.standing().isPresent());
  }

  private Instant then(Instant at) {
    var now = time.now();
    if (at == null) {
      return now;
    }
    if (at.isBefore(now)) {
      throw Problems.invalid("?at", "not-past", "must not be before now");
    }
    if (at.isAfter(now.plus(FURTHEST))) {
      throw Problems.invalid(
          "?at", "furthest", "must be at most %d days ahead".formatted(FURTHEST.toDays()));
    }
    return at;
  }

  private Acquaintance known(UUID contactId, Instant then, boolean withStanding) {
    var ids = List.of(contactId);
    var contact =
        contacts.talkingPoints(ids).stream()
            .findFirst()
            .orElseThrow(() -> contacts.missing(contactId));
    var loop = loops.longestOpen(ids, then).get(contactId);
    return new Acquaintance(
        contact.doNotContact(),
        contact.origin(),
        contact.addedAt(),
        conversations.latest(contactId, TouchRule.LOOKS_BACK),
        conversations.count(contactId, then.minus(YEAR), then),
        meetings.count(contactId),
        meetings.last(ids).get(contactId),
        conversations.lastAnswered(contactId).orElse(null),
        loop == null ? null : loop.happenedAt(),
        owing.isOpenWith(contactId, then),
        withStanding ? standings.of(contactId) : Optional.empty());
  }
}
