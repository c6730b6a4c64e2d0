package dev.followthrough.commitments.need;

import dev.followthrough.commitments.person.KnownPerson;
import dev.followthrough.events.OwnerNeed;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The search for the nearest of those who meet a need whom the owner could ask. Whether they could
 * is found out for some at a time, the nearest first, and for no more than it takes.
 */
final class ReadySearch {

  private final OwnerNeed need;
  private final List<KnownPerson> candidates;
  private final int wanted;
  private final List<KnownPerson> ready = new ArrayList<>();
  private int from;
  private int to;

  /**
   * @param candidates who meets the need, the nearest first
   * @param wanted so many are enough
   */
  ReadySearch(OwnerNeed need, List<KnownPerson> candidates, int wanted) {
    this.need = need;
    this.candidates = candidates;
    this.wanted = wanted;
  }

  /** The next, so many at most, to be judged; empty once there are enough or no others. */
  List<KnownPerson> next(int most) {
    from = to;
    to = ready.size() == wanted ? from : Math.min(candidates.size(), from + most);
    return candidates.subList(from, to);
  }

  /** Judges those that were given last. */
  void judge(Predicate<KnownPerson> isReady) {
    candidates.subList(from, to).stream()
        .filter(isReady)
        .limit(wanted - ready.size())
        .forEach(ready::add);
  }

  OwnerNeed need() {
    return need;
  }

  List<KnownPerson> ready() {
    return ready;
  }
}
