package dev.followthrough.contacts.duplicate;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why two contacts are likely to be one person. */
enum DuplicateReason {
  @JsonProperty("sameEmail")
  EMAIL,
  @JsonProperty("samePhone")
  PHONE,
  @JsonProperty("sameLink")
  LINK,
  /**
   * The same words as names, or names much alike with the same organisation; and no different
   * organisations.
   */
  @JsonProperty("similarNameAndOrganisation")
  NAME
}
