package dev.followthrough.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who owes whom, by the value that went both ways. */
public enum ReciprocityBalance {
  /** Reciprocity is above 0.1. */
  @JsonProperty("ownerOwes")
  OWNER_OWES,
  @JsonProperty("even")
  EVEN,
  /** Reciprocity is below −0.1. */
  @JsonProperty("contactOwes")
  CONTACT_OWES
}
