package dev.followthrough.contacts.contact;

import io.quarkus.panache.common.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Finds contacts by what time brings: a proposed move, a turn to be written to. */
final class ContactsAhead {

  private ContactsAhead() {}

  /** Those who have been silent for too long by then, the one that has been for longest first. */
  static List<Contact> dormant(Instant now, Instant afterAt, UUID afterId, int limit) {
    var found =
        afterId == null
            ? Contact.<Contact>find(
                "removedAt is null and dormantAt <= ?1 order by dormantAt, id", now)
            : Contact.<Contact>find(
                "removedAt is null and dormantAt <= ?1 and dormantAt >= ?2"
                    + " and (dormantAt > ?2 or id > ?3) order by dormantAt, id",
                now,
                afterAt,
                afterId);
    return found.page(Page.ofSize(limit)).list();
  }

  /** Those of whom a move is proposed by then, the one that has been for longest first. */
  static List<Contact> proposed(Instant now, Instant afterAt, UUID afterId, int limit) {
    var found =
        afterId == null
            ? Contact.<Contact>find(
                "removedAt is null and proposedAt <= ?1 order by proposedAt, id", now)
            : Contact.<Contact>find(
                "removedAt is null and proposedAt <= ?1 and proposedAt >= ?2"
                    + " and (proposedAt > ?2 or id > ?3) order by proposedAt, id",
                now,
                afterAt,
                afterId);
    return found.page(Page.ofSize(limit)).list();
  }

  /**
   * Those whose turn to be written to comes by then: so many of the inner circle, and of others.
   */
  static List<Contact> waiting(Instant until, int limit) {
    // the circle as a literal: each of the two has an index of its own
    return Contact.getEntityManager()
        .createNativeQuery(
            """
            (select * from contact
             where removed_at is null and circle = 'INNER' and turn_at < ?1
             order by turn_at, id limit ?2)
            union all
            (select * from contact
             where removed_at is null and circle <> 'INNER' and turn_at < ?1
             order by turn_at, id limit ?2)
            """,
            Contact.class)
        .setParameter(1, until.atOffset(ZoneOffset.UTC))
        .setParameter(2, limit)
        .getResultList();
  }

  /** Those whose turn was told before that day and who have not been in touch since. */
  static List<Contact> toldBefore(LocalDate day, int limit) {
    return Contact.getEntityManager()
        .createNativeQuery(
            """
            select * from contact
            where removed_at is null and turn_at is not null and told_since = quiet_since
              and told_on < ?1
            order by quiet_since, id limit ?2
            """,
            Contact.class)
        .setParameter(1, day)
        .setParameter(2, limit)
        .getResultList();
  }

  static List<Contact> told(LocalDate from) {
    return Contact.list("removedAt is null and turn.toldOn >= ?1", from);
  }
}
