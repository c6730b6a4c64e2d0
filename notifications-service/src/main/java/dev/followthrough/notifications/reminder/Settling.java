package dev.followthrough.notifications.reminder;

import dev.followthrough.events.AskAnswered;
import dev.followthrough.events.AskDeclined;
import dev.followthrough.events.AskDeferred;
import dev.followthrough.events.AskGranted;
import dev.followthrough.events.AskLetGo;
import dev.followthrough.events.AskLost;
import dev.followthrough.events.AskRemoved;
import dev.followthrough.events.ContactRemoved;
import dev.followthrough.events.Event;
import dev.followthrough.events.MeetingHeld;
import dev.followthrough.events.TouchRecorded;
import dev.followthrough.notifications.message.LoggedFacts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;

/**
 * Whether what a reminder for a day was about has been settled since it was sent, as far back as
 * the event log reaches: then a snoozed one is not needed any more.
 */
@ApplicationScoped
class Settling {

  private static final Set<Class<? extends Event>> OF_AN_ASK =
      Set.of(
          AskAnswered.class,
          AskGranted.class,
          AskDeclined.class,
          AskDeferred.class,
          AskLost.class,
          AskLetGo.class,
          AskRemoved.class);

  private static final Set<Class<? extends Event>> OF_A_CONTACT =
      Set.of(TouchRecorded.class, MeetingHeld.class, ContactRemoved.class);

  private final LoggedFacts facts;

  Settling(LoggedFacts facts) {
    this.facts = facts;
  }

  boolean isSettledSinceSent(Reminder repeated) {
    return repeated.repeats != null
        && Ledger.ofId(repeated.repeats)
            .filter(sent -> sent.eventId != null && isSettledSince(sent.eventId, sent))
            .isPresent();
  }

  private boolean isSettledSince(UUID message, Reminder sent) {
    return sent.kind() == ReminderKind.ASK_REVISIT
        ? facts.cameAfter(message, OF_AN_ASK, sent.askedId)
        : facts.cameAfter(message, OF_A_CONTACT, sent.contact());
  }
}
