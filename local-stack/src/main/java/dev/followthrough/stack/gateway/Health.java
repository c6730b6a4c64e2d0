package dev.followthrough.stack.gateway;

import dev.followthrough.stack.gateway.Backends.Address;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.TreeMap;

/** Whether each service has a replica that is ready; 200 when all have, 503 when one has none. */
final class Health {

  private static final long LIMIT_MILLIS = 2000;

  private final HttpClient client;
  private final Backends backends;

  Health(HttpClient client, Backends backends) {
    this.client = client;
    this.backends = backends;
  }

  void answer(HttpServerRequest request) {
    var checks = new TreeMap<String, Future<Boolean>>();
    backends.all().forEach((service, replicas) -> checks.put(service, anyReady(replicas)));
    Future.all(List.copyOf(checks.values()))
        .onComplete(
            _ -> {
              var services = new JsonObject();
              checks.forEach((name, ready) -> services.put(name, ready.result() ? "UP" : "DOWN"));
              boolean up = checks.values().stream().allMatch(Future::result);
              request
                  .response()
                  .setStatusCode(up ? 200 : 503)
                  .putHeader("Content-Type", "application/json")
                  .putHeader("Cache-Control", "no-store")
                  .end(
                      new JsonObject()
                          .put("status", up ? "UP" : "DOWN")
                          .put("services", services)
                          .toBuffer());
            });
  }

  private Future<Boolean> anyReady(List<Address> replicas) {
    List<Future<Boolean>> ready = replicas.stream().map(this::isReady).toList();
    return Future.join(ready).map(_ -> ready.stream().anyMatch(Future::result));
  }

  private Future<Boolean> isReady(Address replica) {
    return client
        .request(
            new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setHost(replica.host())
                .setPort(replica.port())
                .setURI("/q/health/ready")
                .setTimeout(LIMIT_MILLIS))
        .compose(request -> request.send())
        .map(response -> response.statusCode() == 200)
        .otherwise(false);
  }
}
