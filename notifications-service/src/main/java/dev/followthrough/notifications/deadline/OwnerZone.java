package dev.followthrough.notifications.deadline;

import dev.followthrough.platform.owner.OwnedEntity;
import jakarta.persistence.Entity;
import java.util.Optional;

/** Where the owner lives, by their profile. */
@Entity
class OwnerZone extends OwnedEntity {

  String timeZone;

  static Optional<OwnerZone> mine() {
    return OwnerZone.<OwnerZone>findAll().firstResultOptional();
  }
}
