package dev.followthrough.contacts.goal;

import dev.followthrough.platform.problem.ProblemCatalogue;
import dev.followthrough.platform.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Why something about a goal is refused. */
@ApplicationScoped
class GoalProblems implements ProblemCatalogue {

  static final ProblemType UNKNOWN =
      new ProblemType(
          "unknown-goal",
          422,
          "A goal that is named is unknown",
          "`goalIds` names a goal that there is not. Set the goal first, or leave the id out;"
              + " `errors` points to each.");

  static final ProblemType NAMED =
      new ProblemType(
          "goal-named",
          409,
          "The goal is named by something",
          "A contact, meeting or ask names the goal. Drop the goal (`status`), which keeps what it"
              + " brought, or take it off everything that names it first.");

  @Override
  public List<ProblemType> problems() {
    return List.of(UNKNOWN, NAMED);
  }
}
