package dev.followthrough.notifications.diary;

import dev.followthrough.events.MeetingKind;
import dev.followthrough.platform.owner.OwnedEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * Something in the owner's diary. Its sequence rises, and the time of its change moves, with each
 * change that a calendar can see and with no other. Times are kept to the second, as calendars have
 * them; a day is kept as that day in UTC.
 */
@Entity
class DiaryEntry extends OwnedEntity {

  @Enumerated(EnumType.STRING)
  DiaryKind kind;

  /** The meeting, the agreement, or the contact whose turn comes. */
  UUID subjectId;

  @Enumerated(EnumType.STRING)
  MeetingKind meetingKind;

  Instant startsAt;
  Instant endsAt;
  String place;
  String link;

  /** Under which UID the owner's calendar file brought the meeting; null where none did. */
  String calendarUid;

  /** When it was to begin by the rule of its series in that file; null where it is in none. */
  Instant calendarOccurrence;

  @JdbcTypeCode(SqlTypes.JSON)
  List<Companion> people = List.of();

  @JdbcTypeCode(SqlTypes.JSON)
  List<Task> tasks = List.of();

  boolean cancelled;
  int sequence;
  Instant createdAt;
  Instant changedAt;

  /** All of it that a calendar can see. */
  private record Said(
      MeetingKind meetingKind,
      Instant startsAt,
      Instant endsAt,
      String place,
      String link,
      String calendarUid,
      Instant calendarOccurrence,
      List<Companion> people,
      List<Task> tasks,
      boolean cancelled) {}

  static DiaryEntry of(DiaryKind kind, UUID subjectId, Instant now) {
    var entry = new DiaryEntry();
    entry.kind = kind;
    entry.subjectId = subjectId;
    entry.createdAt = now.truncatedTo(ChronoUnit.SECONDS);
    entry.changedAt = entry.createdAt;
    return entry;
  }

  static Optional<DiaryEntry> find(DiaryKind kind, UUID subjectId) {
    return find("kind = ?1 and subjectId = ?2", kind, subjectId).firstResultOptional();
  }

  /** What the owner's entries of a kind are about. */
  static Set<UUID> subjects(DiaryKind kind) {
    return Set.copyOf(
        find("select distinct subjectId from DiaryEntry where kind = ?1", kind)
            .project(UUID.class)
            .list());
  }

  static List<DiaryEntry> ofIds(Collection<UUID> ids) {
    return ids.isEmpty() ? List.of() : list("id in ?1 order by id", ids);
  }

  /** The turns from a day on, also those that are cancelled. */
  static List<DiaryEntry> turnsFrom(LocalDate day) {
    return list(
        "kind = ?1 and startsAt >= ?2 order by startsAt, id", DiaryKind.KEEP_IN_TOUCH, start(day));
  }

  /** What has not ended and begins before that instant, the earliest first. */
  static List<DiaryEntry> ahead(Set<DiaryKind> kinds, Instant now, Instant until, int most) {
    return DiaryEntry.<DiaryEntry>find(
            "kind in ?1 and endsAt >= ?2 and startsAt < ?3 order by startsAt, id",
            kinds,
            now,
            until)
        .range(0, most - 1)
        .list();
  }

  /** What has ended since that instant, the latest first. */
  static List<DiaryEntry> past(Set<DiaryKind> kinds, Instant now, Instant since, int most) {
    return DiaryEntry.<DiaryEntry>find(
            "kind in ?1 and endsAt < ?2 and endsAt >= ?3 order by endsAt desc, id desc",
            kinds,
            now,
            since)
        .range(0, most - 1)
        .list();
  }

  /** Changes it, and counts that when a calendar can see it. */
  void change(Instant now, Runnable how) {
    var before = said();
    how.run();
    if (!said().equals(before)) {
      sequence++;
      changedAt = now.truncatedTo(ChronoUnit.SECONDS);
    }
  }

  private Said said() {
    return new Said(
        meetingKind,
        startsAt,
        endsAt,
        place,
        link,
        calendarUid,
        calendarOccurrence,
        present(),
        tasks,
        isCancelled());
  }

  void between(Instant from, Instant to) {
    startsAt = from.truncatedTo(ChronoUnit.SECONDS);
    endsAt = to.truncatedTo(ChronoUnit.SECONDS);
  }

  /** Where a meeting is; null for nowhere that was said. */
  void at(String place, String link) {
    this.place = place;
    this.link = link;
  }

  /** How the owner's calendar file names it; nulls where none brought it. */
  void from(String uid, Instant occurrence) {
    calendarUid = uid;
    calendarOccurrence = occurrence;
  }

  void on(LocalDate day) {
    startsAt = start(day);
    endsAt = startsAt.plus(Duration.ofDays(1));
  }

  LocalDate day() {
    return startsAt.atOffset(ZoneOffset.UTC).toLocalDate();
  }

  /** The contacts who can be named. */
  List<Companion> present() {
    return people.stream().filter(person -> !person.gone()).toList();
  }

  /** It does not take place, or with nobody who is still in the network. */
  boolean isCancelled() {
    return cancelled || present().isEmpty();
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
