package dev.followthrough.notifications.clock;

import dev.followthrough.platform.owner.OwnedEntity;
import jakarta.persistence.Entity;
import java.time.LocalTime;
import java.util.Optional;

/** Where the owner lives and when they want to hear nothing, by their profile. */
@Entity
class OwnerZone extends OwnedEntity {

  String timeZone;
  LocalTime quietFrom;
  LocalTime quietTo;

  static Optional<OwnerZone> mine() {
    return OwnerZone.<OwnerZone>findAll().firstResultOptional();
  }

  QuietHours quiet() {
    return quietFrom == null ? null : new QuietHours(quietFrom, quietTo);
  }

  void quiet(QuietHours hours) {
    quietFrom = hours == null ? null : hours.from();
    quietTo = hours == null ? null : hours.to();
  }
}
