package dev.followthrough.commitments.standing;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A figure of a standing that can be explained by what is behind it. */
@Schema(name = "Figure")
enum Figure {
  @JsonProperty("reliability")
  RELIABILITY,
  @JsonProperty("quality")
  QUALITY,
  @JsonProperty("collaboration")
  COLLABORATION,
  @JsonProperty("ownerReliability")
  OWNER_RELIABILITY,
  @JsonProperty("ownerQuality")
  OWNER_QUALITY,
  @JsonProperty("ownerCollaboration")
  OWNER_COLLABORATION,
  @JsonProperty("reciprocity")
  RECIPROCITY,
  @JsonProperty("expectationGap")
  EXPECTATION_GAP,
  @JsonProperty("oneWay")
  ONE_WAY,
  @JsonProperty("alwaysAsking")
  ALWAYS_ASKING,
  @JsonProperty("asksAfter")
  ASKS_AFTER,
  @JsonProperty("apologiesOwed")
  APOLOGIES_OWED,
  @JsonProperty("thanksOwed")
  THANKS_OWED,
  @JsonProperty("proposedCircle")
  PROPOSED_CIRCLE
}
