package dev.followthrough.stack.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The operations of the merged OpenAPI document, looked up by method and whole path, segment by
 * segment. A literal segment wins over a parameter, as OpenAPI asks. Segments are compared as they
 * stand in the request line; empty ones and {@code .} or {@code ..} match nothing.
 */
final class RouteTable {

  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  private final PathNode root = new PathNode();

  /** Reads {@code paths}, each path item of which names its service in {@code x-service}. */
  static RouteTable of(JsonNode document) {
    var table = new RouteTable();
    document.path("paths").properties().forEach(path -> table.add(path.getKey(), path.getValue()));
    return table;
  }

  Route find(String method, String path) {
    Map<String, Route.To> services =
        path.startsWith("/") ? root.find(path.split("/", -1), 1) : null;
    if (services == null) {
      return new Route.Unknown();
    }
    Route.To operation = services.get(method);
    return operation == null
        ? new Route.WrongMethod(new TreeMap<>(services).navigableKeySet())
        : operation;
  }

  private void add(String template, JsonNode item) {
    String service = item.path("x-service").textValue();
    if (service == null) {
      return;
    }
    Map<String, Route.To> services = new TreeMap<>();
    for (var operation : item.properties()) {
      if (METHODS.contains(operation.getKey())) {
        services.put(
            operation.getKey().toUpperCase(Locale.ROOT),
            new Route.To(service, isStream(operation.getValue())));
      }
    }
    if (services.containsKey("GET")) {
      services.putIfAbsent("HEAD", new Route.To(service));
    }
    root.add(template.split("/", -1), 1, services);
  }

  private static boolean isStream(JsonNode operation) {
    return operation.path("responses").path("200").path("content").has("text/event-stream");
  }
}
