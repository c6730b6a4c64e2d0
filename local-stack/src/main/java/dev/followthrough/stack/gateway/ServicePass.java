package dev.followthrough.stack.gateway;

import dev.followthrough.stack.gateway.Backends.Address;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyResponse;
import java.util.Iterator;
import java.util.List;

/**
 * Hands a request to a replica of its service. A replica that takes no connection is passed over
 * for the next one; when none does, the answer is 503 at once.
 */
final class ServicePass {

  private static final List<String> OUTSIDE_CLAIMS =
      List.of(
          "Forwarded",
          "X-Forwarded-For",
          "X-Forwarded-Host",
          "X-Forwarded-Port",
          "X-Forwarded-Proto",
          "X-Forwarded-Prefix",
          "X-Forwarded-Ssl",
          "X-Real-Ip");

  private final HttpClient client;
  private final Backends backends;

  ServicePass(HttpClient client, Backends backends) {
    this.client = client;
    this.backends = backends;
  }

  void pass(HttpServerRequest request, String service, String requestId) {
    request.pause();
    connect(backends.inTurn(service).iterator(), request)
        .onSuccess(connected -> pass(request, connected, service, requestId))
        .onFailure(
            _ -> {
              request.resume();
              Refusals.unavailable(request, service);
            });
  }

  private Future<HttpClientRequest> connect(Iterator<Address> replicas, HttpServerRequest request) {
    if (!replicas.hasNext()) {
      return Future.failedFuture("no replica takes a connection");
    }
    Address replica = replicas.next();
    var options =
        new RequestOptions()
            .setHost(replica.host())
            .setPort(replica.port())
            .setMethod(request.method())
            .setURI(request.uri());
    return client
        .request(options)
        .recover(
            _ -> {
              backends.refused(replica);
              return connect(replicas, request);
            });
  }

  private void pass(
      HttpServerRequest request, HttpClientRequest connected, String service, String requestId) {
    // the proxy adds the answer's headers to those that are there
    request.response().headers().remove(RequestIds.HEADER);
    HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client)
        .origin(_ -> Future.succeededFuture(connected))
        .addInterceptor(new Hop(service, requestId))
        .handle(request);
  }

  /** What the gateway changes on the way in and out. */
  private record Hop(String service, String requestId) implements ProxyInterceptor {

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
      HttpServerRequest outside = context.request().proxiedRequest();
      MultiMap headers = context.request().headers();
      OUTSIDE_CLAIMS.forEach(headers::remove);
      headers.set(RequestIds.HEADER, requestId);
      headers.set("X-Forwarded-For", outside.remoteAddress().hostAddress());
      headers.set("X-Forwarded-Proto", outside.scheme());
      if (outside.authority() != null) {
        headers.set("X-Forwarded-Host", outside.authority().toString());
      }
      return context.sendRequest().recover(_ -> Future.succeededFuture(broken(context, outside)));
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
      context.response().putHeader(RequestIds.HEADER, requestId);
      return context.sendResponse();
    }

    private ProxyResponse broken(ProxyContext context, HttpServerRequest outside) {
      JsonObject problem = Refusals.brokenBody(service, outside);
      return context
          .request()
          .release()
          .response()
          .setStatusCode(503)
          .putHeader("Content-Type", Refusals.MEDIA_TYPE)
          .putHeader("Retry-After", Refusals.RETRY_AFTER_SECONDS)
          .setBody(Body.body(problem.toBuffer()));
    }
  }
}
