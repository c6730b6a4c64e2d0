package dev.followthrough.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How near a contact stands, from the nearest to the one with whom the effort has ended, without a
 * grudge.
 */
public enum Circle {
  @JsonProperty("inner")
  INNER,
  @JsonProperty("active")
  ACTIVE,
  @JsonProperty("acquaintance")
  ACQUAINTANCE,
  @JsonProperty("dormant")
  DORMANT,
  @JsonProperty("released")
  RELEASED
}
