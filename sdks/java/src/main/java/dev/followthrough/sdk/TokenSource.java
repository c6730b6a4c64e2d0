package dev.followthrough.sdk;

/** Where bearer tokens come from. */
@FunctionalInterface
public interface TokenSource {

  /**
   * A token to send now.
   *
   * @param stale whether the last one was refused, so that a new one is wanted
   */
  String token(boolean stale);
}
