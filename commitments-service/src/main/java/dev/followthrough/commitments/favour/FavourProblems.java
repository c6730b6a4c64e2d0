package dev.followthrough.commitments.favour;

import dev.followthrough.platform.problem.FieldError;
import dev.followthrough.platform.problem.ProblemCatalogue;
import dev.followthrough.platform.problem.ProblemException;
import dev.followthrough.platform.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Why something about a favour is refused. */
@ApplicationScoped
class FavourProblems implements ProblemCatalogue {

  static final ProblemType NOT_THE_SAME_DEED =
      new ProblemType(
          "not-the-same-deed",
          422,
          "The commitment is not the same deed as the favour",
          "`commitmentId` names an individual commitment between the owner and the same contact:"
              + " one that the owner promised for a favour given, one that the contact promised for"
              + " a favour received.");

  static final ProblemType WRONG_WAY =
      new ProblemType(
          "introduction-wrong-way",
          422,
          "That kind of introduction goes the other way",
          "An introduction that the owner made (`introductionMade`) is a favour given; one that"
              + " the owner received (`introductionReceived`) is a favour received.");

  static ProblemException wrongWay() {
    return new ProblemException(
        WRONG_WAY,
        "/kind: goes the other way than `direction`.",
        List.of(new FieldError("/kind", "fits-direction", "goes the other way")));
  }

  static ProblemException notTheSameDeed() {
    return new ProblemException(
        NOT_THE_SAME_DEED,
        "/commitmentId: is not such a commitment.",
        List.of(new FieldError("/commitmentId", "same-deed", "is not such a commitment")));
  }

  @Override
  public List<ProblemType> problems() {
    return List.of(NOT_THE_SAME_DEED, WRONG_WAY);
  }
}
