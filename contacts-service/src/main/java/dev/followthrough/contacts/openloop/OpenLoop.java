package dev.followthrough.contacts.openloop;

import dev.followthrough.events.ContactsEvent;
import dev.followthrough.events.LoopEnd;
import dev.followthrough.events.LoopReason;
import dev.followthrough.events.OpenLoopClosed;
import dev.followthrough.events.OpenLoopOpened;
import dev.followthrough.events.TouchKind;
import dev.followthrough.platform.owner.OwnedEntity;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Parameters;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A contact's touch that waits for a word of the owner, under the touch's id. Whether it is open
 * follows from what it holds and from the time alone; {@code told} only remembers what the others
 * have heard.
 */
@Entity
class OpenLoop extends OwnedEntity {

  UUID contactId;

  @Enumerated(EnumType.STRING)
  LoopReason reason;

  @Enumerated(EnumType.STRING)
  TouchKind kind;

  Instant happenedAt;
  Instant opensAt;
  boolean answered;
  Instant letGoAt;

  /** Its contact is removed. */
  boolean hidden;

  boolean told;

  static Optional<OpenLoop> lock(UUID touchId) {
    return findByIdOptional(touchId, LockModeType.PESSIMISTIC_WRITE);
  }

  /** One that has opened, whatever came of it since. */
  static Optional<OpenLoop> opened(UUID touchId, Instant now) {
    return OpenLoop.<OpenLoop>findByIdOptional(touchId).filter(loop -> loop.hasOpened(now));
  }

  /** Those of the contact, the first to open first. */
  static List<OpenLoop> lockAllOf(UUID contactId) {
    return OpenLoop.<OpenLoop>find("contactId = ?1 order by opensAt, id", contactId)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }

  /** Those of the contact that have opened and nobody has heard of, the first to open first. */
  static List<OpenLoop> lockUntold(UUID contactId, Instant now) {
    return OpenLoop.<OpenLoop>find(
            "contactId = ?1 and opensAt <= ?2 and told = false and answered = false"
                + " and letGoAt is null and hidden = false order by opensAt, id",
            contactId,
            now)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }

  /** Those of all contacts that have opened and nobody has heard of, the first to open first. */
  static List<OpenLoop> lockUntold(Instant now) {
    return OpenLoop.<OpenLoop>find(
            "opensAt <= ?1 and told = false and answered = false and letGoAt is null"
                + " and hidden = false order by opensAt, id",
            now)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }

  /** Those open now, the one that waits longest first. */
  static List<OpenLoop> open(OpenLoopSearch search, Instant now) {
    var query =
        new StringBuilder(
            "opensAt <= :now and answered = false and letGoAt is null and hidden = false");
    var values = Parameters.with("now", now);
    if (search.contactId() != null) {
      query.append(" and contactId = :contact");
      values.and("contact", search.contactId());
    }
    if (search.afterOpensAt() != null) {
      query.append(" and opensAt >= :at and (opensAt > :at or id > :id)");
      values.and("at", search.afterOpensAt()).and("id", search.afterId());
    }
    return OpenLoop.<OpenLoop>find(query + " order by opensAt, id", values)
        .page(Page.ofSize(search.limit()))
        .list();
  }

  /** Those open now with these contacts, the one that waits longest first. */
  static List<OpenLoop> openOf(Collection<UUID> contactIds, Instant now) {
    return list(
        "contactId in ?1 and opensAt <= ?2 and answered = false and letGoAt is null"
            + " and hidden = false order by opensAt, id",
        contactIds,
        now);
  }

  Awaited awaited() {
    return new Awaited(id, contactId, reason, kind, happenedAt, answered);
  }

  boolean hasOpened(Instant now) {
    return !hidden && !opensAt.isAfter(now);
  }

  boolean isOpen(Instant now) {
    return hasOpened(now) && !answered && letGoAt == null;
  }

  /** What the touch says of it now. */
  void follow(Awaited awaited) {
    id = awaited.touchId();
    contactId = awaited.contactId();
    reason = awaited.reason();
    kind = awaited.kind();
    happenedAt = awaited.happenedAt();
    opensAt = OpenLoopRule.opensAt(awaited.happenedAt());
    answered = awaited.answered();
  }

  /**
   * What is to be told about it, if anything.
   *
   * @param because why it is not open any more, should that be so
   */
  Optional<ContactsEvent> tell(Instant now, LoopEnd because) {
    if (isOpen(now) == told) {
      return Optional.empty();
    }
    told = !told;
    return Optional.of(
        told
            ? new OpenLoopOpened(id, contactId, reason, kind, happenedAt, opensAt)
            : new OpenLoopClosed(id, contactId, reason, because));
  }

  /** The last that is told of it: the touch waits for nothing any more. */
  Optional<ContactsEvent> end(LoopEnd because) {
    return told
        ? Optional.of(new OpenLoopClosed(id, contactId, reason, because))
        : Optional.empty();
  }
}
