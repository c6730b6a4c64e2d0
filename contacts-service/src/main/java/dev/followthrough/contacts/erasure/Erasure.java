package dev.followthrough.contacts.erasure;

import dev.followthrough.platform.owner.OwnedEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The receipt of an erasure: it fills as the services report theirs. */
@Entity
class Erasure extends OwnedEntity {

  static final List<String> SERVICES = List.of("contacts", "commitments", "notifications");

  record Completion(String service, Instant at) {}

  /** Null when everything of the owner is erased. */
  UUID contactId;

  Instant requestedAt;

  @JdbcTypeCode(SqlTypes.JSON)
  List<Completion> completions = List.of();

  static Optional<Erasure> lock(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
  }

  void complete(String service, Instant at) {
    if (SERVICES.contains(service) && completedAt(service).isEmpty()) {
      var more = new ArrayList<>(completions);
      more.add(new Completion(service, at));
      completions = more;
    }
  }

  boolean isComplete() {
    return completions.size() == SERVICES.size();
  }

  Optional<Instant> completedAt(String service) {
    return completions.stream()
        .filter(one -> one.service().equals(service))
        .map(Completion::at)
        .findFirst();
  }

  Optional<Instant> completedAt() {
    return isComplete()
        ? completions.stream().map(Completion::at).max(Comparator.naturalOrder())
        : Optional.empty();
  }
}
