package dev.followthrough.contacts.merge;

import dev.followthrough.platform.problem.ProblemCatalogue;
import dev.followthrough.platform.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Why a merge, or its undo, is refused. */
@ApplicationScoped
class MergeProblems implements ProblemCatalogue {

  static final ProblemType TWO_PEOPLE =
      new ProblemType(
          "merge-two-people",
          409,
          "The two contacts are two people",
          "Both take part in one meeting, and so in its agreement, or in one ask, or one of them"
              + " introduced the other: nobody does that with themselves. If it was recorded in"
              + " error, put that right and merge then.");

  static final ProblemType NOT_UNDOABLE =
      new ProblemType(
          "merge-not-undoable",
          409,
          "The merge cannot be undone",
          "It was undone already, or its 30 days are over, or the contact that stayed was removed"
              + " or merged since: then restore it first, or undo the later merge.");

  @Override
  public List<ProblemType> problems() {
    return List.of(TWO_PEOPLE, NOT_UNDOABLE);
  }
}
