package dev.followthrough.platform.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.followthrough.platform.problem.ProblemException;
import dev.followthrough.platform.problem.Problems;
import dev.followthrough.platform.problem.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Binds JSON from outside without mercy: well-formed UTF-8 and JSON without duplicate names,
 * trailing words or deep nesting; no unknown fields, no coercion, no control characters; then every
 * constraint of what was bound. Broken syntax is a fault by itself; all others come together.
 */
@ApplicationScoped
public class StrictJson {

  private static final int DEEPEST = 32;

  private final ObjectMapper mapper;
  private final Shapes shapes;
  private final Validation validation;

  StrictJson(ObjectMapper mapper, Validator validator) {
    var constraints =
        StreamReadConstraints.builder().maxNestingDepth(DEEPEST).maxNumberLength(60).build();
    this.mapper =
        mapper
            .copyWith(
                JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .streamReadConstraints(constraints)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    this.shapes = new Shapes(this.mapper);
    this.validation = new Validation(validator);
  }

  /** The JSON of these bytes, or null where there is none. */
  public JsonNode parse(byte[] body) {
    if (body.length == 0) {
      return null;
    }
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      var tree = mapper.readTree(text);
      return tree == null || tree.isMissingNode() ? null : tree;
    } catch (CharacterCodingException e) {
      throw Problems.invalid("", "utf-8", "the body must be well-formed UTF-8");
    } catch (JsonProcessingException e) {
      throw syntax(e);
    }
  }

  /** What a whole body says; it is changed in passing. */
  public <T> T bind(JsonNode body, Type type) {
    return bind(body, mapper.constructType(type), new Faults());
  }

  /** A merge patch onto what it changes, bound and validated like a whole body. */
  <T> T patch(JsonNode patch, T current, JavaType type) {
    var faults = new Faults();
    var checked = patch.deepCopy();
    if (!new ShapeCheck(mapper, shapes, faults, true).check(checked, type, "")) {
      faults.refuse();
    }
    JsonNode target = mapper.valueToTree(current);
    return bind(MergePatch.merge(target, checked), type, faults);
  }

  JavaType type(Type type) {
    return mapper.constructType(type);
  }

  private <T> T bind(JsonNode body, JavaType type, Faults faults) {
    if (!new ShapeCheck(mapper, shapes, faults, false).check(body, type, "")) {
      faults.refuse();
    }
    try {
      T bound = mapper.treeToValue(body, type);
      validation.check(bound, faults);
      faults.refuse();
      return bound;
    } catch (JsonProcessingException e) {
      faults.refuse();
      throw unbound(e);
    }
  }

  private static RuntimeException syntax(JsonProcessingException e) {
    var where = e.getLocation();
    var detail = Words.shown(e.getOriginalMessage());
    return Problems.invalid(
        "",
        "json",
        where == null
            ? detail
            : "line %d, column %d: %s".formatted(where.getLineNr(), where.getColumnNr(), detail));
  }

  /** A record that refuses what it was given, by its own invariant. */
  private static RuntimeException unbound(JsonProcessingException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProblemException problem) {
        return problem;
      }
    }
    var pointer = new StringBuilder();
    if (e instanceof JsonMappingException mapping) {
      mapping
          .getPath()
          .forEach(
              at ->
                  pointer
                      .append('/')
                      .append(at.getFieldName() != null ? at.getFieldName() : at.getIndex()));
    }
    return Problems.invalid(pointer.toString(), "format", "is not of the form that is taken here");
  }
}
