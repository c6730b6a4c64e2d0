package dev.followthrough.contacts.brief;

import dev.followthrough.contacts.contact.Portrait;
import dev.followthrough.contacts.contact.Portraits;
import dev.followthrough.contacts.goal.Goals;
import dev.followthrough.contacts.goal.KnownGoal;
import dev.followthrough.contacts.meeting.KnownMeeting;
import dev.followthrough.contacts.meeting.KnownMeetings;
import dev.followthrough.contacts.openloop.OpenLoops;
import dev.followthrough.contacts.owed.Owing;
import dev.followthrough.contacts.profile.Myself;
import dev.followthrough.contacts.profile.Profiles;
import dev.followthrough.contacts.standing.Standings;
import dev.followthrough.contacts.touch.Touches;
import dev.followthrough.contacts.trip.KnownTrip;
import dev.followthrough.contacts.trip.Trips;
import dev.followthrough.contacts.verdict.Verdicts;
import dev.followthrough.events.GoalStatus;
import dev.followthrough.platform.problem.Problems;
import dev.followthrough.platform.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What to know before meeting somebody, gathered from the features: for each contact a fixed number
 * of statements and so many lines of each part that all of it is one page.
 */
@ApplicationScoped
class Briefs {

  static final int TOUCHES = 5;
  static final int MEETINGS = 3;
  static final int LOOPS = 10;
  static final int OWED = 20;
  static final int TRIPS = 10;
  static final int DAYS_AHEAD = 60;

  /** A meeting with what is known of each of its contacts. */
  record KnownBefore(KnownMeeting meeting, List<Known> contacts) {}

  /** What the client may see beside what everybody may. */
  record Sight(boolean privateParts, boolean commitments, boolean standing) {}

  private final Portraits portraits;
  private final KnownMeetings meetings;
  private final Touches touches;
  private final OpenLoops loops;
  private final Owing owing;
  private final Standings standings;
  private final Goals goals;
  private final Trips trips;
  private final Profiles profiles;
  private final Verdicts verdicts;
  private final BusinessTime time;

  Briefs(
      Portraits portraits,
      KnownMeetings meetings,
      Touches touches,
      OpenLoops loops,
      Owing owing,
      Standings standings,
      Goals goals,
      Trips trips,
      Profiles profiles,
      Verdicts verdicts,
      BusinessTime time) {
    this.portraits = portraits;
    this.meetings = meetings;
    this.touches = touches;
    this.loops = loops;
    this.owing = owing;
    this.standings = standings;
    this.goals = goals;
    this.trips = trips;
    this.profiles = profiles;
    this.verdicts = verdicts;
    this.time = time;
  }

  @Transactional
  Known ofContact(UUID id, Sight sight) {
    var found = portraits.of(List.of(id), sight.privateParts());
    if (found.isEmpty()) {
      throw portraits.missing(id);
    }
    return known(found, List.of(), sight).getFirst();
  }

  @Transactional
  KnownBefore ofMeeting(UUID id, Sight sight) {
    var meeting = meetings.find(id).orElseThrow(() -> Problems.notFound("meeting", id));
    var people = portraits.of(meeting.contactIds(), sight.privateParts());
    return new KnownBefore(meeting, known(people, meeting.goalIds(), sight));
  }

  private List<Known> known(List<Portrait> people, List<UUID> goalIds, Sight sight) {
    var owner = profiles.myself();
    var today = time.now().atZone(owner.timeZone()).toLocalDate();
    var travels = trips.between(today, today.plusDays(DAYS_AHEAD), TRIPS);
    return people.stream().map(one -> known(one, owner, travels, goalIds, sight)).toList();
  }

  private Known known(
      Portrait one, Myself owner, List<KnownTrip> travels, List<UUID> goalIds, Sight sight) {
    return new Known(
        one,
        owner,
        travels,
        touches.lastWith(one.id(), TOUCHES),
        meetings.lastHeldWith(one.id(), MEETINGS),
        loops.openWith(one.id(), LOOPS),
        sight.commitments() ? owing.with(one.id(), OWED) : List.of(),
        sight.standing() ? standings.of(one.id()) : Optional.empty(),
        openGoals(one, goalIds),
        verdicts.mutualValue(one.id()));
  }

  private List<KnownGoal> openGoals(Portrait one, List<UUID> goalIds) {
    var named = Stream.concat(goalIds.stream(), one.goalIds().stream()).distinct().toList();
    return goals.known(named).stream().filter(goal -> goal.status() == GoalStatus.OPEN).toList();
  }
}
