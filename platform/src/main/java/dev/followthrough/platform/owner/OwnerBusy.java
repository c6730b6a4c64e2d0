package dev.followthrough.platform.owner;

/**
 * Somebody works alone for the owner now: an erasure. Nothing has happened; what was to be done is
 * put off a moment, and holds up no other owner meanwhile.
 */
public final class OwnerBusy extends RuntimeException {

  OwnerBusy() {
    super("somebody works alone for the owner", null, false, false);
  }
}
