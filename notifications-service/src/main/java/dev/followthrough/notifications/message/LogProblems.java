package dev.followthrough.notifications.message;

import dev.followthrough.platform.problem.ProblemCatalogue;
import dev.followthrough.platform.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What can be refused about the event log beside bad input. */
@ApplicationScoped
class LogProblems implements ProblemCatalogue {

  static final ProblemType FORGOTTEN =
      new ProblemType(
          "events-forgotten",
          409,
          "The log cannot be gone on with from there",
          "Events are kept for 30 days. Some that followed the place you gave are no longer in the"
              + " log, or the log has been erased since; to go on from there would leave a gap that"
              + " nobody sees. Read what you need to know anew, then begin without a place.");

  @Override
  public List<ProblemType> problems() {
    return List.of(FORGOTTEN);
  }
}
