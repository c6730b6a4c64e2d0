package dev.followthrough.platform.openapi;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** What a description must have; a build that lacks some of it says all of it, and stops. */
final class DocumentRules {

  private DocumentRules() {}

  static void checkOperations(OpenAPI document, PublicOperations open) {
    var faults = new ArrayList<String>();
    document
        .getPaths()
        .getPathItems()
        .forEach(
            (path, item) ->
                item.getOperations()
                    .forEach(
                        (method, operation) -> {
                          if (path.startsWith("/v1/")) {
                            check(method + " " + path, operation, open, faults);
                          }
                        }));
    refuse(faults);
  }

  private static void check(
      String where, Operation operation, PublicOperations open, List<String> faults) {
    if (operation.getOperationId() == null || operation.getOperationId().isBlank()) {
      faults.add(where + " has no operationId");
    }
    if (operation.getSummary() == null || operation.getSummary().isBlank()) {
      faults.add(where + " has no summary");
    }
    if (operation.getTags() == null || operation.getTags().isEmpty()) {
      faults.add(where + " has no tag");
    }
    if (!open.contains(operation.getOperationId()) && lacksScopes(operation)) {
      faults.add(where + " declares no scopes by @SecurityRequirement(name = \"bearer\")");
    }
    operation
        .getResponses()
        .getAPIResponses()
        .forEach(
            (status, response) -> {
              if (status.startsWith("2")
                  && !status.equals("204")
                  && (response.getContent() == null
                      || response.getContent().getMediaTypes().values().stream()
                          .anyMatch(media -> media.getSchema() == null))) {
                faults.add(where + " " + status + " has no schema");
              }
            });
  }

  private static boolean lacksScopes(Operation operation) {
    return operation.getSecurity() == null
        || operation.getSecurity().stream()
            .allMatch(one -> one.getScheme("bearer") == null || one.getScheme("bearer").isEmpty());
  }

  /** Every string and list that comes in has a stated limit. */
  static void checkSchemas(OpenAPI document) {
    var faults = new ArrayList<String>();
    document
        .getComponents()
        .getSchemas()
        .forEach(
            (name, schema) -> {
              if (Boolean.FALSE.equals(schema.getAdditionalPropertiesBoolean())) {
                limits(name, schema, faults);
              }
            });
    refuse(faults);
  }

  private static void limits(String where, Schema schema, List<String> faults) {
    if (is(schema, SchemaType.STRING)
        && schema.getMaxLength() == null
        && schema.getFormat() == null
        && schema.getEnumeration() == null
        && schema.getRef() == null) {
      faults.add(where + " is a string without @Size(max = …)");
    }
    if (is(schema, SchemaType.ARRAY) && schema.getMaxItems() == null) {
      faults.add(where + " is a list without @Size(max = …)");
    }
    if (schema.getProperties() != null) {
      schema.getProperties().forEach((name, part) -> limits(where + "." + name, part, faults));
    }
    if (schema.getItems() != null) {
      limits(where + "[]", schema.getItems(), faults);
    }
  }

  private static boolean is(Schema schema, SchemaType type) {
    return schema.getType() != null && schema.getType().contains(type);
  }

  private static void refuse(List<String> faults) {
    if (!faults.isEmpty()) {
      throw new IllegalStateException(
          "The document falls short:\n  " + String.join("\n  ", faults));
    }
  }
}
