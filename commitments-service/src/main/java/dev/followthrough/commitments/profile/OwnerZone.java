package dev.followthrough.commitments.profile;

import dev.followthrough.platform.owner.OwnedEntity;
import jakarta.persistence.Entity;
import java.util.Optional;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The time zone in which the owner lives and what else they told, once they have said so. */
@Entity
class OwnerZone extends OwnedEntity {

  String timeZone;

  /** Null while an older version of contacts-service has told the zone alone. */
  @JdbcTypeCode(SqlTypes.JSON)
  OwnerFacts facts;

  static Optional<OwnerZone> mine() {
    return OwnerZone.<OwnerZone>findAll().firstResultOptional();
  }
}
