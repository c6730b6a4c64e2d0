package dev.followthrough.platform.json;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;

/** A broken constraint of Bean Validation in this API's words: pointer, rule, rule in words. */
public final class Constraints {

  private Constraints() {}

  static String pointer(Path path) {
    var result = new StringBuilder();
    for (var node : path) {
      if (node.isInIterable() && (node.getIndex() != null || node.getKey() != null)) {
        result.append('/').append(node.getIndex() != null ? node.getIndex() : node.getKey());
      }
      if (node.getKind() == jakarta.validation.ElementKind.PROPERTY) {
        result.append('/').append(node.getName());
      }
    }
    return result.toString();
  }

  public static String rule(ConstraintViolation<?> violation) {
    var name = violation.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName();
    return switch (name) {
      case "NotNull", "NotBlank" -> "required";
      case "NotEmpty" -> "min-items";
      case "Size" -> size(violation);
      case "Min", "DecimalMin" -> "minimum";
      case "Max", "DecimalMax" -> "maximum";
      default -> kebab(name);
    };
  }

  public static String detail(ConstraintViolation<?> violation) {
    var attributes = violation.getConstraintDescriptor().getAttributes();
    if (!violation.getMessageTemplate().startsWith("{jakarta.validation.")) {
      return violation.getMessage();
    }
    return switch (rule(violation)) {
      case "required" -> "is required";
      case "max-length" -> "must have at most %s characters".formatted(attributes.get("max"));
      case "min-length" -> "must have at least %s characters".formatted(attributes.get("min"));
      case "max-items" -> "must have at most %s items".formatted(attributes.get("max"));
      case "min-items" ->
          "must have at least %s items".formatted(attributes.getOrDefault("min", 1));
      case "pattern" -> "must match " + attributes.get("regexp");
      default -> violation.getMessage();
    };
  }

  private static String size(ConstraintViolation<?> violation) {
    Map<String, Object> attributes = violation.getConstraintDescriptor().getAttributes();
    int size =
        switch (violation.getInvalidValue()) {
          case CharSequence text -> text.length();
          case Collection<?> items -> items.size();
          case Map<?, ?> entries -> entries.size();
          case null, default -> 0;
        };
    var which = size > (int) attributes.get("max") ? "max-" : "min-";
    return which + (violation.getInvalidValue() instanceof CharSequence ? "length" : "items");
  }

  private static String kebab(String name) {
    return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }
}
