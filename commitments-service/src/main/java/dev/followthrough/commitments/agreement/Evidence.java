package dev.followthrough.commitments.agreement;

import dev.followthrough.events.CommitmentApologised;
import dev.followthrough.events.CommitmentCorrected;
import dev.followthrough.events.CommitmentDelivered;
import dev.followthrough.events.CommitmentDisputed;
import dev.followthrough.events.CommitmentMissed;
import dev.followthrough.events.CommitmentsEvent;
import dev.followthrough.events.Party;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * With whom there is new evidence after something happened in an agreement. Evidence lies between
 * the promiser and the receiver only: a contact's promise is about that contact; the owner's
 * individual one about its receiver, and the owner's part of the shared one about each contact.
 */
final class Evidence {

  private Evidence() {}

  static Set<UUID> with(Agreement agreement, Collection<? extends CommitmentsEvent> events) {
    var contacts = new TreeSet<UUID>();
    for (var event : events) {
      switch (event) {
        case CommitmentDelivered e -> add(contacts, agreement, e.commitmentId(), List.of(e.by()));
        case CommitmentMissed e -> add(contacts, agreement, e.commitmentId(), e.missing());
        case CommitmentCorrected e -> add(contacts, agreement, e.commitmentId(), List.of(e.by()));
        case CommitmentDisputed e -> add(contacts, agreement, e.commitmentId(), List.of(e.by()));
        case CommitmentApologised e -> add(contacts, agreement, e.commitmentId(), List.of(e.by()));
        default -> {}
      }
    }
    return contacts;
  }

  private static void add(
      Set<UUID> contacts, Agreement agreement, UUID commitmentId, List<Party> promisers) {
    var commitment = agreement.commitment(commitmentId);
    for (var by : promisers) {
      if (!by.isOwner()) {
        contacts.add(by.contact());
      } else if (commitment.isShared()) {
        contacts.addAll(agreement.contactIds);
      } else if (commitment.receiver != null) {
        contacts.add(commitment.receiver.contact());
      }
    }
  }
}
