package dev.followthrough.platform.owner;

import dev.followthrough.platform.id.Ids;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.util.UUID;
import org.hibernate.annotations.Filter;
import org.hibernate.annotations.FilterDef;
import org.hibernate.annotations.ParamDef;

/**
 * A row that belongs to one owner. Its owner is filled from the current one and never changes;
 * look-ups and queries see the current owner's rows only. The version counts its changes and is its
 * {@code ETag}.
 */
@MappedSuperclass
@FilterDef(
    name = OwnedEntity.FILTER,
    defaultCondition = "owner_id = :owner",
    autoEnabled = true,
    applyToLoadByKey = true,
    parameters = @ParamDef(name = "owner", type = UUID.class, resolver = OwnerResolver.class))
@Filter(name = OwnedEntity.FILTER)
public abstract class OwnedEntity extends PanacheEntityBase {

  static final String FILTER = "owner";

  @Id public UUID id = Ids.next();

  @FilledWithOwner
  @Column(name = "owner_id", nullable = false, updatable = false)
  UUID ownerId;

  @Version public long version;

  public UUID ownerId() {
    return ownerId;
  }
}
