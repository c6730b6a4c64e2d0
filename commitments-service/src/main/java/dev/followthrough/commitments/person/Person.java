package dev.followthrough.commitments.person;

import dev.followthrough.platform.owner.OwnedEntity;
import jakarta.persistence.Entity;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What this service knows of a contact: the name, and whether it has been removed. */
@Entity
class Person extends OwnedEntity {

  String name;
  boolean removed;

  static List<Person> among(Collection<UUID> ids) {
    return list("id in ?1", ids);
  }
}
