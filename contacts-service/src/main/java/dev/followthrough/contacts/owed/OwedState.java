package dev.followthrough.contacts.owed;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far something is that one of the two owes the other. */
public enum OwedState {
  /** It has words; nobody is bound by them yet. */
  @JsonProperty("proposed")
  PROPOSED,
  @JsonProperty("promised")
  PROMISED,
  /** The owner promised it, missed it and has not apologised. */
  @JsonProperty("missed")
  MISSED
}
