package dev.followthrough.contacts.goal;

import dev.followthrough.events.GoalStatus;
import dev.followthrough.platform.http.Preconditions;
import dev.followthrough.platform.json.MergePatch;
import dev.followthrough.platform.outbox.Outbox;
import dev.followthrough.platform.problem.Problems;
import dev.followthrough.platform.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The owner's goals: setting, changing, removing and finding them, with what they brought. */
@ApplicationScoped
public class Goals {

  private static final int SHOWN = 50;

  private final Outbox outbox;
  private final Preconditions preconditions;
  private final BusinessTime time;

  Goals(Outbox outbox, Preconditions preconditions, BusinessTime time) {
    this.outbox = outbox;
    this.preconditions = preconditions;
    this.time = time;
  }

  /** A goal with what named it last. */
  record ShownGoal(Goal goal, List<GoalNaming> named) {}

  @Transactional
  ShownGoal set(GoalFields fields) {
    var goal = new Goal();
    outbox.append(goal.set(fields, time.now()));
    goal.persist();
    Goal.flush();
    return new ShownGoal(goal, List.of());
  }

  @Transactional
  ShownGoal get(UUID id) {
    return shown(find(id));
  }

  /** Those of the ids that there are. */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<KnownGoal> known(Collection<UUID> ids) {
    return ids.isEmpty()
        ? List.of()
        : Goal.<Goal>list("id in ?1", ids).stream().map(KnownGoal::of).toList();
  }

  @Transactional
  List<Goal> list(Optional<UUID> after, GoalStatus status, int limit) {
    return Goal.after(after, status, limit);
  }

  @Transactional
  List<GoalNaming> brought(UUID id, Optional<UUID> after, int limit) {
    return GoalNaming.after(find(id).id, after, limit);
  }

  @Transactional
  ShownGoal change(UUID id, MergePatch<GoalFields> patch) {
    var goal = lock(id);
    goal.change(patch.applyTo(goal.fields()), time.now()).ifPresent(outbox::append);
    Goal.flush();
    return shown(goal);
  }

  @Transactional
  void remove(UUID id) {
    var goal = lock(id);
    if (GoalNaming.isNamed(id)) {
      throw GoalProblems.NAMED.because("A contact, a meeting or an ask names it.");
    }
    GoalNaming.delete("goalId", id);
    outbox.append(goal.removed());
    goal.delete();
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public void eraseAll() {
    GoalNaming.deleteAll();
    Goal.deleteAll();
  }

  private static Goal find(UUID id) {
    return Goal.find(id).orElseThrow(() -> Problems.notFound("goal", id));
  }

  private Goal lock(UUID id) {
    var goal = Goal.lock(id).orElseThrow(() -> Problems.notFound("goal", id));
    preconditions.requireMatch(goal.version);
    return goal;
  }

  private static ShownGoal shown(Goal goal) {
    return new ShownGoal(goal, GoalNaming.after(goal.id, Optional.empty(), SHOWN));
  }
}
