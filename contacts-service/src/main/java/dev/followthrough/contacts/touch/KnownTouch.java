package dev.followthrough.contacts.touch;

import dev.followthrough.events.TouchDirection;
import dev.followthrough.events.TouchKind;
import java.time.Instant;
import java.util.UUID;

/** What the other features may know of a touch; its note is for who may read private notes. */
public record KnownTouch(
    UUID id,
    TouchDirection direction,
    TouchKind kind,
    Instant happenedAt,
    boolean asksQuestion,
    boolean awaitsReply,
    boolean saysThanks,
    Instant answeredAt,
    String note) {

  static KnownTouch of(Touch touch) {
    return new KnownTouch(
        touch.id,
        touch.direction,
        touch.kind,
        touch.happenedAt,
        touch.asksQuestion,
        touch.awaitsReply,
        touch.saysThanks,
        touch.answeredAt,
        touch.note);
  }
}
