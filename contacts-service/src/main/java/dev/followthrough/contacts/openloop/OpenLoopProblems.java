package dev.followthrough.contacts.openloop;

import dev.followthrough.platform.problem.ProblemCatalogue;
import dev.followthrough.platform.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Why an open loop is not let go. */
@ApplicationScoped
class OpenLoopProblems implements ProblemCatalogue {

  static final ProblemType CLOSED =
      new ProblemType(
          "open-loop-closed",
          409,
          "The loop is not open any more",
          "It was answered or let go already; nothing waits for the owner here.");

  @Override
  public List<ProblemType> problems() {
    return List.of(CLOSED);
  }
}
