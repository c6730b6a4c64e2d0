package dev.followthrough.commitments.ask;

import dev.followthrough.events.AskChanged;
import dev.followthrough.events.AskDirection;
import dev.followthrough.events.AskMade;
import dev.followthrough.events.AskRemoved;
import dev.followthrough.events.AskedContact;
import dev.followthrough.events.TouchKind;
import dev.followthrough.platform.owner.OwnedEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Something that the owner asked of contacts, or a contact of the owner. */
@Entity
class Ask extends OwnedEntity {

  @Enumerated(EnumType.STRING)
  AskDirection direction;

  @Enumerated(EnumType.STRING)
  TouchKind kind;

  String words;
  UUID goalId;
  String offer;
  Instant askedAt;

  /** How often it was corrected or something came of it: each time makes a new version. */
  int changes;

  Instant createdAt;
  Instant changedAt;

  static Ask of(NewAsk asked, Instant now) {
    var ask = new Ask();
    ask.direction = asked.direction();
    ask.kind = asked.kind() == null ? TouchKind.OTHER : asked.kind();
    ask.words = asked.words();
    ask.goalId = asked.goalId();
    ask.offer = asked.offer();
    ask.askedAt = asked.askedAt() == null ? now : asked.askedAt();
    ask.createdAt = now;
    ask.changedAt = now;
    return ask;
  }

  /** The ask, held on to until the transaction ends. */
  static Optional<Ask> lock(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
  }

  /** Those of which nothing is left with anybody. */
  static List<Ask> ofNobody() {
    return list("from Ask a where not exists (select 1 from Asked x where x.askId = a.id)");
  }

  static List<Ask> among(Collection<UUID> ids) {
    return ids.isEmpty() ? List.of() : list("id in ?1", ids);
  }

  AskMade made(List<Asked> of) {
    return new AskMade(id, direction, kind, askedAt, contacts(of), goalId, offer);
  }

  AskFields fields() {
    return new AskFields(words, goalId, offer);
  }

  /** Empty when it says the same as before. */
  Optional<AskChanged> correct(AskFields fields, Instant now) {
    var differences = fields().differences(fields);
    if (differences.isEmpty()) {
      return Optional.empty();
    }
    words = fields.words();
    goalId = fields.goalId();
    offer = fields.offer();
    changed(now);
    return Optional.of(new AskChanged(id, goalId, offer, differences));
  }

  AskRemoved removed(List<Asked> of) {
    return new AskRemoved(id, contacts(of));
  }

  void changed(Instant now) {
    changes++;
    changedAt = now;
  }

  private static List<AskedContact> contacts(List<Asked> of) {
    return of.stream().map(one -> new AskedContact(one.contactId, one.id)).toList();
  }
}
