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

  @Override
  public List<ProblemType> problems() {
    return List.of(NOT_REMOVED);
  }
}
