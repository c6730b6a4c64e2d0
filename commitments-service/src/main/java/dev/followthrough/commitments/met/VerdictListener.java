package dev.followthrough.commitments.met;

import dev.followthrough.events.MeetingHeld;
import dev.followthrough.events.MeetingKind;
import dev.followthrough.events.MeetingVoided;
import dev.followthrough.events.Participant;
import dev.followthrough.events.VerdictGiven;
import dev.followthrough.events.VerdictsOverdue;
import dev.followthrough.platform.erasure.Tombstones;
import dev.followthrough.platform.inbox.EventListener;
import dev.followthrough.platform.inbox.Subscriptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Hears whom the owner met at events, and what they decided. */
@ApplicationScoped
class VerdictListener implements EventListener {

  private final PeopleMet people;
  private final Tombstones tombstones;

  VerdictListener(PeopleMet people, Tombstones tombstones) {
    this.people = people;
    this.tombstones = tombstones;
  }

  @Override
  public Set<String> sources() {
    return Set.of("contacts");
  }

  @Override
  public void register(Subscriptions s) {
    s.on(
        MeetingHeld.class,
        (e, record) -> {
          if (e.kind() == MeetingKind.EVENT) {
            met(e.meetingId(), e.endsAt(), e.participants(), record.time());
          }
        });
    // of an event that was held before this service listened, it is the first that is heard
    s.on(
        VerdictsOverdue.class,
        (e, record) -> met(e.meetingId(), e.endedAt(), e.without(), record.time()));
    s.on(VerdictGiven.class, e -> people.decided(e.meetingId(), e.contactId()));
    s.on(MeetingVoided.class, e -> people.voided(e.meetingId()));
  }

  private void met(UUID meetingId, Instant endedAt, List<Participant> participants, Instant at) {
    participants.stream()
        .map(Participant::contactId)
        .filter(id -> !tombstones.covers("contact/" + id, at))
        .forEach(id -> people.wait(meetingId, id, endedAt));
  }
}
