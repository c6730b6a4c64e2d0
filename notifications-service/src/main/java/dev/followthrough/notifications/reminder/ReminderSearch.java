package dev.followthrough.notifications.reminder;

import dev.followthrough.platform.paging.PageRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Which reminders are asked for; null where it does not matter.
 *
 * @param from the earliest instant at which it reminds
 * @param to the first one after
 */
record ReminderSearch(
    ReminderStatus status,
    ReminderKind kind,
    UUID agreementId,
    UUID contactId,
    Instant from,
    Instant to) {

  /** The last one seen, and how many are wanted after it. */
  record Place(Instant at, UUID id, int limit) {

    static Place of(PageRequest page) {
      return page.after(
              key ->
                  new Place(
                      PageRequest.instant(key.get(0)), UUID.fromString(key.get(1)), page.fetch()))
          .orElseGet(() -> new Place(null, null, page.fetch()));
    }
  }

  List<Reminder> find(Place place) {
    var conditions = new ArrayList<>(List.of("1 = 1"));
    Map<String, Object> values = new HashMap<>();
    if (status != null) {
      conditions.add(condition(status));
    }
    if (kind != null) {
      conditions.add(
          switch (kind) {
            case PROMISES -> "(kind = PROMISES or kind is null) and askedId is null";
            case ASSESSMENTS -> "kind = ASSESSMENTS";
            case KEEP_IN_TOUCH -> "kind = KEEP_IN_TOUCH";
            case ASK_REVISIT -> "askedId is not null";
          });
    }
    add(
        conditions,
        values,
        "(agreementId = :agreement or subjectId = :agreement)",
        "agreement",
        agreementId);
    add(
        conditions,
        values,
        "(contactId = :contact or askedContactId = :contact)",
        "contact",
        contactId);
    add(conditions, values, "remindAt >= :from", "from", from);
    add(conditions, values, "remindAt < :to", "to", to);
    if (place.at() != null) {
      add(conditions, values, "remindAt >= :at", "at", place.at());
      add(conditions, values, "(remindAt > :at or id > :id)", "id", place.id());
    }
    return Reminder.<Reminder>find(
            String.join(" and ", conditions) + " order by remindAt, id", values)
        .range(0, place.limit() - 1)
        .list();
  }

  private static String condition(ReminderStatus status) {
    return switch (status) {
      case PLANNED -> "settled = PLANNED";
      case SENT -> "settled = SENT and acknowledgedAt is null";
      case ACKNOWLEDGED -> "settled = SENT and acknowledgedAt is not null";
      case SKIPPED -> "settled = CANCELLED and skippedAt is not null";
      case CANCELLED -> "settled = CANCELLED and skippedAt is null";
    };
  }

  private static void add(
      List<String> conditions,
      Map<String, Object> values,
      String condition,
      String name,
      Object value) {
    if (value != null) {
      conditions.add(condition);
      values.put(name, value);
    }
  }
}
