package dev.followthrough.commitments.person;

import dev.followthrough.platform.problem.ProblemCatalogue;
import dev.followthrough.platform.problem.ProblemException;
import dev.followthrough.platform.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** A contact was merged into another; the same in each service. */
@ApplicationScoped
public class MergedContact implements ProblemCatalogue {

  private static final ProblemType TYPE =
      new ProblemType(
          "merged-into",
          410,
          "The contact was merged into another",
          "The two were one person, and all that was known of this one is the other's now:"
              + " `contactId` names it. Ask for that one; while the merge can be undone, this one"
              + " can come back.");

  static ProblemException into(UUID contactId) {
    return TYPE.because("It is the contact %s now.".formatted(contactId))
        .with("contactId", contactId);
  }

  @Override
  public List<ProblemType> problems() {
    return List.of(TYPE);
  }
}
