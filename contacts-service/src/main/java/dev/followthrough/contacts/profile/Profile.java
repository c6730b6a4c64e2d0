package dev.followthrough.contacts.profile;

import dev.followthrough.events.ProfileChanged;
import dev.followthrough.platform.owner.CurrentOwner;
import dev.followthrough.platform.owner.OwnedEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.LockModeType;
import java.time.ZoneId;
import java.util.Optional;

/** What the owner says of themselves. Until they say otherwise they live in UTC. */
@Entity
class Profile extends OwnedEntity {

  static final ZoneId DEFAULT_ZONE = ZoneId.of("UTC");

  String timeZone = DEFAULT_ZONE.getId();

  static Optional<Profile> mine() {
    return Profile.<Profile>findAll().firstResultOptional();
  }

  /** The owner's row, made if need be, and held on to until the transaction ends. */
  static Profile lockMine() {
    var owner = CurrentOwner.require();
    getEntityManager()
        .createNativeQuery(
            """
            insert into profile (owner_id, id, version, time_zone) values (?1, ?1, 0, ?2)
            on conflict do nothing
            """)
        .setParameter(1, owner)
        .setParameter(2, DEFAULT_ZONE.getId())
        .executeUpdate();
    return Profile.findById(owner, LockModeType.PESSIMISTIC_WRITE);
  }

  /** Empty when the owner lives there already. */
  Optional<ProfileChanged> live(ZoneId zone) {
    if (zone.getId().equals(timeZone)) {
      return Optional.empty();
    }
    timeZone = zone.getId();
    return Optional.of(new ProfileChanged(timeZone));
  }
}
