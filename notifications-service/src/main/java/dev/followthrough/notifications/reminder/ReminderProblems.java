package dev.followthrough.notifications.reminder;

import dev.followthrough.platform.problem.ProblemCatalogue;
import dev.followthrough.platform.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What can be refused about reminders beside bad input. */
@ApplicationScoped
public class ReminderProblems implements ProblemCatalogue {

  static final ProblemType SETTLED =
      new ProblemType(
          "reminder-settled",
          409,
          "The reminder is settled",
          "It was sent, skipped or cancelled, so that it cannot be skipped any more; and what was"
              + " skipped or cancelled, or whose deadline has gone by, cannot be snoozed.");
  static final ProblemType NOT_SENT =
      new ProblemType(
          "reminder-not-sent",
          409,
          "The reminder has not been sent",
          "Only a reminder that went out can be acknowledged. Skip one that is planned instead:"
              + " `POST /v1/reminders/{id}/skip`.");

  @Override
  public List<ProblemType> problems() {
    return List.of(SETTLED, NOT_SENT);
  }
}
