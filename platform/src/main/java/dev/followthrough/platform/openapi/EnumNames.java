package dev.followthrough.platform.openapi;

import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.models.Components;

/**
 * Says in {@code x-enum-varnames} what generators call the words of an enumeration: {@code
 * oneOnOne} is {@code ONE_ON_ONE} where constants are written so.
 */
final class EnumNames {

  private EnumNames() {}

  static void name(Components components) {
    if (components.getSchemas() == null) {
      return;
    }
    for (var schema : components.getSchemas().values()) {
      if (schema.getEnumeration() != null && !schema.getEnumeration().isEmpty()) {
        List<String> names =
            schema.getEnumeration().stream().map(word -> constant(word.toString())).toList();
        schema.addExtension("x-enum-varnames", names);
      }
    }
  }

  private static String constant(String word) {
    return word.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
        .replaceAll("[^A-Za-z0-9]+", "_")
        .toUpperCase(Locale.ROOT);
  }
}
