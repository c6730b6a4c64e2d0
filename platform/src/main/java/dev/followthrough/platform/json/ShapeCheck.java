package dev.followthrough.platform.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Set;

/**
 * Holds a parsed body against the type it is meant for, collects every unknown field, wrong type
 * and forbidden character, and takes what is wrong out, so that the rest can still be bound.
 * Nothing is coerced: a number is no string, a string no number.
 */
final class ShapeCheck {

  private static final Set<Class<?>> WHOLE =
      Set.of(int.class, Integer.class, long.class, Long.class, short.class, Short.class);
  private static final Set<Class<?>> DECIMAL =
      Set.of(double.class, Double.class, float.class, Float.class, BigDecimal.class);

  private final ObjectMapper mapper;
  private final Shapes shapes;
  private final Faults faults;
  private final boolean patch;

  /** With {@code patch}, null clears a field and so is no fault. */
  ShapeCheck(ObjectMapper mapper, Shapes shapes, Faults faults, boolean patch) {
    this.mapper = mapper;
    this.shapes = shapes;
    this.faults = faults;
    this.patch = patch;
  }

  /** Whether the value can be bound; parts of it that cannot are taken out of it. */
  boolean check(JsonNode value, JavaType type, String pointer) {
    if (value.isNull()) {
      return fault(pointer, "not-null", "must not be null; a field without a value is left out");
    }
    var raw = type.getRawClass();
    if (JsonNode.class.isAssignableFrom(raw) || raw == Object.class) {
      return free(value, pointer);
    }
    if (shapes.isObject(type)) {
      return value instanceof ObjectNode object
          ? object(object, type, pointer)
          : fault(pointer, "type", "must be an object");
    }
    if (type.isCollectionLikeType() || type.isArrayType()) {
      return value instanceof ArrayNode array
          ? array(array, type.getContentType(), pointer)
          : fault(pointer, "type", "must be an array");
    }
    if (type.isMapLikeType()) {
      return value instanceof ObjectNode object
          ? map(object, type.getContentType(), pointer)
          : fault(pointer, "type", "must be an object");
    }
    return scalar(value, type, pointer);
  }

  private boolean object(ObjectNode object, JavaType type, String pointer) {
    var known = shapes.fields(type);
    for (var name : names(object)) {
      var at = pointer + "/" + escape(name);
      var value = object.get(name);
      if (!known.containsKey(name)) {
        object.remove(name);
        faults.unbindable(at, "unknown-field", "there is no such field");
      } else if (!(patch && value.isNull()) && !check(value, known.get(name), at)) {
        object.remove(name);
      }
    }
    return true;
  }

  private boolean map(ObjectNode object, JavaType type, String pointer) {
    for (var name : names(object)) {
      var at = pointer + "/" + escape(name);
      var wrong = Texts.fault(name);
      if (wrong != null) {
        object.remove(name);
        faults.unbindable(at, "characters", "its name " + wrong);
      } else if (!(patch && object.get(name).isNull()) && !check(object.get(name), type, at)) {
        object.remove(name);
      }
    }
    return true;
  }

  private boolean array(ArrayNode array, JavaType type, String pointer) {
    for (int i = 0; i < array.size(); i++) {
      if (!check(array.get(i), type, pointer + "/" + i)) {
        array.setNull(i);
      }
    }
    return true;
  }

  private boolean scalar(JsonNode value, JavaType type, String pointer) {
    var raw = type.getRawClass();
    if (WHOLE.contains(raw)) {
      return whole(value, raw, pointer);
    }
    if (DECIMAL.contains(raw)) {
      return value.isNumber() && Double.isFinite(value.doubleValue())
          || fault(pointer, "type", "must be a number");
    }
    if (raw == boolean.class || raw == Boolean.class) {
      return value.isBoolean() || fault(pointer, "type", "must be true or false");
    }
    if (raw == BigInteger.class) {
      return value.isIntegralNumber() || fault(pointer, "type", "must be a whole number");
    }
    if (!value.isTextual()) {
      return fault(pointer, "type", "must be a string");
    }
    return text(value, type, pointer);
  }

  private boolean whole(JsonNode value, Class<?> raw, String pointer) {
    if (!value.isIntegralNumber()) {
      return fault(pointer, "type", "must be a whole number");
    }
    boolean fits =
        raw == long.class || raw == Long.class ? value.canConvertToLong() : value.canConvertToInt();
    return fits || fault(pointer, "range", "is too large a number");
  }

  private boolean text(JsonNode value, JavaType type, String pointer) {
    var raw = type.getRawClass();
    var wrong = Texts.fault(value.textValue());
    if (wrong != null) {
      return fault(pointer, "characters", wrong);
    }
    if (raw == String.class) {
      return true;
    }
    if (raw.isEnum()) {
      var words = shapes.words(raw);
      return words.contains(value.textValue())
          || fault(pointer, "one-of", "must be one of " + String.join(", ", words));
    }
    var reader = Scalars.READERS.get(raw);
    try {
      if (reader != null) {
        var _ = reader.apply(value.textValue());
      } else {
        mapper.treeToValue(value, type);
      }
      return true;
    } catch (Scalars.NotOfForm e) {
      return fault(pointer, e.rule(), e.getMessage());
    } catch (JsonProcessingException | IllegalArgumentException e) {
      return fault(pointer, "format", "is not of the form that this field takes");
    }
  }

  /** JSON of any shape: only its texts are looked at. */
  private boolean free(JsonNode value, String pointer) {
    if (value.isTextual()) {
      var wrong = Texts.fault(value.textValue());
      return wrong == null || fault(pointer, "characters", wrong);
    }
    boolean good = true;
    for (int i = 0; value.isArray() && i < value.size(); i++) {
      good &= free(value.get(i), pointer + "/" + i);
    }
    if (value instanceof ObjectNode object) {
      for (var name : names(object)) {
        var at = pointer + "/" + escape(name);
        var wrong = Texts.fault(name);
        good &= wrong == null || fault(at, "characters", "its name " + wrong);
        good &= free(object.get(name), at);
      }
    }
    return good;
  }

  private boolean fault(String pointer, String rule, String detail) {
    faults.unbindable(pointer, rule, detail);
    return false;
  }

  private static Iterable<String> names(ObjectNode object) {
    var names = new ArrayList<String>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static String escape(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
