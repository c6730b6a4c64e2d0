package dev.followthrough.commitments.person;

import dev.followthrough.events.Circle;
import dev.followthrough.events.ContactFacts;
import dev.followthrough.platform.owner.OwnedEntity;
import io.quarkus.panache.common.Page;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What this service knows of a contact, and whether it has been removed. */
@Entity
class Person extends OwnedEntity {

  String name;
  boolean removed;

  /** Whom they have become; they count as removed for as long as they are that one. */
  UUID mergedInto;

  @Enumerated(EnumType.STRING)
  Circle circle = Circle.ACQUAINTANCE;

  /** Null while an older version of contacts-service has told of them alone. */
  @JdbcTypeCode(SqlTypes.JSON)
  ContactFacts facts;

  static List<Person> among(Collection<UUID> ids) {
    return list("id in ?1", ids);
  }

  static List<Person> presentAfter(Optional<UUID> last, int limit) {
    var found =
        last.isEmpty()
            ? Person.<Person>find("removed = false order by id")
            : Person.<Person>find("removed = false and id > ?1 order by id", last.get());
    return found.page(Page.ofSize(limit)).list();
  }

  KnownPerson known() {
    return new KnownPerson(id, name, circle, facts, removed);
  }
}
