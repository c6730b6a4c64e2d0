package dev.followthrough.notifications.clock;

import dev.followthrough.events.ProfileChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;

/** This service's own copy of the owner's zone and quiet hours, as their profile tells them. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class OwnerClocks {

  /** The owner's clock; UTC until they name a zone that is known here. */
  public OwnerClock mine() {
    var mine = OwnerZone.mine();
    return new OwnerClock(
        mine.flatMap(zone -> known(zone.timeZone)).orElse(ZoneId.of("UTC")),
        mine.map(OwnerZone::quiet).orElse(null));
  }

  /** Follows the profile. An older event says the zone alone, and leaves the quiet hours. */
  public void follow(ProfileChanged event) {
    var mine = OwnerZone.mine().orElseGet(OwnerZone::new);
    mine.timeZone = event.timeZone();
    if (event.changed() != null) {
      mine.quiet(QuietHours.of(event.quietHours()).orElse(null));
    }
    mine.persist();
  }

  public void forgetAll() {
    OwnerZone.deleteAll();
  }

  private static Optional<ZoneId> known(String name) {
    try {
      return Optional.of(ZoneId.of(name));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
