package dev.followthrough.contacts.standing;

import dev.followthrough.events.StandingChanged;
import dev.followthrough.platform.owner.OwnedEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What was last told of a contact's standing, under the contact's id. */
@Entity
@Table(name = "standing")
class KnownStanding extends OwnedEntity {

  @JdbcTypeCode(SqlTypes.JSON)
  StandingChanged told;

  static Optional<KnownStanding> of(UUID contactId) {
    return findByIdOptional(contactId);
  }
}
