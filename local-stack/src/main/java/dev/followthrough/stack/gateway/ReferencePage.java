package dev.followthrough.stack.gateway;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/** The readable reference at {@code /docs}: Swagger UI, served from here alone. */
final class ReferencePage {

  private static final String OWN = "/dev/followthrough/stack/gateway/";
  private static final String LIBRARY =
      "/META-INF/resources/webjars/swagger-ui/" + libraryVersion() + "/";
  private static final Map<String, Asset> ASSETS =
      Map.of(
          "/docs", new Asset(OWN + "docs.html", "text/html; charset=utf-8"),
          "/docs/start.js", new Asset(OWN + "docs.js", "text/javascript; charset=utf-8"),
          "/docs/swagger-ui-bundle.js",
              new Asset(LIBRARY + "swagger-ui-bundle.js", "text/javascript; charset=utf-8"),
          "/docs/swagger-ui.css", new Asset(LIBRARY + "swagger-ui.css", "text/css; charset=utf-8"),
          "/docs/favicon.png", new Asset(LIBRARY + "favicon-32x32.png", "image/png"));

  private final Map<String, Buffer> loaded = new ConcurrentHashMap<>();

  boolean has(String path) {
    return ASSETS.containsKey(path);
  }

  void answer(HttpServerRequest request, String path) {
    Asset asset = ASSETS.get(path);
    request
        .response()
        .putHeader(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
                + " img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'");
    OwnPages.send(request, asset.type, loaded.computeIfAbsent(asset.resource, ReferencePage::load));
  }

  private static String libraryVersion() {
    var properties = new Properties();
    try (InputStream in =
        ReferencePage.class.getResourceAsStream(
            "/META-INF/maven/org.webjars/swagger-ui/pom.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }

  private static Buffer load(String resource) {
    try (InputStream in = ReferencePage.class.getResourceAsStream(resource)) {
      return Buffer.buffer(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Asset(String resource, String type) {}
}
