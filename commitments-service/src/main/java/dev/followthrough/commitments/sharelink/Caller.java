package dev.followthrough.commitments.sharelink;

/**
 * Who comes through a link.
 *
 * @param token what the path holds
 * @param address where they come from, as far as this service can tell
 */
public record Caller(String token, String address) {

  /**
   * @param forwardedFor the header {@code X-Forwarded-For}, of which the nearest proxy wrote the
   *     last; or null
   * @param remote the address of the connection
   */
  public static Caller of(String token, String forwardedFor, String remote) {
    if (forwardedFor == null || forwardedFor.isBlank()) {
      return new Caller(token, remote);
    }
    var hops = forwardedFor.split(",", -1);
    return new Caller(token, hops[hops.length - 1].strip());
  }

  @Override
  public String toString() {
    return "Caller[hidden]";
  }
}
