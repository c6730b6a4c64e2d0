package dev.followthrough.commitments.sharelink;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * What every answer under a share link has, refusals included: its address is a secret, so that no
 * cache keeps it, no search engine lists it, and no other site learns it as where somebody came
 * from.
 */
@ApplicationScoped
class Discretion {

  /** Before the platform's door, which refuses some requests by itself. */
  private static final int FIRST_OF_ALL = 11_000;

  void guard(@Observes Filters filters) {
    filters.register(Discretion::enter, FIRST_OF_ALL);
  }

  private static void enter(RoutingContext request) {
    var path = request.request().path();
    if (path != null && (path.startsWith("/v1/shared/") || path.startsWith("/s/"))) {
      request.addHeadersEndHandler(
          _ ->
              request
                  .response()
                  .putHeader("Cache-Control", "no-store")
                  .putHeader("Referrer-Policy", "no-referrer")
                  .putHeader("X-Robots-Tag", "noindex, nofollow"));
    }
    request.next();
  }
}
