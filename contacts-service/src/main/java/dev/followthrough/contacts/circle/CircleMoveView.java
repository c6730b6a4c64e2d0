package dev.followthrough.contacts.circle;

import dev.followthrough.events.Circle;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One move of a contact to another circle, as a client reads it. */
public record CircleMoveView(
    @NotNull UUID id, @NotNull Circle from, @NotNull Circle to, @NotNull Instant movedAt) {

  static CircleMoveView of(CircleMove move) {
    return new CircleMoveView(move.id, move.fromCircle, move.toCircle, move.movedAt);
  }

  /** A part of a contact's moves. */
  public record CircleMovePage(@NotNull List<CircleMoveView> items, String nextCursor) {}
}
