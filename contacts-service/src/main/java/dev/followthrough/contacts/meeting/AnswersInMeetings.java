package dev.followthrough.contacts.meeting;

import dev.followthrough.contacts.touch.AnswerSource;
import dev.followthrough.platform.outbox.Outbox;
import dev.followthrough.platform.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A touch that a held meeting names is answered at its end. */
@ApplicationScoped
class AnswersInMeetings implements AnswerSource {

  private final Participants participants;
  private final Outbox outbox;
  private final BusinessTime time;

  AnswersInMeetings(Participants participants, Outbox outbox, BusinessTime time) {
    this.participants = participants;
    this.outbox = outbox;
    this.time = time;
  }

  @Override
  public Map<UUID, Instant> answeredAt(Collection<UUID> touchIds) {
    return touchIds.isEmpty() ? Map.of() : MeetingAnswer.answeredAt(touchIds);
  }

  @Override
  public void hold(Collection<UUID> touchIds) {
    MeetingAnswer.lockMeetings(touchIds);
  }

  @Override
  public void forget(UUID touchId) {
    for (var meeting : MeetingAnswer.lockMeetings(List.of(touchId))) {
      MeetingAnswer.forget(meeting.id, List.of(touchId));
      meeting.changedAt = time.now();
      var contactIds = Attendance.of(meeting.id).stream().map(one -> one.contactId).toList();
      outbox.append(
          meeting.changed(
              participants.remaining(contactIds),
              List.of("answers"),
              MeetingAnswer.of(meeting.id)));
    }
  }
}
