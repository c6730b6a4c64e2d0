package dev.followthrough.stack.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;

/** Leaves out the schemas that no operation and no webhook leads to. */
final class UnusedSchemas {

  private static final String REF = "#/components/schemas/";

  private final JsonNode schemas;
  private final Set<String> used = new HashSet<>();

  private UnusedSchemas(JsonNode schemas) {
    this.schemas = schemas;
  }

  static void drop(ObjectNode document) {
    var schemas = document.at("/components/schemas");
    if (schemas instanceof ObjectNode all) {
      var unused = new UnusedSchemas(schemas);
      document
          .properties()
          .forEach(
              part -> {
                if (!part.getKey().equals("components")) {
                  unused.follow(part.getValue());
                }
              });
      document
          .path("components")
          .properties()
          .forEach(
              kind -> {
                if (!kind.getKey().equals("schemas")) {
                  unused.follow(kind.getValue());
                }
              });
      all.retain(unused.used);
    }
  }

  private void follow(JsonNode node) {
    var reference = node.path("$ref");
    if (reference.isTextual() && reference.asText().startsWith(REF)) {
      var name = reference.asText().substring(REF.length());
      if (used.add(name)) {
        follow(schemas.path(name));
      }
    }
    node.forEach(this::follow);
  }
}
