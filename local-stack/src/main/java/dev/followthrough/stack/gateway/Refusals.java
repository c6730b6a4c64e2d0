package dev.followthrough.stack.gateway;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The refusals that the gateway makes itself, in the shape that the services use. */
final class Refusals {

  static final String MEDIA_TYPE = "application/problem+json";
  static final String RETRY_AFTER_SECONDS = "1";

  private static final Pattern TOKEN = Pattern.compile("/[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])");

  private Refusals() {}

  static void unknown(HttpServerRequest request) {
    var detail = "Nothing is known under " + shown(request.path()) + ".";
    send(request, body("/problems/not-found", 404, "There is no such thing", detail, request));
  }

  /** Answers OPTIONS, and refuses any other method. */
  static void wrongMethod(HttpServerRequest request, Set<String> allowed) {
    Set<String> all = new TreeSet<>(allowed);
    all.add("OPTIONS");
    request.response().putHeader("Allow", String.join(", ", all));
    if (request.method() == HttpMethod.OPTIONS) {
      request.response().setStatusCode(204).end();
      return;
    }
    send(
        request,
        body(
            "/problems/method-not-allowed",
            405,
            "This path does not take this method",
            "The path takes " + String.join(", ", all) + ".",
            request));
  }

  static void unavailable(HttpServerRequest request, String service) {
    request.response().putHeader("Retry-After", RETRY_AFTER_SECONDS);
    send(request, unavailableBody(service, request));
  }

  static void invalid(HttpServerRequest request) {
    Throwable cause = request.decoderResult().cause();
    JsonObject problem =
        switch (cause) {
          case TooLongHttpLineException _ ->
              body("about:blank", 414, "URI Too Long", "At most 8 kB.", request);
          case TooLongHttpHeaderException _ ->
              body(
                  "about:blank", 431, "Request Header Fields Too Large", "At most 16 kB.", request);
          case null, default ->
              body(
                  "about:blank",
                  400,
                  "Bad Request",
                  "This is not HTTP as RFC 9112 has it.",
                  request);
        };
    problem.remove("instance");
    request
        .response()
        .putHeader("Connection", "close")
        .putHeader(RequestIds.HEADER, RequestIds.of(request));
    send(request, problem);
    request.connection().close();
  }

  static JsonObject unavailableBody(String service, HttpServerRequest request) {
    var detail =
        "The "
            + service
            + " part of the product cannot be reached at the moment. Nothing was done.";
    return body("/problems/unavailable", 503, "Not now", detail, request);
  }

  /** The connection broke after the request was sent: it may have been carried out or not. */
  static JsonObject brokenBody(String service, HttpServerRequest request) {
    var detail =
        "The %s part of the product went away before it answered; whether the call was carried out is not known. Repeat it with the same Idempotency-Key."
            .formatted(service);
    return body("about:blank", 503, "Service Unavailable", detail, request);
  }

  private static JsonObject body(
      String type, int status, String title, String detail, HttpServerRequest request) {
    return new JsonObject()
        .put("type", type)
        .put("title", title)
        .put("status", status)
        .put("detail", detail)
        .put("instance", shown(request.path()));
  }

  /** Without the secret of a share link, which may stand in what is not its path as well. */
  private static String shown(String path) {
    return path == null ? null : TOKEN.matcher(path).replaceAll("/{token}");
  }

  private static void send(HttpServerRequest request, JsonObject problem) {
    HttpServerResponse response = request.response();
    if (response.ended() || response.closed()) {
      return;
    }
    Buffer body = problem.toBuffer();
    response
        .setStatusCode(problem.getInteger("status"))
        .putHeader("Content-Type", MEDIA_TYPE)
        .putHeader("Content-Length", Integer.toString(body.length()));
    if (request.method() == HttpMethod.HEAD) {
      response.end();
    } else {
      response.end(body);
    }
  }
}
