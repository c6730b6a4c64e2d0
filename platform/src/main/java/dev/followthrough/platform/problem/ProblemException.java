package dev.followthrough.platform.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A refusal on its way to the client. It rolls back what was begun, and its words are shown: they
 * name the field and the rule and hold nothing secret.
 */
public final class ProblemException extends RuntimeException {

  private final ProblemType type;
  private final List<FieldError> errors;
  private final Map<String, String> headers = new LinkedHashMap<>();
  private final Map<String, Object> members = new LinkedHashMap<>();

  public ProblemException(ProblemType type, String detail) {
    this(type, detail, List.of());
  }

  public ProblemException(ProblemType type, String detail, List<FieldError> errors) {
    super(detail, null, false, false);
    this.type = type;
    this.errors = List.copyOf(errors);
  }

  /** Adds a response header, such as {@code Retry-After}. */
  public ProblemException header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  /** Adds an extension member to the problem's JSON. */
  public ProblemException with(String name, Object value) {
    members.put(name, value);
    return this;
  }

  public ProblemType type() {
    return type;
  }

  public List<FieldError> errors() {
    return errors;
  }

  public Map<String, String> headers() {
    return headers;
  }

  public Map<String, Object> members() {
    return members;
  }
}
