package dev.followthrough.platform.openapi;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * Derives the schema of each merge patch from the fields that it changes: the same fields, none
 * required, each nullable that is not always there, and so within objects in them. {@code
 * ContactFields} makes {@code ContactPatch}.
 */
final class PatchSchemas {

  /** Tells a generator to keep null apart from what is left out. */
  private static final String MERGE_PATCH = "x-merge-patch";

  private static final String WRAPPER = "MergePatch";
  private static final String REF = "#/components/schemas/";

  private final OpenAPI document;
  private final Map<String, Schema> schemas;

  PatchSchemas(OpenAPI document) {
    this.document = document;
    this.schemas = document.getComponents().getSchemas();
  }

  void derive() {
    document.getPaths().getPathItems().values().stream()
        .flatMap(item -> item.getOperations().values().stream())
        .filter(operation -> operation.getRequestBody() != null)
        .flatMap(
            operation -> operation.getRequestBody().getContent().getMediaTypes().values().stream())
        .filter(media -> isWrapper(media.getSchema()))
        .forEach(media -> media.setSchema(StandardParts.ref(patchOf(media.getSchema()))));
    List.copyOf(document.getComponents().getSchemas().keySet()).stream()
        .filter(name -> name.startsWith(WRAPPER))
        .forEach(document.getComponents()::removeSchema);
  }

  private static boolean isWrapper(Schema schema) {
    return schema != null && schema.getRef() != null && schema.getRef().startsWith(REF + WRAPPER);
  }

  private String patchOf(Schema wrapper) {
    var wrapped = schemas.get(name(wrapper));
    var fields = wrapped.getProperties() == null ? null : wrapped.getProperties().get("fields");
    if (fields == null || fields.getRef() == null) {
      throw new IllegalStateException(name(wrapper) + " does not name the fields it changes");
    }
    return patchOf(name(fields));
  }

  private String patchOf(String fields) {
    var base = fields.replaceFirst("^New(?=[A-Z])", "").replaceFirst("(?<=.)Fields$", "");
    var patch = base + "Patch";
    if (!document.getComponents().getSchemas().containsKey(patch)) {
      var schema =
          OASFactory.createSchema()
              .addType(SchemaType.OBJECT)
              .description("Changes: what is left out stays, null clears.");
      schema.addExtension(MERGE_PATCH, true);
      document.getComponents().addSchema(patch, schema);
      var source = schemas.get(fields);
      if (source.getProperties() != null) {
        var always = source.getRequired() == null ? List.<String>of() : source.getRequired();
        source
            .getProperties()
            .forEach(
                (name, field) -> schema.addProperty(name, part(field, !always.contains(name))));
      }
    }
    return patch;
  }

  private Schema part(Schema field, boolean clearable) {
    if (field.getRef() != null) {
      var target = schemas.get(name(field));
      boolean nested = target != null && target.getProperties() != null;
      var changed = nested ? StandardParts.ref(patchOf(name(field))) : field;
      return clearable
          ? OASFactory.createSchema()
              .addAnyOf(changed)
              .addAnyOf(OASFactory.createSchema().addType(SchemaType.NULL))
          : changed;
    }
    var copy = OASFactory.createSchema();
    field.getAll().forEach(copy::set);
    if (clearable && field.getType() != null) {
      copy.setType(new java.util.ArrayList<>(field.getType()));
      copy.addType(SchemaType.NULL);
    }
    return copy;
  }

  private static String name(Schema reference) {
    return reference.getRef().substring(REF.length());
  }
}
