package dev.followthrough.commitments.shared;

import dev.followthrough.commitments.sharelink.Caller;
import io.vertx.ext.web.RoutingContext;

/** Who a request through a share link comes from. */
public final class CallerOf {

  private CallerOf() {}

  public static Caller request(String token, RoutingContext request) {
    return Caller.of(
        token,
        request.request().getHeader("X-Forwarded-For"),
        request.request().remoteAddress().hostAddress());
  }
}
