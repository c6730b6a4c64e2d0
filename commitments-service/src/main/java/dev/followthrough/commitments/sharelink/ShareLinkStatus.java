package dev.followthrough.commitments.sharelink;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What has become of a share link; declined means that its contact ended it. */
enum ShareLinkStatus {
  @JsonProperty("active")
  ACTIVE,
  @JsonProperty("expired")
  EXPIRED,
  @JsonProperty("revoked")
  REVOKED,
  @JsonProperty("declined")
  DECLINED
}
