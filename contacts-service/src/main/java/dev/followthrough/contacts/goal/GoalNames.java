package dev.followthrough.contacts.goal;

import dev.followthrough.contacts.presence.PersonMerged;
import dev.followthrough.contacts.presence.PersonRemoved;
import dev.followthrough.contacts.presence.PersonRestored;
import dev.followthrough.contacts.presence.PersonUnmerged;
import dev.followthrough.platform.problem.FieldError;
import dev.followthrough.platform.problem.ProblemException;
import dev.followthrough.platform.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Which goals a contact, a meeting or an ask names: those say so, and a goal shows it. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class GoalNames {

  private final BusinessTime time;

  GoalNames(BusinessTime time) {
    this.time = time;
  }

  /**
   * From now on it names these goals and no others.
   *
   * @param goalIds null for none
   * @throws ProblemException when there is no such goal; its errors point to {@code /goalIds}
   */
  public void say(GoalSubject kind, UUID subjectId, List<UUID> goalIds) {
    var wanted = goalIds == null ? List.<UUID>of() : goalIds;
    var named = GoalNaming.goalsOf(subjectId);
    var affected = new HashSet<UUID>(wanted);
    affected.addAll(named);
    affected.removeIf(id -> wanted.contains(id) && named.contains(id));
    if (affected.isEmpty()) {
      return;
    }
    var changed = stir(affected);
    requireKnown(wanted, named, changed);
    GoalNaming.forget(subjectId, affected);
    for (var goalId : wanted) {
      if (!named.contains(goalId)) {
        GoalNaming.of(goalId, kind, subjectId, time.now()).persist();
      }
    }
  }

  /**
   * From now on it names this goal, if there still is one, and no other.
   *
   * @param goalId null for none
   */
  void sayIfThere(GoalSubject kind, UUID subjectId, UUID goalId) {
    var affected = GoalNaming.goalsOf(subjectId);
    if (goalId != null && !affected.remove(goalId)) {
      affected.add(goalId);
    }
    var there = stir(affected);
    if (!affected.isEmpty()) {
      GoalNaming.forget(subjectId, affected);
    }
    if (goalId != null && there.contains(goalId)) {
      GoalNaming.of(goalId, kind, subjectId, time.now()).persist();
    }
  }

  /** It is gone for good. */
  public void forget(UUID subjectId) {
    stir(GoalNaming.goalsOf(subjectId));
    GoalNaming.forget(subjectId);
  }

  void gone(@Observes PersonRemoved person) {
    stir(GoalNaming.goalsOf(person.id()));
    GoalNaming.hide(person.id(), true);
  }

  void back(@Observes PersonRestored person) {
    stir(GoalNaming.goalsOf(person.id()));
    GoalNaming.hide(person.id(), false);
  }

  void merged(@Observes PersonMerged person) {
    stir(GoalNaming.goalsOf(person.id()));
    GoalNaming.hide(person.id(), true);
  }

  void unmerged(@Observes PersonUnmerged person) {
    stir(GoalNaming.goalsOf(person.id()));
    GoalNaming.hide(person.id(), false);
  }

  /** What these goals brought changes. */
  private static Set<UUID> stir(Collection<UUID> goalIds) {
    if (goalIds.isEmpty()) {
      return Set.of();
    }
    var goals = Goal.lockAll(goalIds);
    goals.forEach(goal -> goal.namings++);
    return goals.stream().map(goal -> goal.id).collect(Collectors.toSet());
  }

  private static void requireKnown(List<UUID> wanted, Set<UUID> named, Set<UUID> found) {
    var unknown = new ArrayList<FieldError>();
    for (var i = 0; i < wanted.size(); i++) {
      if (!named.contains(wanted.get(i)) && !found.contains(wanted.get(i))) {
        unknown.add(new FieldError("/goalIds/" + i, "unknown-goal", "there is no such goal"));
      }
    }
    if (!unknown.isEmpty()) {
      throw new ProblemException(
          GoalProblems.UNKNOWN, "%d of the goals are unknown.".formatted(unknown.size()), unknown);
    }
  }
}
