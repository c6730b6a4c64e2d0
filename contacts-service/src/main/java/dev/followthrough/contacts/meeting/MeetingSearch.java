package dev.followthrough.contacts.meeting;

import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Parameters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Which meetings are asked for, the last recorded first.
 *
 * @param from those that start at this instant or later
 * @param to those that start before this instant
 * @param unconfirmed those that are still scheduled although their end is past, or all others
 * @param after the id of the last one seen
 */
record MeetingSearch(
    MeetingStatus status,
    UUID contactId,
    Instant from,
    Instant to,
    Boolean unconfirmed,
    UUID after,
    int limit) {

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
    add(conditions, values, "id < :after", "after", after);
    var where = conditions.isEmpty() ? "" : String.join(" and ", conditions) + " ";
    return Meeting.<Meeting>find(where + "order by id desc", values)
        .page(Page.ofSize(limit))
        .list();
  }

  private static void add(
      List<String> conditions, Parameters values, String condition, String name, Object value) {
    if (value != null) {
      conditions.add(condition);
      values.and(name, value);
    }
  }
}
