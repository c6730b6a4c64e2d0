package dev.followthrough.contacts.recency;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** A feature that knows of live or written contact with people. Each is a bean. */
public interface TouchSource {

  /** When each of these contacts was last in touch, as far as it knows; who never was is absent. */
  Map<UUID, Instant> lastTouches(Collection<UUID> contactIds);
}
