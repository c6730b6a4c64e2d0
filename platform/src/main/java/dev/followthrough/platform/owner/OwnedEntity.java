package dev.followthrough.platform.owner;

import dev.followthrough.platform.id.Ids;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PostLoad;
import jakarta.persistence.Version;
import java.util.UUID;

/**
 * A row that belongs to one owner. Its owner is filled from the current one and never changes. The
 * database shows the current owner's rows only, and one that it should ever show for somebody else
 * is refused when it is read. The version counts its changes and is its {@code ETag}.
 */
@MappedSuperclass
public abstract class OwnedEntity extends PanacheEntityBase {

  @Id public UUID id = Ids.next();

  @FilledWithOwner
  @Column(name = "owner_id", nullable = false, updatable = false)
  UUID ownerId;

  @Version public long version;

  public UUID ownerId() {
    return ownerId;
  }

  /**
   * The first belt. A filter of Hibernate's would do the same in SQL, but with one Hibernate plans
   * every query and look-up anew: a third of what a service costs.
   */
  @PostLoad
  void refuseAnotherOwners() {
    if (!ownerId.equals(CurrentOwner.require())) {
      throw new IllegalStateException("this row is another owner's");
    }
  }
}
