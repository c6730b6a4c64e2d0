package dev.followthrough.commitments.value;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which way value went, as the owner sees it. */
@Schema(name = "ValueDirection")
public enum ValueDirection {
  /** By the owner to the contact. */
  @JsonProperty("given")
  GIVEN,
  /** By the contact to the owner. */
  @JsonProperty("received")
  RECEIVED
}
