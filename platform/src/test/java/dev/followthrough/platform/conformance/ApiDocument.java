package dev.followthrough.platform.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The service's document, as the checks read it. */
record ApiDocument(JsonNode root) {

  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

  List<ApiOperation> operations() {
    var result = new ArrayList<ApiOperation>();
    root.path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        operation -> {
                          if (path.getKey().startsWith("/v1/")
                              && METHODS.contains(operation.getKey())) {
                            result.add(
                                new ApiOperation(
                                    this,
                                    path.getKey(),
                                    operation.getKey().toUpperCase(Locale.ROOT),
                                    operation.getValue()));
                          }
                        }));
    return result;
  }

  Set<String> methods(String path) {
    var methods = new java.util.TreeSet<String>();
    root.path("paths")
        .path(path)
        .fieldNames()
        .forEachRemaining(m -> methods.add(m.toUpperCase(Locale.ROOT)));
    return methods;
  }

  /** Follows a reference; of {@code anyOf} something or null, takes the something. */
  JsonNode resolve(JsonNode node) {
    var at = node;
    while (at.has("$ref")) {
      at = root.at(at.get("$ref").asText().substring(1));
    }
    if (at.has("anyOf")) {
      for (var choice : at.get("anyOf")) {
        if (!choice.path("type").asText().equals("null")) {
          return resolve(choice);
        }
      }
    }
    return at;
  }

  /** The type that is not null. */
  static String type(JsonNode schema) {
    var type = schema.path("type");
    if (type.isArray()) {
      for (var one : type) {
        if (!one.asText().equals("null")) {
          return one.asText();
        }
      }
    }
    return type.asText();
  }
}
