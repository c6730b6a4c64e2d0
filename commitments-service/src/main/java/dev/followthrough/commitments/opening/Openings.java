package dev.followthrough.commitments.opening;

import dev.followthrough.commitments.agreement.Agreements;
import dev.followthrough.commitments.deadline.Deadlines;
import dev.followthrough.events.MeetingHeld;
import dev.followthrough.events.Participant;
import dev.followthrough.platform.erasure.Tombstones;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/**
 * Opens the agreement of a held meeting with those whom the meeting names for it, and none when it
 * names nobody who is still known.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Openings {

  private final Agreements agreements;
  private final Deadlines deadlines;
  private final Tombstones tombstones;

  Openings(Agreements agreements, Deadlines deadlines, Tombstones tombstones) {
    this.agreements = agreements;
    this.deadlines = deadlines;
    this.tombstones = tombstones;
  }

  void open(MeetingHeld meeting, Instant heldAt) {
    var named = meeting.agreementWith() == null ? List.<Participant>of() : meeting.agreementWith();
    var with =
        named.stream()
            .filter(one -> !tombstones.covers("contact/" + one.contactId(), heldAt))
            .toList();
    if (!with.isEmpty()) {
      agreements.open(meeting, with).ifPresent(deadlines::schedule);
    }
  }
}
