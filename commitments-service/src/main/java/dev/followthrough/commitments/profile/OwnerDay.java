package dev.followthrough.commitments.profile;

import java.time.LocalTime;
import java.time.ZoneId;

/**
 * Where the owner lives, and when their day begins there.
 *
 * @param hour that of their digest; 08:00 until they say otherwise
 */
public record OwnerDay(ZoneId zone, LocalTime hour) {

  static final LocalTime USUAL = LocalTime.of(8, 0);
}
