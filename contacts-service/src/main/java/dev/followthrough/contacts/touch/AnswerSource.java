package dev.followthrough.contacts.touch;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** The feature in which touches are answered otherwise than by a touch. */
public interface AnswerSource {

  /** When each of these was first answered there; what was not is absent. */
  Map<UUID, Instant> answeredAt(Collection<UUID> touchIds);

  /**
   * Holds on to what says that it answers these, until the commit. Comes before the contacts of the
   * touches are held.
   */
  void hold(Collection<UUID> touchIds);

  /** There is no such touch any more. What answers it is held on to. */
  void forget(UUID touchId);
}
