package dev.followthrough.notifications.policy;

import dev.followthrough.platform.owner.CurrentOwner;
import dev.followthrough.platform.owner.OwnedEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.util.Optional;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The policy as the owner said it; null while they have said none. */
@Entity
@Table(name = "reminder_policy")
class OwnersPolicy extends OwnedEntity {

  @JdbcTypeCode(SqlTypes.JSON)
  ReminderPolicy policy;

  static Optional<OwnersPolicy> mine() {
    return OwnersPolicy.<OwnersPolicy>findAll().firstResultOptional();
  }

  /** The owner's row, made if need be, and held on to until the transaction ends. */
  static OwnersPolicy lockMine() {
    var owner = CurrentOwner.require();
    getEntityManager()
        .createNativeQuery(
            """
            insert into reminder_policy (owner_id, id, version) values (?1, ?1, 0)
            on conflict do nothing
            """)
        .setParameter(1, owner)
        .executeUpdate();
    return OwnersPolicy.findById(owner, LockModeType.PESSIMISTIC_WRITE);
  }

  ReminderPolicy inForce() {
    return policy == null ? ReminderPolicy.DEFAULT : policy;
  }
}
