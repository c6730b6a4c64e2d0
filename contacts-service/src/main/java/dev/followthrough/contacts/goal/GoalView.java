package dev.followthrough.contacts.goal;

import dev.followthrough.events.GoalStatus;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A goal as a client reads it. */
record GoalView(
    @NotNull UUID id,
    @NotNull String words,
    LocalDate byWhen,
    @NotNull GoalStatus status,
    @Schema(description = "The last 50 contacts, meetings and asks that name it. In lists: absent.")
        List<BroughtView> brought,
    @NotNull Instant createdAt,
    @NotNull Instant changedAt) {

  /** A contact, a meeting or an ask that names the goal. */
  record BroughtView(@NotNull GoalSubject kind, @NotNull UUID id, @NotNull Instant namedAt) {

    static BroughtView of(GoalNaming naming) {
      return new BroughtView(naming.kind, naming.subjectId, naming.namedAt);
    }
  }

  static GoalView of(Goal goal) {
    return of(goal, null);
  }

  static GoalView of(Goal goal, List<GoalNaming> named) {
    return new GoalView(
        goal.id,
        goal.words,
        goal.byWhen,
        goal.status,
        named == null ? null : named.stream().map(BroughtView::of).toList(),
        goal.createdAt,
        goal.changedAt);
  }

  /** A part of the list of goals. */
  record GoalPage(@NotNull List<GoalView> items, String nextCursor) {}

  /** A part of the list of what a goal brought. */
  record BroughtPage(@NotNull List<BroughtView> items, String nextCursor) {}
}
