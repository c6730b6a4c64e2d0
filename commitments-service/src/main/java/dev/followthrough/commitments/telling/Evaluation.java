package dev.followthrough.commitments.telling;

import dev.followthrough.platform.owner.CurrentOwner;
import dev.followthrough.platform.owner.OwnedEntity;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;

/**
 * The owner's daily evaluation, by the owner's own id: at four in the morning where they live, or
 * at the next instant that there is on a day without it.
 */
@Entity
class Evaluation extends OwnedEntity {

  static final LocalTime HOUR = LocalTime.of(4, 0);

  /** The last contact that has been looked at; null when it begins anew. */
  UUID afterContact;

  /** The next one after an instant. */
  static Instant next(ZoneId zone, Instant after) {
    var today = after.atZone(zone).toLocalDate();
    var at = today.atTime(HOUR).atZone(zone).toInstant();
    return at.isAfter(after) ? at : today.plusDays(1).atTime(HOUR).atZone(zone).toInstant();
  }

  /**
   * @return whether there was none
   */
  static boolean begin() {
    var owner = CurrentOwner.require();
    return Evaluation.findByIdOptional(owner).isEmpty()
        && getEntityManager()
                .createNativeQuery(
                    "insert into evaluation (owner_id, id, version) values (?1, ?1, 0)"
                        + " on conflict do nothing")
                .setParameter(1, owner)
                .executeUpdate()
            > 0;
  }
}
