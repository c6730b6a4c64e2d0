package dev.followthrough.notifications.message;

import dev.followthrough.platform.owner.OwnedEntity;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One event of the owner in the order in which it came here, with the body as receivers get it. Its
 * id is the event's.
 */
@Entity
class Message extends OwnedEntity {

  long sequence;
  String source;
  String type;
  String subject;
  Instant occurredAt;
  Instant loggedAt;
  String traceparent;
  String body;

  /** Those after a place that are wanted, in the log's order. */
  static List<Message> after(long place, Selection wanted, int limit) {
    var conditions = new ArrayList<>(List.of("m.sequence > :place"));
    var values = new HashMap<String, Object>(Map.of("place", place));
    wanted.restrict(conditions, values);
    var where = String.join(" and ", conditions);
    return Message.<Message>find("from Message m where " + where + " order by m.sequence", values)
        .range(0, limit - 1)
        .list();
  }
}
