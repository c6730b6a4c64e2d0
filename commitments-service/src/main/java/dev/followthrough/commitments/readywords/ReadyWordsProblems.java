package dev.followthrough.commitments.readywords;

import dev.followthrough.platform.problem.ProblemCatalogue;
import dev.followthrough.platform.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Why there are no words ready to send. */
@ApplicationScoped
class ReadyWordsProblems implements ProblemCatalogue {

  static final ProblemType NOT_THE_OWNERS =
      new ProblemType(
          "not-the-owners-promise",
          422,
          "The owner has nothing to apologise for",
          "An apology is for what the owner promised: their own commitment, or their part of the"
              + " shared one. For what a contact promised there is a nudge.");

  static final ProblemType NOTHING_MISSED =
      new ProblemType(
          "nothing-to-apologise-for",
          409,
          "The owner has not missed it",
          "An apology is for a promise that the owner missed. Until its deadline has passed it can"
              + " still be kept.");

  @Override
  public List<ProblemType> problems() {
    return List.of(NOT_THE_OWNERS, NOTHING_MISSED);
  }
}
