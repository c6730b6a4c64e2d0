package dev.followthrough.commitments.readywords;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.followthrough.events.Party;

/** Who does what the words are about. */
enum Side {
  @JsonProperty("together")
  TOGETHER,
  @JsonProperty("owner")
  OWNER,
  @JsonProperty("contact")
  CONTACT,
  @JsonProperty("any")
  ANY;

  /**
   * @param promiser null for a shared one
   */
  static Side of(Party promiser) {
    return promiser == null ? TOGETHER : promiser.isOwner() ? OWNER : CONTACT;
  }
}
