package dev.followthrough.contacts.brief;

import dev.followthrough.contacts.contact.Portrait;
import dev.followthrough.contacts.conversation.Facts;
import dev.followthrough.contacts.conversation.Facts.Dated;
import dev.followthrough.contacts.conversation.Facts.Stay;
import dev.followthrough.contacts.goal.KnownGoal;
import dev.followthrough.contacts.meeting.KnownMeeting;
import dev.followthrough.contacts.openloop.KnownLoop;
import dev.followthrough.contacts.owed.KnownOwed;
import dev.followthrough.contacts.owed.OwedState;
import dev.followthrough.contacts.profile.Myself;
import dev.followthrough.contacts.touch.KnownTouch;
import dev.followthrough.contacts.trip.KnownTrip;
import dev.followthrough.events.LoopReason;
import dev.followthrough.events.StandingChanged;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that a brief is made of, of one contact.
 *
 * @param owed empty also where the client may not see it
 * @param standing the same
 */
record Known(
    Portrait portrait,
    Myself owner,
    List<KnownTrip> trips,
    List<KnownTouch> touches,
    List<KnownMeeting> meetings,
    List<KnownLoop> loops,
    List<KnownOwed> owed,
    Optional<StandingChanged> standing,
    List<KnownGoal> goals,
    Optional<String> wantedFor) {

  boolean hasMet() {
    return !meetings.isEmpty();
  }

  /** The same as the rules of a conversation take it. */
  Facts facts(Instant now) {
    var origin = Optional.ofNullable(portrait.origin());
    return new Facts(
        day(now),
        hasMet(),
        work(),
        origin.map(one -> one.talkedAbout()).orElse(null),
        portrait.introducedBy(),
        portrait.location(),
        portrait.expertise(),
        portrait.sharedInterests(),
        portrait.needs(),
        portrait.offers(),
        portrait.occasions(),
        owed(one -> one.byOwner() && one.state() == OwedState.MISSED),
        owed(one -> !one.byOwner() && one.state() == OwedState.PROMISED),
        since(LoopReason.QUESTION),
        since(LoopReason.THANKS),
        meetings.stream()
            .flatMap(met -> met.topics().stream().map(t -> new Dated(t, day(met.endsAt()))))
            .toList(),
        goals.stream().map(goal -> new Dated(goal.words(), goal.byWhen())).toList(),
        trips.stream().map(trip -> new Stay(trip.place(), trip.from(), trip.to())).toList(),
        owner.offers());
  }

  private String work() {
    var work =
        Stream.of(portrait.role(), portrait.organisation())
            .filter(words -> words != null && !words.isBlank())
            .collect(Collectors.joining(" at "));
    return work.isEmpty() ? null : work;
  }

  private List<Dated> owed(Predicate<KnownOwed> which) {
    return owed.stream()
        .filter(which)
        .map(one -> new Dated(one.words(), day(one.dueAt())))
        .toList();
  }

  private List<LocalDate> since(LoopReason reason) {
    return loops.stream()
        .filter(loop -> loop.reason() == reason)
        .map(loop -> day(loop.happenedAt()))
        .toList();
  }

  private LocalDate day(Instant at) {
    return at.atZone(owner.timeZone()).toLocalDate();
  }
}
