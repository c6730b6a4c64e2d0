package dev.followthrough.contacts.meeting;

import dev.followthrough.contacts.contact.Practice;
import dev.followthrough.events.MeetingCancelled;
import dev.followthrough.events.MeetingChanged;
import dev.followthrough.events.MeetingHeld;
import dev.followthrough.events.MeetingKind;
import dev.followthrough.events.MeetingScheduled;
import dev.followthrough.events.MeetingUnconfirmed;
import dev.followthrough.events.MeetingVoidReverted;
import dev.followthrough.events.MeetingVoided;
import dev.followthrough.events.NoAgreement;
import dev.followthrough.events.Participant;
import dev.followthrough.platform.owner.OwnedEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A live conversation: planned, then held or cancelled; a held one can be voided as an error. */
@Entity
class Meeting extends OwnedEntity {

  @Enumerated(EnumType.STRING)
  MeetingKind kind;

  @Enumerated(EnumType.STRING)
  MeetingStatus status = MeetingStatus.SCHEDULED;

  Instant startsAt;
  Instant endsAt;
  String place;
  String link;

  @JdbcTypeCode(SqlTypes.JSON)
  List<String> topics;

  String notes;

  @JdbcTypeCode(SqlTypes.JSON)
  Practice practice;

  @JdbcTypeCode(SqlTypes.JSON)
  List<UUID> goalIds;

  /** Once held: why no agreement opens, or null when one does. */
  @Enumerated(EnumType.STRING)
  NoAgreement noAgreement;

  /** Whether something was promised in its agreement, as far as commitments-service has told. */
  boolean promised;

  /** Whether it was asked if it took place, since its end was last said. */
  boolean asked;

  /** Under which UID a calendar file brought it; null where none did. */
  String calendarUid;

  /** When it was to begin by the rule of its series in that file; null where it is in none. */
  Instant calendarOccurrence;

  Instant createdAt;
  Instant changedAt;

  static Optional<Meeting> find(UUID id) {
    return findByIdOptional(id);
  }

  /** The meeting, held on to until the transaction ends. */
  static Optional<Meeting> lock(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
  }

  /** Those whose end is past and about which nobody was asked, held on to. */
  static List<Meeting> lockUnasked(Instant now) {
    return Meeting.<Meeting>find(
            "status = ?1 and asked = false and endsAt <= ?2 order by endsAt, id",
            MeetingStatus.SCHEDULED,
            now)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }

  /** Clients see nothing of it, so the version stays. */
  static void noteAsked(UUID id) {
    update("asked = true where id = ?1", id);
  }

  boolean isScheduled() {
    return status == MeetingStatus.SCHEDULED;
  }

  boolean isHeld() {
    return status == MeetingStatus.HELD;
  }

  /** Its end is past, and it is neither held nor cancelled: did it take place? */
  boolean isUnconfirmed(Instant now) {
    return isScheduled() && !endsAt.isAfter(now);
  }

  void record(MeetingFields fields, CalendarOrigin origin, Instant now) {
    calendarUid = origin.uid();
    calendarOccurrence = origin.occurrence();
    createdAt = now;
    say(fields, now);
  }

  void say(MeetingFields fields, Instant now) {
    kind = fields.kind();
    startsAt = fields.startsAt();
    asked &= fields.endsAt().equals(endsAt);
    endsAt = fields.endsAt();
    place = fields.place();
    link = fields.link();
    topics = fields.topics() == null ? List.of() : fields.topics();
    notes = fields.notes();
    practice = fields.practice();
    goalIds = fields.goalIds();
    changedAt = now;
  }

  MeetingFields fields(List<UUID> contactIds, List<UUID> answers) {
    return new MeetingFields(
        kind, contactIds, startsAt, endsAt, place, link, topics, notes, practice, goalIds, answers);
  }

  MeetingScheduled schedule(List<Participant> participants) {
    return new MeetingScheduled(
        id, kind, startsAt, endsAt, participants, place, link, calendarUid, calendarOccurrence);
  }

  /**
   * @param changed the names of the fields that changed, none of them private
   * @param answers the touches that were answered in it
   */
  MeetingChanged changed(List<Participant> participants, List<String> changed, List<UUID> answers) {
    return new MeetingChanged(
        id,
        kind,
        startsAt,
        endsAt,
        participants,
        place,
        link,
        changed,
        orNull(answers),
        calendarUid,
        calendarOccurrence);
  }

  MeetingUnconfirmed unconfirmed(List<Participant> participants) {
    return new MeetingUnconfirmed(id, kind, endsAt, participants);
  }

  MeetingHeld hold(
      List<Participant> participants,
      AgreementRule.Outcome agreement,
      List<UUID> answers,
      Instant now) {
    status = MeetingStatus.HELD;
    noAgreement = agreement.because();
    changedAt = now;
    return new MeetingHeld(
        id,
        kind,
        startsAt,
        endsAt,
        participants,
        agreement.with(),
        agreement.because(),
        place,
        link,
        orNull(answers),
        calendarUid,
        calendarOccurrence);
  }

  MeetingCancelled cancel(Instant now) {
    status = MeetingStatus.CANCELLED;
    changedAt = now;
    return new MeetingCancelled(id);
  }

  MeetingVoided voidIt(Instant now) {
    status = MeetingStatus.VOIDED;
    changedAt = now;
    return new MeetingVoided(id);
  }

  /** An event that has nothing to say of it lacks the fact. */
  private static List<UUID> orNull(List<UUID> answers) {
    return answers.isEmpty() ? null : answers;
  }

  /** Something had been promised before the void was known: the meeting was held after all. */
  MeetingVoidReverted revertVoid(Instant now) {
    status = MeetingStatus.HELD;
    promised = true;
    changedAt = now;
    return new MeetingVoidReverted(id);
  }
}
