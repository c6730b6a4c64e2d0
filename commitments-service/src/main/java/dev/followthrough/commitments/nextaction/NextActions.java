package dev.followthrough.commitments.nextaction;

import dev.followthrough.commitments.action.HiddenLines;
import dev.followthrough.commitments.action.HiddenLines.Hidden;
import dev.followthrough.commitments.action.HiddenLines.How;
import dev.followthrough.commitments.action.OpenAction;
import dev.followthrough.commitments.nextaction.ActionList.Search;
import dev.followthrough.commitments.person.KnownPerson;
import dev.followthrough.commitments.person.People;
import dev.followthrough.events.NextActionKind;
import dev.followthrough.platform.http.Preconditions;
import dev.followthrough.platform.problem.Problems;
import dev.followthrough.platform.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The owner's list for today: reading it and hiding lines. To hide one moves no deadline and does
 * nothing of what it asks for; what is done leaves by itself.
 */
@ApplicationScoped
public class NextActions {

  private static final Duration LONGEST_SNOOZE = Duration.ofDays(366);

  /** A line with those of its contacts who are in the network. */
  public record Line(OpenAction action, List<KnownPerson> with, Hidden hidden) {

    public String words() {
      return action.words().apply(names());
    }

    /** As an event says it: without what rests on standing. */
    public String told() {
      return action.told().apply(names());
    }

    private String names() {
      return Names.joined(with.stream().map(KnownPerson::name).toList());
    }
  }

  private final ActionList list;
  private final HiddenLines hidden;
  private final People people;
  private final Preconditions preconditions;
  private final BusinessTime time;

  NextActions(
      ActionList list,
      HiddenLines hidden,
      People people,
      Preconditions preconditions,
      BusinessTime time) {
    this.list = list;
    this.hidden = hidden;
    this.people = people;
    this.preconditions = preconditions;
    this.time = time;
  }

  @Transactional
  List<Line> list(Search search) {
    var lines = lines(list.find(search));
    var now = time.now();
    return search.hidden() ? lines.stream().map(line -> hidden(line, now)).toList() : lines;
  }

  /**
   * The top of the list with lines of all kinds, for an event, which says them as told.
   *
   * @param more how many further lines are counted at most
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Top top(int most, int more) {
    var all = list.find(new Search(null, null, false, true, null, most + more));
    var first = all.subList(0, Math.min(most, all.size()));
    return new Top(lines(first), all.size() - first.size());
  }

  /** The first lines, and how many come after them. */
  public record Top(List<Line> lines, int more) {}

  @Transactional
  Line get(UUID id, boolean withStanding) {
    return hidden(found(id, withStanding), time.now());
  }

  @Transactional
  Line snooze(UUID id, Instant until, boolean withStanding) {
    var now = time.now();
    if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST_SNOOZE))) {
      throw Problems.invalid(
          "/until", "within-a-year", "must lie after now, and 366 days ahead at most");
    }
    return hide(found(id, withStanding), new Hidden(How.SNOOZED, until, now));
  }

  @Transactional
  Line dismiss(UUID id, boolean withStanding) {
    var line = found(id, withStanding);
    if (line.action().kind() == NextActionKind.OWN_PROMISE) {
      throw NextActionProblems.PROMISE_STAYS.because(
          "It is due at %s.".formatted(line.action().doBy()));
    }
    return hide(line, new Hidden(How.DISMISSED, null, time.now()));
  }

  @Transactional
  Line done(UUID id, boolean withStanding) {
    var line = found(id, withStanding);
    var kind = line.action().kind();
    if (kind == NextActionKind.OWN_PROMISE || kind == NextActionKind.APOLOGY) {
      var doing = line.action().doing();
      throw NextActionProblems.DONE_BY_ITS_CALL.because(
          "Call %s %s.".formatted(doing.method(), doing.path()));
    }
    return hide(line, new Hidden(How.DONE, null, time.now()));
  }

  @Transactional
  void show(UUID id, boolean withStanding) {
    var line = hidden(found(id, withStanding), time.now());
    preconditions.requireMatchOf(NextActionView.of(line));
    if (line.hidden() == null) {
      throw Problems.notFound("hidden next action", id);
    }
    hidden.show(id);
  }

  private Line hide(Line line, Hidden how) {
    hidden.hide(line.action(), how);
    return hidden(line, how.at());
  }

  private Line found(UUID id, boolean withStanding) {
    return list.find(id, withStanding)
        .map(action -> lines(List.of(action)).getFirst())
        .orElseThrow(() -> Problems.notFound("next action", id));
  }

  private Line hidden(Line line, Instant now) {
    return new Line(line.action(), line.with(), hidden.of(line.action(), now).orElse(null));
  }

  private List<Line> lines(List<OpenAction> actions) {
    var ids = actions.stream().map(OpenAction::contactIds).flatMap(Collection::stream).toList();
    var present =
        people.present(ids).stream()
            .collect(Collectors.toMap(KnownPerson::id, Function.identity()));
    return actions.stream().map(action -> new Line(action, with(action, present), null)).toList();
  }

  private static List<KnownPerson> with(OpenAction action, Map<UUID, KnownPerson> present) {
    return action.contactIds().stream()
        .flatMap(id -> Optional.ofNullable(present.get(id)).stream())
        .toList();
  }
}
