package dev.followthrough.notifications.email;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How an owner's address stands. Nothing but the code is mailed to one that is not confirmed. */
enum EmailStatus {
  /** There is none. */
  @JsonProperty("none")
  NONE,
  /** A code was mailed to it, and nobody has said it yet. */
  @JsonProperty("unconfirmed")
  UNCONFIRMED,
  @JsonProperty("confirmed")
  CONFIRMED,
  /** Its server says that there is nobody. */
  @JsonProperty("bouncing")
  BOUNCING,
  /** Its reader wants no more. */
  @JsonProperty("unsubscribed")
  UNSUBSCRIBED
}
