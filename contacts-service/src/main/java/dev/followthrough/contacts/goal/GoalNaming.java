package dev.followthrough.contacts.goal;

import dev.followthrough.platform.owner.OwnedEntity;
import io.quarkus.panache.common.Page;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** That a contact, a meeting or an ask names a goal: the goal brought it, or it serves the goal. */
@Entity
class GoalNaming extends OwnedEntity {

  UUID goalId;

  @Enumerated(EnumType.STRING)
  GoalSubject kind;

  UUID subjectId;
  Instant namedAt;

  /** The contact is removed. */
  boolean hidden;

  static GoalNaming of(UUID goalId, GoalSubject kind, UUID subjectId, Instant now) {
    var naming = new GoalNaming();
    naming.goalId = goalId;
    naming.kind = kind;
    naming.subjectId = subjectId;
    naming.namedAt = now;
    return naming;
  }

  static Set<UUID> goalsOf(UUID subjectId) {
    return GoalNaming.<GoalNaming>list("subjectId", subjectId).stream()
        .map(naming -> naming.goalId)
        .collect(Collectors.toSet());
  }

  static void forget(UUID subjectId, Collection<UUID> goalIds) {
    delete("subjectId = ?1 and goalId in ?2", subjectId, goalIds);
  }

  static void forget(UUID subjectId) {
    delete("subjectId", subjectId);
  }

  static void hide(UUID subjectId, boolean hidden) {
    update("hidden = ?1 where subjectId = ?2", hidden, subjectId);
  }

  /** Also by somebody removed, who may come back. */
  static boolean isNamed(UUID goalId) {
    return count("goalId", goalId) > 0;
  }

  /** What names the goal, the last to do so first. */
  static List<GoalNaming> after(UUID goalId, Optional<UUID> last, int limit) {
    return GoalNaming.<GoalNaming>find(
            "goalId = ?1 and hidden = false and id < ?2 order by id desc",
            goalId,
            last.orElse(Goal.BEYOND_ALL))
        .page(Page.ofSize(limit))
        .list();
  }
}
