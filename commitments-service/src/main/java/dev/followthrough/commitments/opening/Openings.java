package dev.followthrough.commitments.opening;

import dev.followthrough.commitments.agreement.Agreement;
import dev.followthrough.commitments.agreement.AgreementChanges;
import dev.followthrough.commitments.deadline.Deadlines;
import dev.followthrough.events.MeetingHeld;
import dev.followthrough.events.Participant;
import dev.followthrough.platform.erasure.Tombstones;
import dev.followthrough.platform.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Opens the agreement of a held meeting with those whom the meeting names for it, none when it
 * names nobody, and ends it when the meeting turns out to be recorded in error. A meeting that is
 * heard of after its week, because something stood still in between, still gets its agreement: its
 * deadline's work is done at once.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Openings {

  private final AgreementChanges changes;
  private final Deadlines deadlines;
  private final Tombstones tombstones;
  private final BusinessTime time;

  Openings(
      AgreementChanges changes, Deadlines deadlines, Tombstones tombstones, BusinessTime time) {
    this.changes = changes;
    this.deadlines = deadlines;
    this.tombstones = tombstones;
    this.time = time;
  }

  void open(MeetingHeld meeting, Instant heardAt) {
    var with =
        meeting.agreementWith() == null
            ? List.<Participant>of()
            : meeting.agreementWith().stream()
                .filter(p -> !tombstones.covers("contact/" + p.contactId(), heardAt))
                .toList();
    if (with.isEmpty() || Agreement.ofMeeting(meeting.meetingId()).isPresent()) {
      return;
    }
    var now = time.now();
    var agreement = Agreement.open(meeting, with, now);
    agreement.persist();
    changes.publish(List.of(agreement.opened()));
    changes.publish(agreement.settle(now));
    if (agreement.isOpen()) {
      deadlines.schedule(agreement);
    }
  }

  void meetingVoided(UUID meetingId, Instant voidedAt) {
    Agreement.ofMeeting(meetingId)
        .ifPresent(id -> changes.asOf(id, voidedAt, Agreement::meetingVoided));
  }
}
