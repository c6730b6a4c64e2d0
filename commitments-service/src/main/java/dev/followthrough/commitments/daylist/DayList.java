package dev.followthrough.commitments.daylist;

import dev.followthrough.platform.owner.CurrentOwner;
import dev.followthrough.platform.owner.OwnedEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Optional;

/** The day for which the owner's list went out last, by the owner's own id. */
@Entity
class DayList extends OwnedEntity {

  LocalDate compiledOn;

  static Optional<DayList> mine() {
    return DayList.findByIdOptional(CurrentOwner.require());
  }

  static Optional<DayList> lockMine() {
    return DayList.findByIdOptional(CurrentOwner.require(), LockModeType.PESSIMISTIC_WRITE);
  }

  /**
   * @return whether there was none
   */
  static boolean begin(LocalDate compiledOn) {
    return getEntityManager()
            .createNativeQuery(
                "insert into day_list (owner_id, id, version, compiled_on) values (?1, ?1, 0, ?2)"
                    + " on conflict do nothing")
            .setParameter(1, CurrentOwner.require())
            .setParameter(2, compiledOn)
            .executeUpdate()
        > 0;
  }
}
