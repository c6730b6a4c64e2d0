package dev.followthrough.contacts.touch;

import dev.followthrough.events.TouchDirection;
import dev.followthrough.events.TouchKind;
import dev.followthrough.platform.paging.PageRequest;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Parameters;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Which touches are asked for, the latest first.
 *
 * @param since those that happened at this instant or later
 * @param until those that happened before this instant
 * @param last the one seen last, or null
 */
record TouchSearch(
    UUID contactId,
    TouchDirection direction,
    TouchKind kind,
    Instant since,
    Instant until,
    Seen last,
    int limit) {

  /** Where a part of the list ended. */
  record Seen(Instant happenedAt, UUID id) {

    static Seen of(List<String> key) {
      return new Seen(PageRequest.instant(key.get(0)), UUID.fromString(key.get(1)));
    }

    static List<String> key(Touch touch) {
      return List.of(touch.happenedAt.toString(), touch.id.toString());
    }
  }

  List<Touch> find() {
    var where = new StringBuilder("hidden = false");
    var values = new Parameters();
    add(where, values, " and contactId = :contact", "contact", contactId);
    add(where, values, " and direction = :direction", "direction", direction);
    add(where, values, " and kind = :kind", "kind", kind);
    add(where, values, " and happenedAt >= :since", "since", since);
    add(where, values, " and happenedAt < :until", "until", until);
    if (last != null) {
      // the first condition, which the second implies, is the one that an index can begin at
      where.append(" and happenedAt <= :at and (happenedAt < :at or id < :id)");
      values.and("at", last.happenedAt()).and("id", last.id());
    }
    return Touch.<Touch>find(where + " order by happenedAt desc, id desc", values)
        .page(Page.ofSize(limit))
        .list();
  }

  private static void add(
      StringBuilder where, Parameters values, String condition, String name, Object value) {
    if (value != null) {
      where.append(condition);
      values.and(name, value);
    }
  }
}
