package dev.followthrough.contacts.profile;

import jakarta.persistence.EntityManager;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.query.NativeQuery;

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
  static List<NotTold> find(
      EntityManager entities, Instant since, Optional<UUID> after, int limit) {
    var rows =
        entities
            .createNativeQuery(
                """
                select c.id, c.name,
                  (select max(t.happened_at) from touch t
                   where t.contact_id = c.id and t.tells_what_i_do_now) as last_told_at
                from contact c
                where c.removed_at is null and c.id < ?1
                  and not exists (
                    select from touch t
                    where t.contact_id = c.id and t.tells_what_i_do_now and t.happened_at >= ?2)
                order by c.id desc limit ?3
                """,
                Object[].class)
            .unwrap(NativeQuery.class)
            .addScalar("id", UUID.class)
            .addScalar("name", String.class)
            .addScalar("last_told_at", Instant.class)
            .setParameter(1, after.orElse(BEYOND_ALL))
            .setParameter(2, since.atOffset(ZoneOffset.UTC))
            .setParameter(3, limit)
            .getResultList();
    var notTold = new ArrayList<NotTold>();
    for (var row : rows) {
      var column = (Object[]) row;
      notTold.add(new NotTold((UUID) column[0], (String) column[1], (Instant) column[2]));
    }
    return notTold;
  }
}
