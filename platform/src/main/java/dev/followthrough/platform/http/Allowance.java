package dev.followthrough.platform.http;

/**
 * What is left of somebody's share of calls, in the words of draft-ietf-httpapi-ratelimit-headers.
 *
 * @param name of the policy
 * @param calls at once, when nothing has been used of it
 * @param window seconds until all of it is whole again
 * @param seconds until it is whole again or, where nothing was left, until there is some
 * @param isSpent whether there was nothing left
 */
public record Allowance(
    String name, long calls, long window, long left, long seconds, boolean isSpent) {

  public String policy() {
    return "\"%s\";q=%d;w=%d".formatted(name, calls, window);
  }

  public String state() {
    return "\"%s\";r=%d;t=%d".formatted(name, left, seconds);
  }
}
