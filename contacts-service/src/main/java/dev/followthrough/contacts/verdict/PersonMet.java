package dev.followthrough.contacts.verdict;

import dev.followthrough.events.Verdict;
import dev.followthrough.events.VerdictGiven;
import dev.followthrough.platform.owner.OwnedEntity;
import io.quarkus.panache.common.Page;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Somebody whom the owner met at an event, and what is to come of it once the owner says so. */
@Entity
@Table(name = "verdict")
class PersonMet extends OwnedEntity {

  UUID meetingId;
  UUID contactId;
  int place;
  Instant metAt;
  Instant dueAt;

  /** Null until the owner gives one. */
  @Enumerated(EnumType.STRING)
  Verdict decision;

  String mutualValue;
  Instant givenAt;

  /** The contact is removed. */
  boolean hidden;

  /** It was said that the verdict is overdue. */
  boolean told;

  static PersonMet at(UUID meetingId, UUID contactId, int place, Instant metAt, Instant now) {
    var met = new PersonMet();
    met.meetingId = meetingId;
    met.contactId = contactId;
    met.place = place;
    met.metAt = metAt;
    met.dueAt = VerdictRule.dueAt(metAt, now);
    return met;
  }

  static List<PersonMet> at(UUID meetingId) {
    return list("meetingId = ?1 and hidden = false order by place", meetingId);
  }

  static Optional<PersonMet> lock(UUID meetingId, UUID contactId) {
    return PersonMet.<PersonMet>find("meetingId = ?1 and contactId = ?2", meetingId, contactId)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional();
  }

  static List<PersonMet> lockAllOf(UUID contactId) {
    return PersonMet.<PersonMet>find("contactId = ?1 order by id", contactId)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }

  /** Those that are overdue and of whom nobody has heard so. */
  static List<PersonMet> lockUntold(Instant now) {
    return PersonMet.<PersonMet>find(
            "decision is null and hidden = false and told = false and dueAt <= ?1 order by id", now)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }

  /** Those still without a verdict, the first to be due first. */
  static List<PersonMet> waiting(Instant afterDueAt, UUID afterId, int limit) {
    var found =
        afterId == null
            ? PersonMet.<PersonMet>find("decision is null and hidden = false order by dueAt, id")
            : PersonMet.<PersonMet>find(
                "decision is null and hidden = false and dueAt >= ?1 and (dueAt > ?1 or id > ?2)"
                    + " order by dueAt, id",
                afterDueAt,
                afterId);
    return found.page(Page.ofSize(limit)).list();
  }

  /** Where the owner last gave a verdict on this contact. */
  static Optional<PersonMet> lastJudged(UUID contactId) {
    return find("contactId = ?1 and decision is not null order by metAt desc, id desc", contactId)
        .firstResultOptional();
  }

  boolean isWaiting() {
    return decision == null && !hidden;
  }

  /** Empty when nothing changes by it. */
  Optional<VerdictGiven> give(VerdictFields verdict, Instant now) {
    if (verdict.verdict() == decision && Objects.equals(verdict.mutualValue(), mutualValue)) {
      return Optional.empty();
    }
    decision = verdict.verdict();
    mutualValue = verdict.mutualValue();
    givenAt = now;
    return Optional.of(new VerdictGiven(meetingId, contactId, decision, givenAt));
  }
}
