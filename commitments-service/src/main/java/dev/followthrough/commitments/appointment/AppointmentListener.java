package dev.followthrough.commitments.appointment;

import dev.followthrough.events.MeetingCancelled;
import dev.followthrough.events.MeetingChanged;
import dev.followthrough.events.MeetingHeld;
import dev.followthrough.events.MeetingScheduled;
import dev.followthrough.events.MeetingUnconfirmed;
import dev.followthrough.events.MeetingVoided;
import dev.followthrough.events.Participant;
import dev.followthrough.platform.erasure.Tombstones;
import dev.followthrough.platform.inbox.EventListener;
import dev.followthrough.platform.inbox.Subscriptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Keeps the copy of the diary. */
@ApplicationScoped
class AppointmentListener implements EventListener {

  private final Appointments appointments;
  private final Tombstones tombstones;

  AppointmentListener(Appointments appointments, Tombstones tombstones) {
    this.appointments = appointments;
    this.tombstones = tombstones;
  }

  @Override
  public Set<String> sources() {
    return Set.of("contacts");
  }

  @Override
  public void register(Subscriptions s) {
    s.on(
        MeetingScheduled.class,
        (e, record) -> planned(e.meetingId(), e.endsAt(), e.participants(), record.time()));
    s.on(
        MeetingChanged.class,
        (e, record) -> {
          if (e.moves()) {
            planned(e.meetingId(), e.endsAt(), e.participants(), record.time());
          }
        });
    // of one that was scheduled before this service listened, it is the first that is heard
    s.on(
        MeetingUnconfirmed.class,
        (e, record) -> planned(e.meetingId(), e.endsAt(), e.participants(), record.time()));
    s.on(MeetingCancelled.class, e -> appointments.over(e.meetingId()));
    s.on(MeetingHeld.class, e -> appointments.over(e.meetingId()));
    s.on(MeetingVoided.class, e -> appointments.over(e.meetingId()));
  }

  private void planned(UUID meetingId, Instant endsAt, List<Participant> people, Instant at) {
    var known =
        people.stream()
            .filter(one -> !tombstones.covers("contact/" + one.contactId(), at))
            .toList();
    if (!known.isEmpty()) {
      appointments.planned(meetingId, endsAt, known);
    }
  }
}
