package dev.followthrough.stack.gateway;

import dev.followthrough.stack.document.ApiDocument;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/** The pages that belong to the product as a whole and to no service. */
final class OwnPages {

  private static final String LINKSET =
      "application/linkset+json; profile=\"https://www.rfc-editor.org/info/rfc9727\"";

  private final Buffer yaml;
  private final Buffer json;
  private final Health health;
  private final DocsPages docs;
  private final String securityContact;

  OwnPages(ApiDocument document, Health health, String securityContact) {
    this.yaml = Buffer.buffer(document.yamlText());
    this.json = Buffer.buffer(document.jsonText());
    this.docs = new DocsPages(document);
    this.health = health;
    this.securityContact = securityContact;
  }

  /** Answers if the path is one of these pages. */
  boolean answer(HttpServerRequest request) {
    Page page =
        switch (request.path()) {
          case "/openapi.yaml" -> r -> send(r, "application/yaml", yaml);
          case "/openapi.json" -> r -> send(r, "application/json", json);
          case "/healthz" -> health::answer;
          case "/.well-known/api-catalog" -> r -> send(r, LINKSET, catalogue(r));
          case "/.well-known/security.txt" ->
              r -> send(r, "text/plain; charset=utf-8", security(r));
          case String path when docs.has(path) -> r -> docs.answer(r, path);
          default -> null;
        };
    if (page == null) {
      return false;
    }
    if (request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD) {
      page.answer(request);
    } else {
      Refusals.wrongMethod(request, Set.of("GET", "HEAD"));
    }
    return true;
  }

  static void send(HttpServerRequest request, String type, Buffer body) {
    var response = request.response();
    response
        .putHeader("Content-Type", type)
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Content-Length", Integer.toString(body.length()));
    if (request.method() == HttpMethod.HEAD) {
      response.end();
    } else {
      response.end(body);
    }
  }

  private static Buffer catalogue(HttpServerRequest request) {
    String base = base(request);
    var api =
        new JsonObject()
            .put("anchor", base + "/v1")
            .put(
                "service-desc",
                new JsonArray()
                    .add(link(base + "/openapi.yaml", "application/yaml"))
                    .add(link(base + "/openapi.json", "application/json")))
            .put("service-doc", new JsonArray().add(link(base + "/docs", "text/html")))
            .put("status", new JsonArray().add(link(base + "/healthz", "application/json")));
    var catalogue =
        new JsonObject()
            .put("anchor", base + "/.well-known/api-catalog")
            .put("item", new JsonArray().add(new JsonObject().put("href", base + "/v1")));
    if (request.method() == HttpMethod.HEAD) {
      // RFC 9727, section 2: HEAD tells it by a Link header as well
      request.response().putHeader("Link", "<" + base + "/v1>; rel=\"item\"");
    }
    return new JsonObject().put("linkset", new JsonArray().add(catalogue).add(api)).toBuffer();
  }

  private static JsonObject link(String href, String type) {
    return new JsonObject().put("href", href).put("type", type);
  }

  private Buffer security(HttpServerRequest request) {
    // RFC 9116 asks for less than a year
    Instant expires = Instant.now().plus(180, ChronoUnit.DAYS).truncatedTo(ChronoUnit.DAYS);
    return Buffer.buffer(
        """
        Contact: %s
        Expires: %s
        Preferred-Languages: en
        Canonical: %s/.well-known/security.txt
        """
            .formatted(securityContact, expires, base(request)));
  }

  private static String base(HttpServerRequest request) {
    return request.scheme() + "://" + request.authority();
  }

  private interface Page {
    void answer(HttpServerRequest request);
  }
}
