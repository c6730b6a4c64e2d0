package dev.followthrough.contacts.recency;

import dev.followthrough.contacts.circle.Hold;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** The feature that says until when a touch is better not made. */
public interface HoldSource {

  /** For each of these contacts, as things are recorded now; who need not wait is absent. */
  Map<UUID, Hold> holds(Collection<UUID> contactIds);
}
