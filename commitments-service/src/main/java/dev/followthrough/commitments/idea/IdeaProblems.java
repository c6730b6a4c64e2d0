package dev.followthrough.commitments.idea;

import dev.followthrough.platform.problem.FieldError;
import dev.followthrough.platform.problem.ProblemCatalogue;
import dev.followthrough.platform.problem.ProblemException;
import dev.followthrough.platform.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Why something about an action idea is refused. */
@ApplicationScoped
class IdeaProblems implements ProblemCatalogue {

  static final int MOST = 500;

  static final ProblemType OF_THE_CATALOGUE =
      new ProblemType(
          "action-idea-of-the-catalogue",
          409,
          "The action idea belongs to the catalogue",
          "The ideas of the catalogue are the same for everybody and can be neither changed nor"
              + " deleted. Add one of your own instead (`POST /v1/action-ideas`).");

  static final ProblemType TOO_MANY =
      new ProblemType(
          "too-many-action-ideas",
          409,
          "There are too many action ideas of your own",
          "An owner has at most %d of their own. Delete some that nobody needs any more; the"
                  .formatted(MOST)
              + " commitments that came from them keep their words.");

  static final ProblemType UNKNOWN =
      new ProblemType(
          "unknown-action-idea",
          422,
          "There is no such action idea",
          "`actionIdea` names an idea of the catalogue or one of the owner's own, by its id or by the"
              + " key of the catalogue. `GET /v1/action-ideas` lists them.");

  static ProblemException unknown(String pointer, String name) {
    return new ProblemException(
        UNKNOWN,
        "%s: there is no action idea %s.".formatted(pointer, name),
        List.of(new FieldError(pointer, "known-action-idea", "is not an action idea")));
  }

  @Override
  public List<ProblemType> problems() {
    return List.of(OF_THE_CATALOGUE, TOO_MANY, UNKNOWN);
  }
}
