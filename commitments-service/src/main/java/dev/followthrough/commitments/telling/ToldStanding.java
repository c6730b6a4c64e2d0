package dev.followthrough.commitments.telling;

import dev.followthrough.events.GapVerdict;
import dev.followthrough.events.StandingChanged;
import dev.followthrough.platform.owner.CurrentOwner;
import dev.followthrough.platform.owner.OwnedEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What was last told of a contact's standing, by the contact's id. */
@Entity
class ToldStanding extends OwnedEntity {

  @JdbcTypeCode(SqlTypes.JSON)
  StandingChanged told;

  /** Null below a gap that is worth a word. */
  @Enumerated(EnumType.STRING)
  GapVerdict gap;

  Instant gapSince;

  void say(StandingChanged standing) {
    if (standing.gap() != gap) {
      gap = standing.gap();
      gapSince = gap == null ? null : standing.asOf();
    }
    told = standing;
  }

  /**
   * Holds the contact's row, so that of two who tell the second reckons with what the first did.
   */
  static ToldStanding held(UUID contactId) {
    getEntityManager()
        .createNativeQuery(
            "insert into told_standing (owner_id, id, version) values (?1, ?2, 0)"
                + " on conflict do nothing")
        .setParameter(1, CurrentOwner.require())
        .setParameter(2, contactId)
        .executeUpdate();
    return ToldStanding.<ToldStanding>find("id", contactId)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResult();
  }

  /** What was last told, without holding the row. */
  static Optional<StandingChanged> last(UUID contactId) {
    return getEntityManager()
        .createQuery("select t.told from ToldStanding t where t.id = ?1", StandingChanged.class)
        .setParameter(1, contactId)
        .getResultList()
        .stream()
        .filter(Objects::nonNull)
        .findFirst();
  }
}
