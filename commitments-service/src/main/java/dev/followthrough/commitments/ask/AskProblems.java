package dev.followthrough.commitments.ask;

import dev.followthrough.platform.problem.ProblemCatalogue;
import dev.followthrough.platform.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Why something about an ask is refused. */
@ApplicationScoped
class AskProblems implements ProblemCatalogue {

  static final ProblemType NOT_NEXT =
      new ProblemType(
          "ask-outcome-not-next",
          409,
          "That cannot come of the ask now",
          "What has ended can turn out otherwise (a no can become a yes or a loss, one that was let"
              + " go can be answered), but an ask that was granted, declined or lost does not wait"
              + " again, and none is answered or let go twice. `detail` says how it stands.");
  static final ProblemType TOO_EARLY =
      new ProblemType(
          "ask-outcome-too-early",
          422,
          "It would come before what came last",
          "`happenedAt` must not lie before the ask, nor before the last thing that came of it.");
  static final ProblemType TOO_MANY_STEPS =
      new ProblemType(
          "ask-too-many-outcomes",
          409,
          "Too much has come of this ask already",
          "An ask keeps 50 outcomes for each contact. Make a new ask.");
  static final ProblemType NOT_ASKED =
      new ProblemType(
          "not-asked",
          422,
          "The ask does not name that contact",
          "`contactId` must be one of the contacts of the ask who are in the network.");
  static final ProblemType UNKNOWN_GOAL =
      new ProblemType(
          "ask-goal-unknown",
          422,
          "The goal that the ask names is unknown",
          "`goalId` names a goal that there is not. Set the goal first, or leave it out.");

  @Override
  public List<ProblemType> problems() {
    return List.of(NOT_NEXT, TOO_EARLY, TOO_MANY_STEPS, NOT_ASKED, UNKNOWN_GOAL);
  }
}
