package dev.followthrough.commitments.profile;

import dev.followthrough.platform.owner.OwnedEntity;
import jakarta.persistence.Entity;
import java.util.Optional;

/** The time zone in which the owner lives, once they have said so. */
@Entity
class OwnerZone extends OwnedEntity {

  String timeZone;

  static Optional<OwnerZone> mine() {
    return OwnerZone.<OwnerZone>findAll().firstResultOptional();
  }
}
