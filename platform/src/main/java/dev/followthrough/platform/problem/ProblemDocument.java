package dev.followthrough.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/** The one shape of a refusal on the wire: RFC 9457, as bytes. */
public final class ProblemDocument {

  public static final String MEDIA_TYPE = "application/problem+json";

  private static final int MOST_ERRORS = 100;
  private static final ObjectMapper JSON = new ObjectMapper();

  private ProblemDocument() {}

  /**
   * @param instance the path that was asked for; a secret in it is left out
   */
  public static byte[] of(ProblemException problem, String instance) {
    var type = problem.type();
    var body = new LinkedHashMap<String, Object>();
    body.put("type", type.path());
    body.put("title", type.title());
    body.put("status", type.status());
    if (problem.getMessage() != null) {
      body.put("detail", Words.shown(problem.getMessage()));
    }
    body.put("instance", Words.path(instance));
    if (!problem.errors().isEmpty()) {
      body.put("errors", problem.errors().stream().limit(MOST_ERRORS).map(Shown::of).toList());
    }
    problem.members().forEach(body::putIfAbsent);
    return bytes(body);
  }

  private static byte[] bytes(Map<String, Object> body) {
    try {
      return JSON.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a problem's members must be plain values", e);
    }
  }

  private record Shown(String pointer, String rule, String detail) {
    static Shown of(FieldError error) {
      return new Shown(Words.shown(error.pointer()), error.rule(), Words.shown(error.detail()));
    }
  }
}
