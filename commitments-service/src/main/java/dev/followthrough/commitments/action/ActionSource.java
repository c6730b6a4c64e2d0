package dev.followthrough.commitments.action;

import dev.followthrough.events.NextActionKind;
import java.util.List;

/**
 * A feature that knows what the owner is to do of one kind; each is a bean, used in its caller's
 * transaction and for the current owner. What is done leaves by itself: a source reads what is open
 * at this moment and keeps no list.
 */
public interface ActionSource {

  NextActionKind kind();

  /** At most as many as wanted, the first by {@link ActionRank}; a page costs no more than that. */
  List<OpenAction> open(Wanted wanted);
}
