package dev.followthrough.commitments.shared;

import dev.followthrough.commitments.sharelink.Caller;
import io.vertx.ext.web.RoutingContext;

/** Who a request through a share link comes from. */
public final class CallerOf {

  private CallerOf() {}

  /** Its address is the gateway's word, where the service is set to believe it. */
  public static Caller request(String token, RoutingContext request) {
    var address = request.request().remoteAddress();
    return new Caller(token, String.valueOf(address.hostAddress()));
  }
}
