package dev.followthrough.commitments.ask;

import dev.followthrough.events.AskDirection;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Parameters;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The ways to what came of the current owner's asks. Those of a removed contact are not shown. */
final class AskedRows {

  private static final String PRESENT =
      " not exists (select 1 from Person p where p.id = x.contactId and p.removed = true)";

  private static final String TO_COME_BACK =
      "select distinct x.askId from Asked x where x.status = ?1 and x.cameBack = false";

  private AskedRows() {}

  /** Those of these asks, in the order in which they name their contacts. */
  static List<Asked> of(Collection<UUID> askIds) {
    return askIds.isEmpty()
        ? List.of()
        : Asked.list("from Asked x where x.askId in ?1 and" + PRESENT + " order by x.id", askIds);
  }

  /** The ask that this due work is to bring back. */
  static Optional<UUID> askOfRevisit(UUID revisitId) {
    return Asked.find("select x.askId from Asked x where x.revisitId = ?1", revisitId)
        .project(UUID.class)
        .firstResultOptional();
  }

  /** What the due work is to bring back, unless its contact is removed. */
  static Optional<Asked> ofRevisit(UUID revisitId) {
    return Asked.find("from Asked x where x.revisitId = ?1 and" + PRESENT, revisitId)
        .firstResultOptional();
  }

  /** The asks with something that is to come back. */
  static List<UUID> asksToComeBack() {
    return Asked.find(TO_COME_BACK + " order by x.askId", AskStatus.DEFERRED)
        .project(UUID.class)
        .list();
  }

  /** The same, of one contact. */
  static List<UUID> asksToComeBack(UUID contactId) {
    return Asked.find(
            TO_COME_BACK + " and x.contactId = ?2 order by x.askId", AskStatus.DEFERRED, contactId)
        .project(UUID.class)
        .list();
  }

  static List<Asked> toComeBack(UUID askId) {
    return Asked.<Asked>list("askId = ?1 order by id", askId).stream()
        .filter(Asked::isToComeBack)
        .toList();
  }

  static List<KnownAsk> inbound(UUID contactId, Instant from, Instant until) {
    return Asked.<Asked>list(
            "contactId = ?1 and direction = ?2 and askedAt >= ?3 and askedAt <= ?4"
                + " order by askedAt, id",
            contactId,
            AskDirection.INBOUND,
            from,
            until)
        .stream()
        .map(asked -> new KnownAsk(asked.askId, asked.contactId, asked.askedAt))
        .toList();
  }

  static int outbound(Instant after, Instant until) {
    return Math.toIntExact(
        Ask.count(
            "direction = ?1 and askedAt > ?2 and askedAt <= ?3",
            AskDirection.OUTBOUND,
            after,
            until));
  }

  /** What waits, the longest waiting first. */
  static List<Asked> waiting(WaitingSearch search) {
    var where = new StringBuilder("from Asked x where x.status in (:waiting) and").append(PRESENT);
    var values = Parameters.with("waiting", AskStatus.WAITING);
    if (search.contactId() != null) {
      where.append(" and x.contactId = :contact");
      values.and("contact", search.contactId());
    }
    if (search.direction() != null) {
      where.append(" and x.direction = :direction");
      values.and("direction", search.direction());
    }
    if (search.cameBack() != null) {
      where.append(" and x.cameBack = :cameBack");
      values.and("cameBack", search.cameBack());
    }
    if (search.last() != null) {
      where.append(" and x.since >= :at and (x.since > :at or x.id > :id)");
      values.and("at", search.last().since()).and("id", search.last().id());
    }
    return Asked.<Asked>find(where + " order by x.since, x.id", values)
        .page(Page.ofSize(search.limit()))
        .list();
  }

  /** The asks that are shown, the newest first. */
  static List<Ask> asks(AskSearch search) {
    var where =
        new StringBuilder("from Ask a where exists (select 1 from Asked x where x.askId = a.id and")
            .append(PRESENT);
    var values = new Parameters();
    if (search.contactId() != null) {
      where.append(" and x.contactId = :contact");
      values.and("contact", search.contactId());
    }
    where.append(")");
    if (search.direction() != null) {
      where.append(" and a.direction = :direction");
      values.and("direction", search.direction());
    }
    if (search.goalId() != null) {
      where.append(" and a.goalId = :goal");
      values.and("goal", search.goalId());
    }
    if (search.last() != null) {
      where.append(" and a.id < :last");
      values.and("last", search.last());
    }
    return Ask.<Ask>find(where + " order by a.id desc", values)
        .page(Page.ofSize(search.limit()))
        .list();
  }
}
