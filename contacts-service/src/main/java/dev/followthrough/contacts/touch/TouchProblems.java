package dev.followthrough.contacts.touch;

import dev.followthrough.platform.problem.FieldError;
import dev.followthrough.platform.problem.ProblemCatalogue;
import dev.followthrough.platform.problem.ProblemException;
import dev.followthrough.platform.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Why a touch is refused. */
@ApplicationScoped
class TouchProblems implements ProblemCatalogue {

  /** The same in each service that is told what happened. */
  static final ProblemType HAPPENED_IN_FUTURE =
      new ProblemType(
          "happened-in-the-future",
          422,
          "What is reported has not happened yet",
          "`happenedAt` must not lie after now. Leave it out for what happens at this moment.");

  static final ProblemType CANNOT_ANSWER =
      new ProblemType(
          "touch-cannot-answer",
          422,
          "The touch cannot answer the one that it names",
          "`answers` names an earlier touch with the same contact in the other direction: an"
              + " outbound touch answers an inbound one. `errors` says what is wrong with this"
              + " one.");

  static final ProblemType ANSWERED_BEFORE =
      new ProblemType(
          "touch-answered-before",
          409,
          "The touch would come after its answer",
          "Another touch, or a meeting, answers this one and happened before the new `happenedAt`."
              + " Correct or remove the answer first.");

  static ProblemException cannotAnswer(String rule, String detail) {
    return new ProblemException(
        CANNOT_ANSWER, "/answers: " + detail, List.of(new FieldError("/answers", rule, detail)));
  }

  @Override
  public List<ProblemType> problems() {
    return List.of(HAPPENED_IN_FUTURE, CANNOT_ANSWER, ANSWERED_BEFORE);
  }
}
