package dev.followthrough.commitments.agreement;

import com.fasterxml.jackson.annotation.JsonProperty;

/** An agreement is open until its commitments have all ended, or void without any evidence. */
public enum AgreementStatus {
  @JsonProperty("open")
  OPEN,
  @JsonProperty("closed")
  CLOSED,
  @JsonProperty("voided")
  VOIDED
}
