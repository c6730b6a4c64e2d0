package dev.followthrough.notifications.email;

import dev.followthrough.platform.problem.ProblemCatalogue;
import dev.followthrough.platform.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What can be refused about e-mail beside bad input. */
@ApplicationScoped
class EmailProblems implements ProblemCatalogue {

  static final ProblemType NOT_CONFIGURED =
      new ProblemType(
          "email-not-configured",
          409,
          "Nothing can be mailed from here",
          "Whoever runs this service has not configured a mail server, so that no address can be"
              + " confirmed and nothing is mailed. Webhooks and the event log tell the same.");
  static final ProblemType NOTHING_TO_CONFIRM =
      new ProblemType(
          "nothing-to-confirm",
          409,
          "No code is awaited",
          "There is no address to confirm, or the code that was mailed counts no more: it counts"
              + " for 24 hours and five tries. Put the address again and a new code is mailed.");
  static final ProblemType WRONG_CODE =
      new ProblemType(
          "wrong-confirmation-code",
          422,
          "That is not the code that was mailed",
          "The code is in the newest mail to the address. After five wrong ones it counts no more.");
  static final ProblemType TOO_MANY_CODES =
      new ProblemType(
          "too-many-confirmation-codes",
          429,
          "No more codes are mailed for now",
          "Five confirmation codes are mailed for an owner within 24 hours, to whatever addresses,"
              + " so that nobody is bothered who did not ask. `Retry-After` says when to go on.");

  @Override
  public List<ProblemType> problems() {
    return List.of(NOT_CONFIGURED, NOTHING_TO_CONFIRM, WRONG_CODE, TOO_MANY_CODES);
  }
}
