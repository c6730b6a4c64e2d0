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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Asks worth making: for each need of the owner's that has been open for 30 days, up to three
 * contacts who offer it and whom they could ask today, the nearest of those found. There are ten at
 * most, those of the oldest needs.
 */
@ApplicationScoped
class AskActions implements ActionSource {

  static final Duration OPEN = Duration.ofDays(30);
  static final int CONTACTS = 3;

  private static final int MOST = 10;

  /** So many of each need are judged first; then twice as many, and so on. */
  private static final int AT_FIRST = 10;

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
    var needs = openNeeds(wanted).iterator();
    var found = new ArrayList<OpenAction>();
    // needs are often alike: whoever is looked up for one is not looked up again for the next
    var offering = new HashMap<Set<String>, List<KnownPerson>>();
    var judged = new HashMap<UUID, Readiness>();
    while (found.size() < MOST && needs.hasNext()) {
      var some = new ArrayList<ReadySearch>();
      while (some.size() < MOST && needs.hasNext()) {
        var need = needs.next();
        var who =
            offering.computeIfAbsent(
                Set.copyOf(OfferRule.stems(need.words())), stems -> offering(stems, wanted));
        some.add(new ReadySearch(need, candidates(need, who), CONTACTS));
      }
      search(some, judged, wanted.now());
      some.stream()
          .filter(search -> !search.ready().isEmpty())
          .limit(MOST - found.size())
          .forEach(search -> found.add(action(search.need(), search.ready())));
    }
    return found.stream()
        .filter(
            action ->
                wanted.after() == null
                    || ActionRank.ORDER.compare(action.place(), wanted.after()) > 0)
        .sorted(Comparator.comparing(OpenAction::place, ActionRank.ORDER))
        .limit(wanted.limit())
        .toList();
  }

  private void search(List<ReadySearch> searches, Map<UUID, Readiness> judged, Instant now) {
    for (var most = AT_FIRST; ; most *= 2) {
      var next = next(searches, most);
      if (next.isEmpty()) {
        return;
      }
      judged.putAll(
          readiness.of(next.stream().filter(id -> !judged.containsKey(id)).toList(), now));
      searches.forEach(
          search ->
              search.judge(one -> judged.containsKey(one.id()) && judged.get(one.id()).at(now)));
    }
  }

  private static List<UUID> next(List<ReadySearch> searches, int most) {
    return searches.stream()
        .flatMap(search -> search.next(most).stream())
        .map(KnownPerson::id)
        .distinct()
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

  private List<KnownPerson> offering(Set<String> stems, Wanted wanted) {
    var ids =
        wanted.contactId() == null
            ? offers.offering(stems, wanted.inner())
            : List.of(wanted.contactId());
    return people.present(ids).stream()
        .filter(one -> !one.facts().doNotContact() && one.circle() != Circle.RELEASED)
        .toList();
  }

  /** The nearest first. */
  private static List<KnownPerson> candidates(OwnerNeed need, List<KnownPerson> offering) {
    return offering.stream()
        .filter(
            one ->
                OfferRule.matches(need.words(), one.facts().offers())
                    || OfferRule.matches(need.words(), one.facts().expertise()))
        .sorted(Comparator.comparing(KnownPerson::circle).thenComparing(one -> one.id().toString()))
        .toList();
  }

  private OpenAction action(OwnerNeed need, List<KnownPerson> asked) {
    return new OpenAction(
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
        names -> "Ask %s for what you still need: %s".formatted(names, Brief.of(need.words())),
        names ->
            "Ask for what you still need, %s: %s could help, and nothing speaks against it."
                .formatted(Brief.of(need.words()), names));
  }

  private static UUID subject(OwnerNeed need) {
    return ActionIds.named(CurrentOwner.require(), "need/" + need.words());
  }

  /** As exact as the database keeps it. */
  private static Instant since(OwnerNeed need) {
    return need.since().truncatedTo(ChronoUnit.MICROS);
  }
}
