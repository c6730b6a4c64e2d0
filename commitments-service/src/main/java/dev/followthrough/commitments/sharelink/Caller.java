package dev.followthrough.commitments.sharelink;

/**
 * Who comes through a link.
 *
 * @param token what the path holds
 * @param address where they come from; behind the gateway, what the gateway says
 */
public record Caller(String token, String address) {

  @Override
  public String toString() {
    return "Caller[hidden]";
  }
}
