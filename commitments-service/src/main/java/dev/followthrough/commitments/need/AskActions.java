package dev.followthrough.commitments.need;

import dev.followthrough.commitments.action.ActionIds;
import dev.followthrough.commitments.action.ActionRank;
import dev.followthrough.commitments.action.ActionSource;
import dev.followthrough.commitments.action.Brief;
import dev.followthrough.commitments.action.HiddenLines;
import dev.followthrough.commitments.action.OpenAction;
import dev.followthrough.commitments.action.OpenAction.Doing;
import dev.followthrough.commitments.action.Wanted;
import dev.followthrough.commitments.person.KnownPerson;
import dev.followthrough.commitments.person.People;
import dev.followthrough.commitments.profile.OwnerZones;
import dev.followthrough.events.Circle;
import dev.followthrough.events.NextActionKind;
import dev.followthrough.events.OwnerNeed;
import dev.followthrough.platform.owner.CurrentOwner;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Asks worth making: for each need of the owner's that has been open for 30 days, up to three
 * contacts who offer it and whom they could ask today. The ten oldest needs that somebody meets are
 * looked at, and of each the ten nearest of those found, so that it costs the same in a network of
 * any size.
 */
@ApplicationScoped
class AskActions implements ActionSource {

  static final Duration OPEN = Duration.ofDays(30);
  static final int CONTACTS = 3;

  private static final int NEEDS = 10;
  private static final int CANDIDATES = 10;

  private final OwnerZones profile;
  private final People people;
  private final Offers offers;
  private final ReadinessRows readiness;
  private final HiddenLines hidden;

  AskActions(
      OwnerZones profile,
      People people,
      Offers offers,
      ReadinessRows readiness,
      HiddenLines hidden) {
    this.profile = profile;
    this.people = people;
    this.offers = offers;
    this.readiness = readiness;
    this.hidden = hidden;
  }

  @Override
  public NextActionKind kind() {
    return NextActionKind.ASK_WORTH_MAKING;
  }

  @Override
  public List<OpenAction> open(Wanted wanted) {
    var candidates = new LinkedHashMap<OwnerNeed, List<KnownPerson>>();
    for (var need : openNeeds(wanted)) {
      if (candidates.size() == NEEDS) {
        break;
      }
      var offering = candidates(need, wanted);
      if (!offering.isEmpty()) {
        candidates.put(need, offering);
      }
    }
    var ready = readiness.of(ids(candidates), wanted.now());
    return candidates.entrySet().stream()
        .flatMap(entry -> action(entry.getKey(), entry.getValue(), ready, wanted).stream())
        .filter(
            action ->
                wanted.after() == null
                    || ActionRank.ORDER.compare(action.place(), wanted.after()) > 0)
        .sorted(Comparator.comparing(OpenAction::place, ActionRank.ORDER))
        .limit(wanted.limit())
        .toList();
  }

  private List<OwnerNeed> openNeeds(Wanted wanted) {
    var hiddenNow = hidden.of(kind(), wanted.now());
    var seen = new HashSet<UUID>();
    return profile.facts().needs().stream()
        .filter(need -> !need.since().isAfter(wanted.now().minus(OPEN)))
        .filter(need -> wanted.subject() == null || wanted.subject().equals(subject(need)))
        .filter(
            need ->
                wanted.hidden() == null
                    || wanted.hidden() == since(need).equals(hiddenNow.get(subject(need))))
        .sorted(Comparator.comparing(OwnerNeed::since).thenComparing(OwnerNeed::words))
        .filter(need -> seen.add(subject(need)))
        .toList();
  }

  /** The nearest first. */
  private List<KnownPerson> candidates(OwnerNeed need, Wanted wanted) {
    var offering =
        wanted.contactId() == null
            ? offers.offering(OfferRule.stems(need.words()), wanted.inner())
            : List.of(wanted.contactId());
    return people.present(offering).stream()
        .filter(one -> !one.facts().doNotContact() && one.circle() != Circle.RELEASED)
        .filter(
            one ->
                OfferRule.matches(need.words(), one.facts().offers())
                    || OfferRule.matches(need.words(), one.facts().expertise()))
        .sorted(Comparator.comparing(KnownPerson::circle).thenComparing(one -> one.id().toString()))
        .limit(CANDIDATES)
        .toList();
  }

  private Optional<OpenAction> action(
      OwnerNeed need, List<KnownPerson> candidates, Map<UUID, Readiness> ready, Wanted wanted) {
    var asked =
        candidates.stream()
            .filter(one -> ready.containsKey(one.id()) && ready.get(one.id()).at(wanted.now()))
            .limit(CONTACTS)
            .toList();
    return asked.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new OpenAction(
                kind(),
                subject(need),
                since(need),
                asked.getFirst().circle() == Circle.INNER,
                since(need),
                null,
                since(need),
                asked.stream().map(KnownPerson::id).toList(),
                "profile",
                Doing.post("/v1/asks"),
                names ->
                    "Ask %s for what you still need: %s".formatted(names, Brief.of(need.words())),
                names ->
                    "Ask for what you still need, %s: %s could help, and nothing speaks against it."
                        .formatted(Brief.of(need.words()), names)));
  }

  private static List<UUID> ids(Map<OwnerNeed, List<KnownPerson>> candidates) {
    return candidates.values().stream()
        .flatMap(List::stream)
        .map(KnownPerson::id)
        .distinct()
        .toList();
  }

  private static UUID subject(OwnerNeed need) {
    return ActionIds.named(CurrentOwner.require(), "need/" + need.words());
  }

  /** As exact as the database keeps it. */
  private static Instant since(OwnerNeed need) {
    return need.since().truncatedTo(ChronoUnit.MICROS);
  }
}
