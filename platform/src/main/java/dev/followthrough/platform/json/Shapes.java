package dev.followthrough.platform.json;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What Jackson knows of the types that bodies are bound to: their fields, or their words. */
final class Shapes {

  private final ObjectMapper mapper;
  private final Map<JavaType, Boolean> objects = new ConcurrentHashMap<>();
  private final Map<JavaType, Map<String, JavaType>> fields = new ConcurrentHashMap<>();
  private final Map<Class<?>, List<String>> words = new ConcurrentHashMap<>();

  Shapes(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  /** A record that is written as an object, rather than as one value. */
  boolean isObject(JavaType type) {
    return type.isRecordType()
        && objects.computeIfAbsent(type, t -> description(t).findJsonValueAccessor() == null);
  }

  Map<String, JavaType> fields(JavaType type) {
    return fields.computeIfAbsent(
        type,
        t -> {
          var result = new LinkedHashMap<String, JavaType>();
          for (BeanPropertyDefinition field : description(t).findProperties()) {
            result.put(field.getName(), field.getPrimaryType());
          }
          return result;
        });
  }

  /** The wire names of an enum's constants. */
  List<String> words(Class<?> type) {
    return words.computeIfAbsent(
        type,
        t -> {
          var result = new ArrayList<String>();
          for (Object constant : t.getEnumConstants()) {
            result.add(mapper.convertValue(constant, String.class));
          }
          return List.copyOf(result);
        });
  }

  private BeanDescription description(JavaType type) {
    return mapper.getDeserializationConfig().introspect(type);
  }
}
