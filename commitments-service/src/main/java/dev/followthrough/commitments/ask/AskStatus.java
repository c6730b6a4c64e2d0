package dev.followthrough.commitments.ask;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where an ask stands with one contact. It waits while it is asked, answered without settling it,
 * or deferred. What ended can still turn out otherwise: one that was let go can be answered after
 * all, a no can become a yes or the other way round, and a loss can be learned of later. Nothing
 * goes back to having just been asked.
 */
@Schema(name = "AskStatus")
public enum AskStatus {
  @JsonProperty("asked")
  ASKED,
  @JsonProperty("answered")
  ANSWERED,
  @JsonProperty("deferred")
  DEFERRED,
  @JsonProperty("granted")
  GRANTED,
  @JsonProperty("declined")
  DECLINED,
  @JsonProperty("lost")
  LOST,
  @JsonProperty("letGo")
  LET_GO;

  static final Set<AskStatus> WAITING = Set.of(ASKED, ANSWERED, DEFERRED);

  /** What can come of it next. */
  Set<AskStatus> next() {
    return switch (this) {
      case ASKED, DEFERRED -> EnumSet.complementOf(EnumSet.of(ASKED));
      case ANSWERED -> EnumSet.of(DEFERRED, GRANTED, DECLINED, LOST, LET_GO);
      case LET_GO -> EnumSet.of(ANSWERED, DEFERRED, GRANTED, DECLINED, LOST);
      case GRANTED -> EnumSet.of(DECLINED, LOST);
      case DECLINED -> EnumSet.of(GRANTED, LOST);
      case LOST -> EnumSet.of(GRANTED, DECLINED, LOST);
    };
  }

  boolean isWaiting() {
    return WAITING.contains(this);
  }

  String inWords() {
    return this == LET_GO ? "let go" : name().toLowerCase(java.util.Locale.ROOT);
  }
}
