package dev.followthrough.commitments.agreement;

import dev.followthrough.events.Participant;
import java.util.UUID;

/**
 * A contact in an agreement.
 *
 * @param name as it was when the meeting was held
 * @param removed whether the contact has been removed since
 */
public record Counterpart(UUID contactId, String name, boolean removed) {

  static Counterpart of(Participant participant) {
    return new Counterpart(participant.contactId(), participant.name(), false);
  }

  Counterpart gone() {
    return new Counterpart(contactId, name, true);
  }

  Counterpart back() {
    return new Counterpart(contactId, name, false);
  }
}
