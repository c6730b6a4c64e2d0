package dev.followthrough.contacts.meeting;

import dev.followthrough.platform.paging.PageRequest;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Parameters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Which meetings are asked for, and in which order: the last recorded first, or the first to start
 * first.
 *
 * @param from those that start at this instant or later
 * @param to those that start before this instant
 * @param unconfirmed those that are still scheduled although their end is past, or all others
 * @param after the last one seen; null at the beginning
 */
record MeetingSearch(
    MeetingStatus status,
    UUID contactId,
    Instant from,
    Instant to,
    Boolean unconfirmed,
    MeetingOrder order,
    Place after,
    int limit) {

  /**
   * Where a meeting stands in the list.
   *
   * @param startsAt null where the order is another
   */
  record Place(UUID id, Instant startsAt) {

    List<String> key() {
      return startsAt == null
          ? List.of(id.toString())
          : List.of(id.toString(), startsAt.toString());
    }
  }

  static Place read(List<String> key, MeetingOrder order) {
    return new Place(
        UUID.fromString(key.get(0)),
        order == MeetingOrder.STARTS_AT ? PageRequest.instant(key.get(1)) : null);
  }

  Place place(Meeting meeting) {
    return new Place(meeting.id, order == MeetingOrder.STARTS_AT ? meeting.startsAt : null);
  }

  List<Meeting> find(Instant now) {
    var conditions = new ArrayList<String>();
    var values = new Parameters();
    add(conditions, values, "status = :status", "status", status);
    add(
        conditions,
        values,
        "id in (select a.meetingId from Attendance a where a.contactId = :contact)",
        "contact",
        contactId);
    add(conditions, values, "startsAt >= :from", "from", from);
    add(conditions, values, "startsAt < :to", "to", to);
    if (unconfirmed != null) {
      conditions.add(
          unconfirmed
              ? "status = :scheduled and endsAt <= :now"
              : "(status <> :scheduled or endsAt > :now)");
      values.and("scheduled", MeetingStatus.SCHEDULED).and("now", now);
    }
    if (after != null && after.startsAt() != null) {
      // the first half of it is what the index can begin at
      conditions.add("startsAt >= :at and (startsAt > :at or id < :after)");
      values.and("at", after.startsAt()).and("after", after.id());
    } else if (after != null) {
      add(conditions, values, "id < :after", "after", after.id());
    }
    var where = conditions.isEmpty() ? "" : String.join(" and ", conditions) + " ";
    return Meeting.<Meeting>find(where + sorted(), values).page(Page.ofSize(limit)).list();
  }

  private String sorted() {
    return switch (order) {
      case RECORDED -> "order by id desc";
      case STARTS_AT -> "order by startsAt, id desc";
    };
  }

  private static void add(
      List<String> conditions, Parameters values, String condition, String name, Object value) {
    if (value != null) {
      conditions.add(condition);
      values.and(name, value);
    }
  }
}
