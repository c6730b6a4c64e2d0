package dev.followthrough.commitments.favour;

import dev.followthrough.commitments.value.Value;
import dev.followthrough.commitments.value.ValueDirection;
import dev.followthrough.events.FavourChanged;
import dev.followthrough.events.FavourDirection;
import dev.followthrough.events.FavourKind;
import dev.followthrough.events.FavourRecorded;
import dev.followthrough.events.FavourRemoved;
import dev.followthrough.events.FavourSize;
import dev.followthrough.platform.owner.OwnedEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Something of value that the owner did for a contact, or a contact for the owner. */
@Entity
class Favour extends OwnedEntity {

  /** Of somebody who is in the network, or who may come back but is not shown meanwhile. */
  static final String PRESENT =
      "not exists (select 1 from Person p where p.id = f.contactId and p.removed = true)";

  UUID contactId;

  @Enumerated(EnumType.STRING)
  FavourDirection direction;

  @Enumerated(EnumType.STRING)
  FavourKind kind;

  @Enumerated(EnumType.STRING)
  FavourSize size;

  Instant happenedAt;
  String words;
  Instant thanksSaidAt;
  UUID commitmentId;
  Instant createdAt;
  Instant changedAt;

  static Optional<Favour> present(UUID id) {
    return find("from Favour f where f.id = ?1 and " + PRESENT, id).firstResultOptional();
  }

  /** The same, held on to until the transaction ends. */
  static Optional<Favour> lock(UUID id) {
    return Favour.<Favour>find("from Favour f where f.id = ?1 and " + PRESENT, id)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional();
  }

  static List<Favour> with(UUID contactId, Instant until) {
    return list("contactId = ?1 and happenedAt <= ?2 order by happenedAt, id", contactId, until);
  }

  static List<Favour> until(Instant until) {
    return list("happenedAt <= ?1 order by happenedAt, id", until);
  }

  FavourRecorded record(NewFavour favour, Instant now) {
    contactId = favour.contactId();
    direction = favour.direction();
    createdAt = now;
    say(favour.fields(), now);
    return new FavourRecorded(
        id, contactId, direction, kind, size, happenedAt, thanksSaidAt, commitmentId);
  }

  FavourChanged correct(FavourFields fields, Instant now) {
    say(fields, now);
    return new FavourChanged(
        id, contactId, direction, kind, size, happenedAt, thanksSaidAt, commitmentId);
  }

  FavourRemoved removed() {
    return new FavourRemoved(id, contactId);
  }

  FavourFields fields() {
    return new FavourFields(kind, size, happenedAt, words, thanksSaidAt, commitmentId);
  }

  ValueDirection way() {
    return way(direction);
  }

  static ValueDirection way(FavourDirection direction) {
    return switch (direction) {
      case GIVEN -> ValueDirection.GIVEN;
      case RECEIVED -> ValueDirection.RECEIVED;
    };
  }

  /** What it counts, with the thanks that had been said by then. */
  Value value(Instant asOf) {
    boolean thanked = thanksSaidAt != null && !thanksSaidAt.isAfter(asOf);
    var deed = commitmentId == null ? id : commitmentId;
    return new Value(way(), FavourPoints.of(size), happenedAt, word(kind), id, thanked, deed);
  }

  private static String word(FavourKind kind) {
    return switch (kind) {
      case INTRODUCTION_MADE -> "introductionMade";
      case INTRODUCTION_RECEIVED -> "introductionReceived";
      case REFERRAL -> "referral";
      case LINK -> "link";
      case ADVICE -> "advice";
      case REVIEW -> "review";
    };
  }

  private void say(FavourFields fields, Instant now) {
    kind = fields.kind();
    size = fields.size();
    happenedAt = fields.happenedAt() == null ? now : fields.happenedAt();
    words = fields.words();
    thanksSaidAt = fields.thanksSaidAt();
    commitmentId = fields.commitmentId();
    changedAt = now;
  }
}
