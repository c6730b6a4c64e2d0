package dev.followthrough.contacts.profile;

import dev.followthrough.platform.sql.Sql;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A contact who has not been told what the owner does now. */
record NotTold(
    @NotNull UUID contactId,
    @NotNull String name,
    @Schema(description = "When they were told what the owner did before; absent: never.")
        Instant lastToldAt) {

  private static final UUID BEYOND_ALL = new UUID(-1, -1);

  /** A part of the list of those not told. */
  record NotToldPage(@NotNull List<NotTold> items, String nextCursor) {}

  /**
   * Those with no telling touch since then, the newest contact first. It reads the tables of two
   * features in one statement, which no page over both of them could do as cheaply.
   */
  static List<NotTold> find(Sql sql, Instant since, Optional<UUID> after, int limit) {
    return sql.list(
        """
        select c.id, c.name,
          (select max(t.happened_at) from touch t
           where t.contact_id = c.id and t.tells_what_i_do_now) as last_told_at
        from contact c
        where c.removed_at is null and c.id < ?
          and not exists (
            select from touch t
            where t.contact_id = c.id and t.tells_what_i_do_now and t.happened_at >= ?)
        order by c.id desc limit ?
        """,
        row -> new NotTold(row.getObject(1, UUID.class), row.getString(2), Sql.instant(row, 3)),
        after.orElse(BEYOND_ALL),
        since,
        limit);
  }
}
