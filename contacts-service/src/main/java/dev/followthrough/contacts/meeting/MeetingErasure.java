package dev.followthrough.contacts.meeting;

import dev.followthrough.contacts.goal.GoalNames;
import dev.followthrough.platform.outbox.Outbox;
import dev.followthrough.platform.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/**
 * What an erasure takes from the meetings. A meeting with one contact goes with the contact, its
 * topics and notes too; of a meeting with several only the contact's part in it goes.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class MeetingErasure {

  private final Participants participants;
  private final GoalNames goals;
  private final Unconfirmed unconfirmed;
  private final Outbox outbox;
  private final BusinessTime time;

  MeetingErasure(
      Participants participants,
      GoalNames goals,
      Unconfirmed unconfirmed,
      Outbox outbox,
      BusinessTime time) {
    this.participants = participants;
    this.goals = goals;
    this.unconfirmed = unconfirmed;
    this.outbox = outbox;
    this.time = time;
  }

  public void eraseContact(UUID contactId) {
    for (var meetingId : Attendance.meetingsWith(contactId)) {
      var meeting = Meeting.lock(meetingId).orElseThrow();
      Attendance.delete("meetingId = ?1 and contactId = ?2", meetingId, contactId);
      var others = Attendance.of(meetingId).stream().map(one -> one.contactId).toList();
      if (others.isEmpty()) {
        if (meeting.isScheduled()) {
          outbox.append(meeting.cancel(time.now()));
        }
        unconfirmed.settled(meetingId);
        goals.forget(meetingId);
        meeting.delete();
      } else {
        meeting.changedAt = time.now();
        if (meeting.isScheduled()) {
          outbox.append(
              meeting.changed(participants.remaining(others), List.of("contactIds"), List.of()));
        }
      }
    }
  }

  public void eraseAll() {
    Attendance.deleteAll();
    Meeting.deleteAll();
  }
}
