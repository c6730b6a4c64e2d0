package dev.followthrough.commitments.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an action idea answers between two people. */
@Schema(name = "ActionIdeaFit")
public enum Fit {
  /** Something that both care about, or one knows well. */
  @JsonProperty("topic")
  TOPIC,
  /** Something that its receiver needs. */
  @JsonProperty("need")
  NEED,
  /** Something that whoever does it offers. */
  @JsonProperty("offer")
  OFFER
}
