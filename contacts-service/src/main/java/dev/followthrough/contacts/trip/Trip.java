package dev.followthrough.contacts.trip;

import dev.followthrough.events.TripChanged;
import dev.followthrough.events.TripPlanned;
import dev.followthrough.events.TripRemoved;
import dev.followthrough.platform.owner.OwnedEntity;
import io.quarkus.panache.common.Page;
import jakarta.persistence.Entity;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Days that the owner spends in another place. */
@Entity
class Trip extends OwnedEntity {

  String place;
  LocalDate startsOn;
  LocalDate endsOn;
  Instant createdAt;
  Instant changedAt;

  static Optional<Trip> find(UUID id) {
    return findByIdOptional(id);
  }

  /** The trip, held on to until the transaction ends. */
  static Optional<Trip> lock(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
  }

  /** The last to start first. */
  static List<Trip> list(int limit) {
    return Trip.<Trip>find("order by startsOn desc, id desc").page(Page.ofSize(limit)).list();
  }

  static List<Trip> after(LocalDate startsOn, UUID id, int limit) {
    return Trip.<Trip>find(
            "startsOn <= ?1 and (startsOn < ?1 or id < ?2) order by startsOn desc, id desc",
            startsOn,
            id)
        .page(Page.ofSize(limit))
        .list();
  }

  TripPlanned plan(TripFields fields, Instant now) {
    createdAt = now;
    say(fields, now);
    return new TripPlanned(id, place, startsOn, endsOn);
  }

  /** Empty when nothing changes by it. */
  Optional<TripChanged> change(TripFields fields, Instant now) {
    if (fields.equals(fields())) {
      return Optional.empty();
    }
    say(fields, now);
    return Optional.of(new TripChanged(id, place, startsOn, endsOn));
  }

  TripRemoved remove() {
    delete();
    return new TripRemoved(id);
  }

  TripFields fields() {
    return new TripFields(place, startsOn, endsOn);
  }

  private void say(TripFields fields, Instant now) {
    place = fields.place();
    startsOn = fields.from();
    endsOn = fields.to();
    changedAt = now;
  }
}
