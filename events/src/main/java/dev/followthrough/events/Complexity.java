package dev.followthrough.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How much a promise weighs as evidence: simple 1, complex 2. */
public enum Complexity {
  @JsonProperty("simple")
  SIMPLE,
  @JsonProperty("complex")
  COMPLEX
}
