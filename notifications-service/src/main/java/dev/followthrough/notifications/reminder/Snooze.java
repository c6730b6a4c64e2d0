package dev.followthrough.notifications.reminder;

import dev.followthrough.platform.problem.Problems;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Until when the owner does not want to be reminded. A reminder before a deadline stays before it;
 * no other waits longer than 30 days.
 */
record Snooze(
    @NotNull
        @Schema(
            description =
                "When to be reminded instead: after now, before the deadline that it comes before,"
                    + " and within 30 days.")
        Instant until) {

  private static final Duration LONGEST = Duration.ofDays(30);

  void requireFit(Reminder reminder, Instant now) {
    if (!until.isAfter(now)) {
      throw Problems.invalid("/until", "after-now", "must lie after now");
    }
    if (until.isAfter(now.plus(LONGEST))) {
      throw Problems.invalid("/until", "within-30-days", "must lie within 30 days");
    }
    var before = reminder.comesBefore();
    if (before != null && !until.isBefore(before)) {
      throw Problems.invalid(
          "/until", "before-the-deadline", "must lie before the deadline, " + before);
    }
  }
}
