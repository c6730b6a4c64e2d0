package dev.followthrough.commitments.template;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the owner has to write for. */
@Schema(name = "WritingOccasion")
public enum Occasion {
  @JsonProperty("proposal")
  PROPOSAL,
  @JsonProperty("nudge")
  NUDGE,
  @JsonProperty("apology")
  APOLOGY,
  @JsonProperty("introduction")
  INTRODUCTION
}
