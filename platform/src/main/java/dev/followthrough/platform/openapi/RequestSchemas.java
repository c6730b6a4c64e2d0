package dev.followthrough.platform.openapi;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Says in the schemas of requests what the platform does to them: unknown fields are refused, and a
 * pattern is for the whole text. A type that answers hold as well stays open, so that a later field
 * breaks no client.
 */
final class RequestSchemas {

  private static final String REF = "#/components/schemas/";

  private final OpenAPI document;

  RequestSchemas(OpenAPI document) {
    this.document = document;
  }

  void close() {
    var asked = new HashSet<String>();
    var answered = new HashSet<String>();
    operations()
        .forEach(
            operation -> {
              if (operation.getRequestBody() != null) {
                collect(operation.getRequestBody().getContent(), asked);
              }
              operation.getResponses().getAPIResponses().values().stream()
                  .map(APIResponse::getContent)
                  .filter(Objects::nonNull)
                  .forEach(content -> collect(content, answered));
            });
    var schemas = document.getComponents().getSchemas();
    asked.stream()
        .filter(name -> !answered.contains(name) && schemas.get(name).getProperties() != null)
        .forEach(name -> schemas.get(name).setAdditionalPropertiesBoolean(false));
    schemas.values().forEach(RequestSchemas::anchor);
  }

  private Stream<Operation> operations() {
    return document.getPaths().getPathItems().values().stream()
        .flatMap(item -> item.getOperations().values().stream());
  }

  private void collect(Content content, Set<String> names) {
    content.getMediaTypes().values().forEach(media -> collect(media.getSchema(), names));
  }

  private void collect(Schema schema, Set<String> names) {
    if (schema == null) {
      return;
    }
    if (schema.getRef() != null && schema.getRef().startsWith(REF)) {
      var name = schema.getRef().substring(REF.length());
      if (names.add(name)) {
        collect(document.getComponents().getSchemas().get(name), names);
      }
    }
    parts(schema).forEach(part -> collect(part, names));
  }

  static Stream<Schema> parts(Schema schema) {
    return Stream.of(
            schema.getProperties() == null
                ? Stream.<Schema>of()
                : schema.getProperties().values().stream(),
            schema.getAnyOf() == null ? Stream.<Schema>of() : schema.getAnyOf().stream(),
            schema.getOneOf() == null ? Stream.<Schema>of() : schema.getOneOf().stream(),
            schema.getAllOf() == null ? Stream.<Schema>of() : schema.getAllOf().stream(),
            Stream.ofNullable(schema.getItems()),
            Stream.ofNullable(schema.getAdditionalPropertiesSchema()))
        .flatMap(parts -> parts);
  }

  private static void anchor(Schema schema) {
    var pattern = schema.getPattern();
    if (pattern != null && !pattern.equals("\\S") && !pattern.startsWith("^")) {
      schema.setPattern("^(?:" + pattern + ")$");
    }
    parts(schema).forEach(RequestSchemas::anchor);
  }
}
