package dev.followthrough.contacts.calendar;

import dev.followthrough.platform.problem.ProblemCatalogue;
import dev.followthrough.platform.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Why a calendar is refused. */
@ApplicationScoped
class CalendarProblems implements ProblemCatalogue {

  static final ProblemType TOO_MANY =
      new ProblemType(
          "too-many-events",
          422,
          "There are too many events",
          "A file may hold 5,000 events; within the window, with each occurrence of a series, there"
              + " may be 2,000, of those to be imported as of those to be read. Nothing was done."
              + " Choose a narrower window by `from` and `to`, or divide the file.");

  @Override
  public List<ProblemType> problems() {
    return List.of(TOO_MANY);
  }
}
