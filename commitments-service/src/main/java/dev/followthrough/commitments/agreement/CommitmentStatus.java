package dev.followthrough.commitments.agreement;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;

/**
 * Where a part stands, or a whole commitment: proposed, then promised, then delivered or missed.
 * Only delivered and missed are evidence; a proposal that lapsed or was declined, a disputed
 * delivery and what was voided are none.
 */
public enum CommitmentStatus {
  @JsonProperty("proposed")
  PROPOSED,
  @JsonProperty("promised")
  PROMISED,
  @JsonProperty("delivered")
  DELIVERED,
  @JsonProperty("missed")
  MISSED,
  @JsonProperty("lapsed")
  LAPSED,
  @JsonProperty("declined")
  DECLINED,
  @JsonProperty("disputed")
  DISPUTED,
  @JsonProperty("voided")
  VOIDED;

  /** What a commitment amounts to once all its parts have ended: the first of these among them. */
  private static final List<CommitmentStatus> BY_WEIGHT =
      List.of(MISSED, DISPUTED, DELIVERED, LAPSED, DECLINED);

  /** Whether it has not found its end yet. */
  public boolean isOpen() {
    return this == PROPOSED || this == PROMISED;
  }

  /** Whether it is, or came of, a promise that still counts as one. */
  public boolean isPromise() {
    return switch (this) {
      case PROMISED, DELIVERED, MISSED, DISPUTED -> true;
      case PROPOSED, LAPSED, DECLINED, VOIDED -> false;
    };
  }

  String inWords() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The whole from its parts. It is open while a part is, and promised once one is. Ended, it is
   * missed when a promised part was; delivered when every promised part was: a part that nobody
   * promised makes it neither.
   */
  static CommitmentStatus of(List<Part> parts) {
    if (parts.stream().anyMatch(part -> part.state().isOpen())) {
      return parts.stream().anyMatch(part -> part.state().isPromise()) ? PROMISED : PROPOSED;
    }
    return BY_WEIGHT.stream()
        .filter(status -> parts.stream().anyMatch(part -> part.state() == status))
        .findFirst()
        .orElse(VOIDED);
  }
}
