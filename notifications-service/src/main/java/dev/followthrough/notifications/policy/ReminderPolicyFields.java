package dev.followthrough.notifications.policy;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an owner says of their reminders; it takes the place of all that they said before. */
@Schema(description = "What is left out is as usual.")
record ReminderPolicyFields(
    @Schema(
            description =
                "Of what the owner promised. Absent: a day and two hours before, and"
                    + " after a miss.")
        PromiseReminders ownPromises,
    @Schema(description = "Of what contacts promised, to nudge them. Absent: as for one's own.")
        PromiseReminders contactsPromises,
    @Schema(
            description =
                "Of what is to be assessed, before the 14 days for it end. Absent: a week and a day.")
        LeadReminders assessments,
    @Schema(description = "Of days for keeping in touch. Absent: at 08:00.")
        DayReminders keepInTouch,
    @Schema(description = "Of asks on the day to which they were deferred. Absent: at 08:00.")
        DayReminders askRevisits) {

  ReminderPolicy policy() {
    return new ReminderPolicy(ownPromises, contactsPromises, assessments, keepInTouch, askRevisits);
  }
}
