package dev.followthrough.platform.openapi;

import java.util.List;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Writes out the JDK's scalars (instants, ids) where they are used, rather than as components. */
final class ScalarSchemas {

  private static final String REF = "#/components/schemas/java.";

  private final OpenAPI document;

  ScalarSchemas(OpenAPI document) {
    this.document = document;
  }

  void inline() {
    var schemas = document.getComponents().getSchemas();
    if (schemas == null) {
      return;
    }
    schemas.values().forEach(this::inline);
    for (var item : document.getPaths().getPathItems().values()) {
      for (var operation : item.getOperations().values()) {
        if (operation.getParameters() != null) {
          operation.getParameters().forEach(parameter -> inline(parameter.getSchema()));
        }
      }
    }
    List.copyOf(schemas.keySet()).stream()
        .filter(name -> name.startsWith("java."))
        .forEach(document.getComponents()::removeSchema);
  }

  private void inline(Schema schema) {
    if (schema == null) {
      return;
    }
    if (schema.getRef() != null && schema.getRef().startsWith(REF)) {
      var name = "java." + schema.getRef().substring(REF.length());
      var scalar = document.getComponents().getSchemas().get(name);
      schema.setRef(null);
      scalar.getAll().forEach(schema::set);
    }
    if ("local-time".equals(schema.getFormat())) {
      schema.setFormat(null); // a pattern says what ours are; the framework's example breaks it
      schema.setExamples(null);
    }
    RequestSchemas.parts(schema).forEach(this::inline);
  }
}
