package dev.followthrough.stack.gateway;

import dev.followthrough.stack.document.ApiDocument;
import dev.followthrough.stack.guide.Guides;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What there is to read under {@code /docs}: the guides, and the reference, which is Swagger UI.
 * All of it is served from here alone.
 */
final class DocsPages {

  private static final String OWN = "/dev/followthrough/stack/gateway/";
  private static final String LIBRARY =
      "/META-INF/resources/webjars/swagger-ui/" + libraryVersion() + "/";
  private static final Map<String, Asset> ASSETS =
      Map.of(
          "/docs/reference", new Asset(OWN + "docs.html", "text/html; charset=utf-8"),
          "/docs/guide.css", new Asset(OWN + "guide.css", "text/css; charset=utf-8"),
          "/docs/guide.js", new Asset(OWN + "guide.js", "text/javascript; charset=utf-8"),
          "/docs/start.js", new Asset(OWN + "docs.js", "text/javascript; charset=utf-8"),
          "/docs/swagger-ui-bundle.js",
              new Asset(LIBRARY + "swagger-ui-bundle.js", "text/javascript; charset=utf-8"),
          "/docs/swagger-ui.css", new Asset(LIBRARY + "swagger-ui.css", "text/css; charset=utf-8"),
          "/docs/favicon.png", new Asset(LIBRARY + "favicon-32x32.png", "image/png"));

  private final Map<String, Buffer> loaded = new ConcurrentHashMap<>();
  private final Guides guides;

  DocsPages(ApiDocument document) {
    guides = new Guides(document);
  }

  boolean has(String path) {
    return ASSETS.containsKey(path) || guides.at(path) != null;
  }

  void answer(HttpServerRequest request, String path) {
    request
        .response()
        .putHeader(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
                + " img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'");
    Asset asset = ASSETS.get(path);
    if (asset == null) {
      var type = Guides.isIndex(path) ? "application/json" : "text/html; charset=utf-8";
      OwnPages.send(request, type, Buffer.buffer(guides.at(path)));
    } else {
      OwnPages.send(request, asset.type, loaded.computeIfAbsent(asset.resource, DocsPages::load));
    }
  }

  private static String libraryVersion() {
    var properties = new Properties();
    try (InputStream in =
        DocsPages.class.getResourceAsStream(
            "/META-INF/maven/org.webjars/swagger-ui/pom.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }

  private static Buffer load(String resource) {
    try (InputStream in = DocsPages.class.getResourceAsStream(resource)) {
      return Buffer.buffer(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Asset(String resource, String type) {}
}
