package dev.followthrough.contacts.contact;

import dev.followthrough.platform.problem.ProblemCatalogue;
import dev.followthrough.platform.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Why a call on a contact is refused. */
@ApplicationScoped
class ContactProblems implements ProblemCatalogue {

  static final ProblemType NOT_REMOVED =
      new ProblemType(
          "contact-not-removed",
          409,
          "The contact was not removed",
          "Only a removed contact can be restored, within 30 days of its removal.");

  static final ProblemType NO_ROOM =
      new ProblemType(
          "merge-too-much",
          422,
          "Together the two contacts have more than one can have",
          "Merging unites the lists of both, and one of them would be too long: `errors` names it."
              + " Take out of it what is not needed, and merge then.");

  @Override
  public List<ProblemType> problems() {
    return List.of(NOT_REMOVED, NO_ROOM);
  }
}
