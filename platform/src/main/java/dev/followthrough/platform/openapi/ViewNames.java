package dev.followthrough.platform.openapi;

import java.util.TreeMap;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * What the code calls a view of a thing the document calls by the thing's own name: {@code
 * ContactView} is a {@code Contact} to those who read the document or an SDK made from it.
 */
final class ViewNames {

  private static final String SUFFIX = "View";
  private static final String SCHEMAS = "#/components/schemas/";

  private ViewNames() {}

  /** Points a reference to a view to the thing's own name; another schema stays as it is. */
  static Schema redirect(Schema schema) {
    String ref = schema.getRef();
    if (ref != null && ref.startsWith(SCHEMAS)) {
      schema.setRef(SCHEMAS + own(ref.substring(SCHEMAS.length())));
    }
    return schema;
  }

  /**
   * Gives the views their own names.
   *
   * @throws IllegalStateException when something else has that name already
   */
  static void rename(Components components) {
    if (components.getSchemas() == null) {
      return;
    }
    var renamed = new TreeMap<String, Schema>();
    components
        .getSchemas()
        .forEach(
            (name, schema) -> {
              if (renamed.put(own(name), schema) != null) {
                throw new IllegalStateException(
                    name + " would be called " + own(name) + ", as another schema is: name it");
              }
            });
    components.setSchemas(renamed);
  }

  private static String own(String name) {
    return name.endsWith(SUFFIX) && name.length() > SUFFIX.length()
        ? name.substring(0, name.length() - SUFFIX.length())
        : name;
  }
}
