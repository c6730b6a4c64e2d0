package dev.followthrough.commitments.need;

import dev.followthrough.events.OriginKind;
import dev.followthrough.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads what the readiness of some contacts is judged by, in one statement. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class ReadinessRows {

  private static final double OWED_VALUE = 3;

  private final Sql sql;

  ReadinessRows(Sql sql) {
    this.sql = sql;
  }

  Map<UUID, Readiness> of(Collection<UUID> contactIds, Instant now) {
    var found = new HashMap<UUID, Readiness>();
    if (!contactIds.isEmpty()) {
      sql.list(
          """
          with known as (
            select p.id, p.facts ->> 'origin' as origin, t.told,
              (select count(*) from attendance a
                 join known_meeting m on m.owner_id = a.owner_id and m.id = a.meeting_id
               where a.contact_id = p.id and m.status = 'HELD' and a.ends_at <= ?) as held,
              (select max(a.ends_at) from attendance a
                 join known_meeting m on m.owner_id = a.owner_id and m.id = a.meeting_id
               where a.contact_id = p.id and m.status = 'HELD' and a.ends_at <= ?) as last_held,
              (select max(a.happened_at) from touch a
               where a.contact_id = p.id and a.answers is not null and a.happened_at <= ?
                 and (a.direction = 'INBOUND' or not a.redirects)) as last_answered,
              (select max(i.happened_at) from touch i
               where i.contact_id = p.id and i.direction = 'INBOUND' and i.happened_at <= ?)
                as last_heard
            from unnest(?::uuid[]) as wanted (id)
              join person p on p.id = wanted.id
              left join told_standing t on t.id = p.id)
          select k.id, k.origin, k.held, greatest(k.last_held, k.last_answered),
            exists (select from open_loop l where l.contact_id = k.id),
            coalesce((k.told ->> 'apologiesOwed')::int, 0)
              + coalesce((k.told ->> 'thanksOwed')::int, 0),
            coalesce(k.told -> 'reciprocity' ->> 'balance' = 'ownerOwes'
              and (k.told -> 'reciprocity' ->> 'received')::float8
                - (k.told -> 'reciprocity' ->> 'given')::float8 >= ?, false),
            exists (select from touch o where o.contact_id = k.id and o.direction = 'OUTBOUND'
              and o.awaits_reply and o.happened_at > ? and o.happened_at <= ?
              and o.happened_at > coalesce(greatest(k.last_held, k.last_heard), '-infinity')),
            (select count(*) from touch o where o.contact_id = k.id and o.direction = 'OUTBOUND'
              and o.answers is null and o.happened_at <= ?
              and o.happened_at > coalesce(greatest(k.last_held, k.last_heard), '-infinity')),
            (select max(o.happened_at) from touch o where o.contact_id = k.id
              and o.direction = 'OUTBOUND' and o.answers is null and o.happened_at <= ?),
            (select count(*) from touch o where o.contact_id = k.id and o.direction = 'OUTBOUND'
              and o.happened_at > ? and o.happened_at <= ?),
            exists (select from asked x where x.contact_id = k.id and x.direction = 'OUTBOUND'
              and (x.status in ('ASKED', 'ANSWERED', 'DEFERRED') or x.asked_at > ?))
          from known k
          """,
          row -> found.put(row.getObject(1, UUID.class), readiness(row)),
          now,
          now,
          now,
          now,
          contactIds.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")),
          OWED_VALUE,
          now.minus(Readiness.REPLY),
          now,
          now,
          now,
          now.minus(Readiness.WEEK),
          now,
          now.minus(Readiness.ASKED_LATELY));
    }
    return found;
  }

  private static Readiness readiness(ResultSet row) throws SQLException {
    return new Readiness(
        origin(row.getString(2)),
        row.getInt(3),
        Sql.instant(row, 4),
        row.getBoolean(5),
        row.getInt(6),
        row.getBoolean(7),
        row.getBoolean(8),
        row.getInt(9),
        Sql.instant(row, 10),
        row.getInt(11),
        row.getBoolean(12));
  }

  /** As it lies in JSON; one that only a newer version knows is nobody's from before. */
  private static OriginKind origin(String told) {
    for (var kind : OriginKind.values()) {
      if (kind.name().equalsIgnoreCase(told)) {
        return kind;
      }
    }
    return null;
  }
}
