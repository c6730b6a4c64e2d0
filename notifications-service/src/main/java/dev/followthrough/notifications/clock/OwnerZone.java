package dev.followthrough.notifications.clock;

import dev.followthrough.events.Digest;
import dev.followthrough.events.Weekday;
import dev.followthrough.platform.owner.OwnedEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalTime;
import java.util.Optional;

/** Where the owner lives, when they want to hear nothing and when a digest, by their profile. */
@Entity
class OwnerZone extends OwnedEntity {

  String timeZone;
  LocalTime quietFrom;
  LocalTime quietTo;

  @Enumerated(EnumType.STRING)
  Digest digest;

  @Enumerated(EnumType.STRING)
  Weekday digestOn;

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

  DigestRhythm rhythm() {
    return digest == null ? DigestRhythm.USUAL : new DigestRhythm(digest, digestOn);
  }

  void rhythm(DigestRhythm rhythm) {
    digest = rhythm.digest();
    digestOn = rhythm.weeklyOn();
  }
}
