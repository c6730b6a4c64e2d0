package dev.followthrough.contacts.meeting;

import dev.followthrough.contacts.presence.PersonRestored;
import dev.followthrough.platform.duework.DueHandler;
import dev.followthrough.platform.duework.DueWork;
import dev.followthrough.platform.outbox.Outbox;
import dev.followthrough.platform.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;

/**
 * Did it take place? Asked once at the end of a scheduled meeting, and once more at its new end if
 * that is moved; never of a meeting that was held or cancelled meanwhile, or in which nobody is
 * left.
 */
@ApplicationScoped
class Unconfirmed implements DueHandler {

  private static final String KIND = "meeting.unconfirmed";

  private final Participants participants;
  private final DueWork dueWork;
  private final Outbox outbox;
  private final BusinessTime time;

  Unconfirmed(Participants participants, DueWork dueWork, Outbox outbox, BusinessTime time) {
    this.participants = participants;
    this.dueWork = dueWork;
    this.outbox = outbox;
    this.time = time;
  }

  /** To be said of each meeting that is scheduled or moved. */
  @Transactional(Transactional.TxType.MANDATORY)
  void askAtEndOf(Meeting meeting) {
    if (!meeting.asked) {
      dueWork.schedule(KIND, meeting.id, meeting.endsAt);
    }
  }

  /** It was held, was cancelled or is gone. */
  @Transactional(Transactional.TxType.MANDATORY)
  void settled(UUID meetingId) {
    dueWork.cancel(KIND, meetingId);
  }

  /** A meeting about which nobody was asked, because nobody was left in it, has somebody again. */
  void back(@Observes PersonRestored person) {
    Attendance.unaskedWith(person.id()).forEach(this::askAtEndOf);
  }

  @Override
  public String kind() {
    return KIND;
  }

  /** Meetings come before their due work, as they do for whoever changes one. */
  @Override
  public void beforeClaim() {
    Meeting.lockUnasked(time.now());
  }

  @Override
  public void run(UUID meetingId, Instant dueAt) {
    Meeting.find(meetingId)
        .filter(meeting -> meeting.isUnconfirmed(time.now()) && !meeting.asked)
        .ifPresent(this::ask);
  }

  private void ask(Meeting meeting) {
    var contactIds = Attendance.of(meeting.id).stream().map(one -> one.contactId).toList();
    var present = participants.remaining(contactIds);
    if (!present.isEmpty()) {
      outbox.append(meeting.unconfirmed(present));
      Meeting.noteAsked(meeting.id);
    }
  }
}
