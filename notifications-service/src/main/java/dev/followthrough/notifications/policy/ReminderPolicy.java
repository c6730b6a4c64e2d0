package dev.followthrough.notifications.policy;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an owner is reminded of, and when. What they said nothing of is as usual: of an agreement
 * one reminder a day before its deadline, one two hours before, one after a miss, whoever owes it;
 * of what is to be assessed one a week and one a day before that ends; of a day for keeping in
 * touch, and of one to which an ask was deferred, one at eight o'clock.
 */
@Schema(description = "What the owner is reminded of, and when.")
public record ReminderPolicy(
    @NotNull PromiseReminders ownPromises,
    @NotNull PromiseReminders contactsPromises,
    @NotNull LeadReminders assessments,
    @NotNull DayReminders keepInTouch,
    @NotNull DayReminders askRevisits) {

  private static final PromiseReminders USUAL =
      new PromiseReminders(true, List.of("PT24H", "PT2H"), true);
  private static final LeadReminders USUAL_ASSESSMENTS =
      new LeadReminders(true, List.of("PT168H", "PT24H"));
  private static final DayReminders USUAL_DAY = new DayReminders(true, LocalTime.of(8, 0));

  static final ReminderPolicy DEFAULT = new ReminderPolicy(null, null, null, null, null);

  /** What is not said, or was not known when it was said, is as usual. */
  public ReminderPolicy {
    ownPromises = ownPromises == null ? USUAL : ownPromises;
    contactsPromises = contactsPromises == null ? USUAL : contactsPromises;
    assessments = assessments == null ? USUAL_ASSESSMENTS : assessments;
    keepInTouch = keepInTouch == null ? USUAL_DAY : keepInTouch;
    askRevisits = askRevisits == null ? USUAL_DAY : askRevisits;
  }

  /** The leads of an agreement, of whichever side; each once, the longest first. */
  @JsonIgnore
  public List<Duration> promiseLeads() {
    return Stream.concat(ownPromises.leads().stream(), contactsPromises.leads().stream())
        .distinct()
        .sorted(Comparator.reverseOrder())
        .toList();
  }

  /** Whether promises of that side are to be reminded of so long before their deadline. */
  public boolean reminds(boolean ofOwner, Duration lead) {
    return (ofOwner ? ownPromises : contactsPromises).leads().contains(lead);
  }

  public boolean remindsOfMisses(boolean ofOwner) {
    return (ofOwner ? ownPromises : contactsPromises).afterMisses();
  }
}
