package dev.followthrough.stack.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Which service explains a problem type, from the merged document's {@code x-problem-types}: the
 * one path that every service has, so that its last segment decides. What no operation names is a
 * problem that all share, or none; any service knows.
 */
final class ProblemRoutes {

  static final String PREFIX = "/problems/";

  private final Map<String, String> serviceByName = new HashMap<>();
  private String anyService;

  static ProblemRoutes of(JsonNode document) {
    var routes = new ProblemRoutes();
    document
        .path("x-problem-types")
        .properties()
        .forEach(type -> routes.serviceByName.put(type.getKey(), type.getValue().get(0).asText()));
    for (JsonNode item : document.path("paths")) {
      routes.anyService = item.path("x-service").asText();
      break;
    }
    return routes;
  }

  Route find(String method, String path) {
    String service = serviceByName.getOrDefault(path.substring(PREFIX.length()), anyService);
    if (service == null) {
      return new Route.Unknown();
    }
    return method.equals("GET") || method.equals("HEAD")
        ? new Route.To(service)
        : new Route.WrongMethod(Set.of("GET", "HEAD"));
  }
}
