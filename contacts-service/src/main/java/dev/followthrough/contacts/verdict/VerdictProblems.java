package dev.followthrough.contacts.verdict;

import dev.followthrough.platform.problem.ProblemCatalogue;
import dev.followthrough.platform.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Why there is no verdict. */
@ApplicationScoped
class VerdictProblems implements ProblemCatalogue {

  static final ProblemType NO_EVENT =
      new ProblemType(
          "verdict-only-for-events",
          409,
          "The meeting is no event",
          "Verdicts are for the people met at an event. A one-on-one or group meeting opens its"
              + " 1:1:1 instead.");
  static final ProblemType NOT_HELD =
      new ProblemType(
          "verdict-before-event-held",
          409,
          "The event was not held",
          "People met at an event have verdicts once it is held: say so with holdMeeting. One that was"
              + " cancelled or voided has none.");
  static final ProblemType NOT_MET =
      new ProblemType(
          "verdict-not-met",
          409,
          "The contact was not met at the event",
          "Only those who took part in the event have a verdict; `contactIds` of the meeting names"
              + " them.");

  @Override
  public List<ProblemType> problems() {
    return List.of(NO_EVENT, NOT_HELD, NOT_MET);
  }
}
