package dev.followthrough.commitments.favour;

import dev.followthrough.events.FavourDirection;
import dev.followthrough.platform.paging.PageRequest;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Parameters;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Which favours are asked for, the latest first; what is null does not matter.
 *
 * @param last the one seen last
 */
record FavourSearch(
    UUID contactId, FavourDirection direction, Boolean thanksSaid, Seen last, int limit) {

  /** Where a part of the list ended. */
  record Seen(Instant happenedAt, UUID id) {

    static Seen of(List<String> key) {
      return new Seen(PageRequest.instant(key.get(0)), UUID.fromString(key.get(1)));
    }

    static List<String> key(Favour favour) {
      return List.of(favour.happenedAt.toString(), favour.id.toString());
    }
  }

  List<Favour> find() {
    var where = new StringBuilder("from Favour f where ").append(Favour.PRESENT);
    var values = new Parameters();
    if (contactId != null) {
      where.append(" and f.contactId = :contact");
      values.and("contact", contactId);
    }
    if (direction != null) {
      where.append(" and f.direction = :direction");
      values.and("direction", direction);
    }
    if (thanksSaid != null) {
      where.append(thanksSaid ? " and f.thanksSaidAt is not null" : " and f.thanksSaidAt is null");
    }
    if (last != null) {
      // the first condition, which the second implies, is the one that an index can begin at
      where.append(" and f.happenedAt <= :at and (f.happenedAt < :at or f.id < :id)");
      values.and("at", last.happenedAt()).and("id", last.id());
    }
    return Favour.<Favour>find(where + " order by f.happenedAt desc, f.id desc", values)
        .page(Page.ofSize(limit))
        .list();
  }
}
