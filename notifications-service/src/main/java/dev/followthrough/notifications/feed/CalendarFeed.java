package dev.followthrough.notifications.feed;

import dev.followthrough.platform.owner.OwnedEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A calendar that the owner's programs subscribe to. Of its address only a hash is kept. */
@Entity
class CalendarFeed extends OwnedEntity {

  String name;

  @JdbcTypeCode(SqlTypes.JSON)
  List<FeedPart> parts = List.of();

  Instant createdAt;

  static Optional<CalendarFeed> ofId(UUID id) {
    return find("id", id).firstResultOptional();
  }

  /** The same, locked until the transaction ends. */
  static Optional<CalendarFeed> lockById(UUID id) {
    return CalendarFeed.<CalendarFeed>find("id", id)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional();
  }

  static List<CalendarFeed> after(Optional<UUID> id, int limit) {
    return id.map(last -> CalendarFeed.<CalendarFeed>find("id > ?1 order by id", last))
        .orElseGet(() -> find("order by id"))
        .range(0, limit - 1)
        .list();
  }
}
