package dev.followthrough.contacts.openloop;

import dev.followthrough.events.LoopReason;
import dev.followthrough.events.TouchKind;
import java.time.Instant;
import java.util.UUID;

/** What the other features may know of an open loop, which goes by the id of its touch. */
public record KnownLoop(UUID id, LoopReason reason, TouchKind kind, Instant happenedAt) {

  static KnownLoop of(OpenLoop loop) {
    return new KnownLoop(loop.id, loop.reason, loop.kind, loop.happenedAt);
  }
}
