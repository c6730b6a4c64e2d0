package dev.followthrough.notifications.feed;

import dev.followthrough.platform.problem.ProblemCatalogue;
import dev.followthrough.platform.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What can be refused about calendar feeds beside bad input. */
@ApplicationScoped
public class FeedProblems implements ProblemCatalogue {

  static final ProblemType TOO_MANY =
      new ProblemType(
          "too-many-calendar-feeds",
          409,
          "There are too many calendar feeds",
          "An owner has at most so many as the answer says. Remove one first:"
              + " `DELETE /v1/calendar-feeds/{id}`.");

  @Override
  public List<ProblemType> problems() {
    return List.of(TOO_MANY);
  }
}
