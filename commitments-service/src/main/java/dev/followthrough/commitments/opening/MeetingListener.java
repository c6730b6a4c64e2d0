package dev.followthrough.commitments.opening;

import dev.followthrough.commitments.agreement.Agreements;
import dev.followthrough.commitments.meeting.MeetingStatus;
import dev.followthrough.commitments.meeting.Meetings;
import dev.followthrough.events.MeetingCancelled;
import dev.followthrough.events.MeetingChanged;
import dev.followthrough.events.MeetingHeld;
import dev.followthrough.events.MeetingScheduled;
import dev.followthrough.events.MeetingVoidReverted;
import dev.followthrough.events.MeetingVoided;
import dev.followthrough.platform.inbox.EventListener;
import dev.followthrough.platform.inbox.Subscriptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Hears of meetings: the held ones open agreements. */
@ApplicationScoped
class MeetingListener implements EventListener {

  private final Meetings meetings;
  private final Openings openings;
  private final Agreements agreements;

  MeetingListener(Meetings meetings, Openings openings, Agreements agreements) {
    this.meetings = meetings;
    this.openings = openings;
    this.agreements = agreements;
  }

  @Override
  public Set<String> sources() {
    return Set.of("contacts");
  }

  @Override
  public void register(Subscriptions s) {
    s.on(MeetingScheduled.class, e -> meetings.note(e.meetingId(), MeetingStatus.SCHEDULED));
    s.on(
        MeetingChanged.class,
        e -> {
          if (e.moves()) {
            meetings.note(e.meetingId(), MeetingStatus.SCHEDULED);
          }
        });
    s.on(MeetingCancelled.class, e -> meetings.note(e.meetingId(), MeetingStatus.CANCELLED));
    s.on(MeetingVoidReverted.class, e -> meetings.note(e.meetingId(), MeetingStatus.HELD));
    s.on(MeetingHeld.class, (event, record) -> openings.held(event, record.time()));
    s.on(
        MeetingVoided.class,
        (event, record) -> {
          meetings.note(event.meetingId(), MeetingStatus.VOIDED);
          agreements.meetingVoided(event.meetingId(), record.time());
        });
  }
}
