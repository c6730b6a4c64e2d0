package dev.followthrough.commitments.value;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A feature that knows of value between the owner and a contact; each is a bean. */
public interface ValueSource {

  /**
   * What was done up to that instant, for the current owner and in the current transaction. What
   * was done later does no harm: {@link Deeds} leaves it out.
   */
  List<Value> of(UUID contactId, Instant asOf);

  /** The same with everybody, those who are gone included. */
  List<Value> all(Instant asOf);
}
