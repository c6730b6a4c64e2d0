package dev.followthrough.contacts.merge;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How it stands with a merge. */
enum MergeState {
  /** It holds, and can be undone. */
  @JsonProperty("merged")
  MERGED,
  @JsonProperty("undone")
  UNDONE,
  /** It holds for good. */
  @JsonProperty("final")
  FINAL
}
