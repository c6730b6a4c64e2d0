package dev.followthrough.commitments.ask;

import dev.followthrough.commitments.meeting.HeldMeeting;
import dev.followthrough.commitments.meeting.Meetings;
import dev.followthrough.commitments.person.People;
import dev.followthrough.commitments.standing.StandingFacts;
import dev.followthrough.commitments.touch.Touches;
import dev.followthrough.events.ReliabilityState;
import dev.followthrough.events.StandingChanged;
import dev.followthrough.events.StandingReliability;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Finds out what went before an ask, the touch that the ask is left out. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Before {

  private final Touches touches;
  private final Meetings meetings;
  private final People people;
  private final StandingFacts standings;

  Before(Touches touches, Meetings meetings, People people, StandingFacts standings) {
    this.touches = touches;
    this.meetings = meetings;
    this.people = people;
    this.standings = standings;
  }

  WentBefore of(Asked asked) {
    // the last moment before it that the database tells apart
    var before = asked.askedAt.minus(1, ChronoUnit.MICROS);
    var standing =
        people
            .present(asked.contactId)
            .flatMap(person -> standings.of(person, asked.askedAt))
            .map(StandingChanged::reliability);
    return new WentBefore(
        last(asked.contactId, before)
            .map(last -> Duration.between(last, asked.askedAt).toDays())
            .orElse(null),
        asked.toldSince == null ? null : touches.tells(asked.contactId, asked.toldSince, before),
        standing.map(StandingReliability::state).orElse(ReliabilityState.UNTESTED),
        standing.map(StandingReliability::estimate).orElse(null));
  }

  private Optional<Instant> last(UUID contactId, Instant before) {
    return Stream.concat(
            touches.last(contactId, before).stream(),
            meetings.heldWith(contactId, Instant.EPOCH, before).stream().map(HeldMeeting::endsAt))
        .max(Comparator.naturalOrder());
  }
}
