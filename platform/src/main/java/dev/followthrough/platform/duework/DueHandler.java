package dev.followthrough.platform.duework;

import java.time.Instant;
import java.util.UUID;

/** A bean that does one kind of due work on this service's own data. */
public interface DueHandler {

  /** The kind, unique within the service. */
  String kind();

  /** Whether nobody else may work for the owner meanwhile: for what touches rows of all kinds. */
  default boolean alone() {
    return false;
  }

  /**
   * Takes the locks that come before the claim, for the current owner and in the transaction of the
   * claim: whoever changes due work while holding such a lock must not meet us the other way round.
   */
  default void beforeClaim() {}

  /**
   * Does what is due, for the current owner and in the current transaction; the claim ends with it.
   *
   * @param dueAt the business instant it was due at, which may be long past after an outage
   */
  void run(UUID subjectId, Instant dueAt);
}
