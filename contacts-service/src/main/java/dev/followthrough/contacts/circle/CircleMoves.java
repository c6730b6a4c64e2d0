package dev.followthrough.contacts.circle;

import dev.followthrough.events.CircleChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The history of contacts' circles. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class CircleMoves {

  /** Keeps a move. */
  public void note(CircleChanged moved, Instant at) {
    var move = new CircleMove();
    move.contactId = moved.contactId();
    move.fromCircle = moved.from();
    move.toCircle = moved.to();
    move.movedAt = at;
    move.persist();
  }

  /** A contact's moves, the latest first. */
  public List<CircleMoveView> of(UUID contactId, Optional<UUID> after, int limit) {
    return CircleMove.of(contactId, after, limit).stream().map(CircleMoveView::of).toList();
  }

  public void erase(UUID contactId) {
    CircleMove.delete("contactId", contactId);
  }

  public void eraseAll() {
    CircleMove.deleteAll();
  }
}
