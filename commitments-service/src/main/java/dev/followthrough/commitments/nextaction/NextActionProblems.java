package dev.followthrough.commitments.nextaction;

import dev.followthrough.platform.problem.ProblemCatalogue;
import dev.followthrough.platform.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Why a line of the owner's list cannot be hidden. */
@ApplicationScoped
class NextActionProblems implements ProblemCatalogue {

  static final ProblemType PROMISE_STAYS =
      new ProblemType(
          "promise-cannot-be-dismissed",
          409,
          "A promise cannot be dismissed",
          "What the owner promised is to be delivered until its deadline, whatever the list shows."
              + " Deliver it, or snooze the line: that moves no deadline either.");
  static final ProblemType DONE_BY_ITS_CALL =
      new ProblemType(
          "done-by-its-call",
          409,
          "This is done by a call of its own",
          "To deliver what was promised, and to apologise for what was missed, is evidence, and is"
              + " recorded by the call that `detail` and the line's `doneBy` name. The line then"
              + " leaves by itself.");

  @Override
  public List<ProblemType> problems() {
    return List.of(PROMISE_STAYS, DONE_BY_ITS_CALL);
  }
}
