package dev.followthrough.commitments.opening;

import dev.followthrough.commitments.agreement.Agreements;
import dev.followthrough.commitments.deadline.Deadlines;
import dev.followthrough.commitments.meeting.Meetings;
import dev.followthrough.events.MeetingHeld;
import dev.followthrough.events.Participant;
import dev.followthrough.platform.erasure.Tombstones;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/**
 * Notes a held meeting, and opens its agreement with those whom the meeting names for it, and none
 * when it names nobody who is still known.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Openings {

  private final Meetings meetings;
  private final Agreements agreements;
  private final Deadlines deadlines;
  private final Tombstones tombstones;

  Openings(Meetings meetings, Agreements agreements, Deadlines deadlines, Tombstones tombstones) {
    this.meetings = meetings;
    this.agreements = agreements;
    this.deadlines = deadlines;
    this.tombstones = tombstones;
  }

  void held(MeetingHeld meeting, Instant heldAt) {
    meetings.held(meeting, known(meeting.participants(), heldAt));
    var with = known(meeting.agreementWith(), heldAt);
    if (!with.isEmpty()) {
      agreements.open(meeting, with).ifPresent(deadlines::schedule);
    }
  }

  private List<Participant> known(List<Participant> named, Instant heldAt) {
    return named == null
        ? List.of()
        : named.stream()
            .filter(one -> !tombstones.covers("contact/" + one.contactId(), heldAt))
            .toList();
  }
}
