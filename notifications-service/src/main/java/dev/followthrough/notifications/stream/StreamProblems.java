package dev.followthrough.notifications.stream;

import dev.followthrough.platform.problem.ProblemCatalogue;
import dev.followthrough.platform.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What can be refused about event streams beside bad input. */
@ApplicationScoped
class StreamProblems implements ProblemCatalogue {

  static final ProblemType TOO_MANY =
      new ProblemType(
          "too-many-event-streams",
          429,
          "There are too many event streams",
          "An owner has at most so many streams open at once as the answer says. Close one, or follow"
              + " several event types in one stream.");

  @Override
  public List<ProblemType> problems() {
    return List.of(TOO_MANY);
  }
}
