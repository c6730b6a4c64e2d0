package dev.followthrough.contacts.profile;

import dev.followthrough.events.ProfileChanged;
import dev.followthrough.platform.owner.OwnedEntity;
import jakarta.persistence.Entity;
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

  ProfileChanged live(ZoneId zone) {
    timeZone = zone.getId();
    return new ProfileChanged(timeZone);
  }
}
