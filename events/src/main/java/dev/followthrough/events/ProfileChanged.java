package dev.followthrough.events;

import java.time.Instant;
import java.util.List;

/**
 * The owner's profile changed; this is what stands now. An older one says the zone alone, and then
 * the rest is null: the owner has said nothing of it.
 *
 * @param timeZone an IANA zone
 * @param quietHours null for none
 * @param areas the areas that commitments can belong to
 * @param needs what the owner needs, each since when
 * @param whatIDoNowSince since when the owner does what they do now; null while they have not said
 * @param changed the names of the profile's fields that changed
 */
@EventType("profile.changed")
public record ProfileChanged(
    String timeZone,
    OwnerQuietHours quietHours,
    OwnerRhythm rhythm,
    List<String> areas,
    List<OwnerNeed> needs,
    List<String> offers,
    Instant whatIDoNowSince,
    List<String> changed)
    implements ContactsEvent {

  /** As it was said when the zone was all there was. */
  public ProfileChanged(String timeZone) {
    this(timeZone, null, null, null, null, null, null, null);
  }

  @Override
  public String subject() {
    return "profile";
  }
}
